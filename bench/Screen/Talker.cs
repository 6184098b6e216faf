using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChatRoom.Bench.Screen;

/// <summary>Somebody who talks at a steady rate and hears nothing.</summary>
internal static class Talker
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    public static async Task Talk(IPEndPoint server, string room, int messages, int rate)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server);
        var hearing = Forget(socket);
        await Send(socket, $"NICK Talker\r\nUSER talker 0 * :Talker\r\nJOIN {room}\r\n");
        using var steps = new PeriodicTimer(Step);
        var perStep = Math.Max(1, (int)(rate * Step.TotalSeconds));
        for (var said = 0; said < messages;)
        {
            await steps.WaitForNextTickAsync();
            var lines = new StringBuilder();
            for (var last = Math.Min(messages, said + perStep); said < last; said++)
                lines.Append($"PRIVMSG {room} :line {said} of a long conversation about nothing in particular, with https://example.org/{said} in it\r\n");
            await Send(socket, lines.ToString());
        }
        await Send(socket, "QUIT :done\r\n");
        await hearing;
    }

    private static async Task Send(Socket socket, string lines)
    {
        ReadOnlyMemory<byte> bytes = Encoding.UTF8.GetBytes(lines);
        while (!bytes.IsEmpty)
            bytes = bytes[await socket.SendAsync(bytes)..];
    }

    private static async Task Forget(Socket socket)
    {
        var buffer = new byte[4096];
        while (await socket.ReceiveAsync(buffer) > 0)
            continue;
    }
}
