using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChatRoom.Bench.Fleet;

/// <summary>Many people who read what comes and look at none of it; they may type, which nobody has to keep.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private readonly List<Socket> _people = [];
    private readonly List<Task> _reading = [];
    private readonly CancellationTokenSource _over = new();
    private readonly int _perRoom;

    /// <param name="server">Where they are.</param>
    /// <param name="name">What their nicknames begin with.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="room">In which room; where they are spread, what its name begins with.</param>
    /// <param name="perRoom">How many are in one.</param>
    public Crowd(IPEndPoint server, string name, int count, string room, int perRoom)
    {
        _perRoom = perRoom;
        for (var i = 0; i < count; i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Connect(server);
            socket.Send(Encoding.ASCII.GetBytes($"CAP REQ :message-tags\r\nNICK {name}{i}\r\nUSER {name} 0 * :{name}\r\nCAP END\r\nJOIN {RoomOf(room, i)}\r\n"));
            AwaitEntry(socket);
            _people.Add(socket);
            _reading.Add(Read(socket));
        }
    }

    /// <summary>Each of them every three seconds, as clients do while somebody writes.</summary>
    public async Task Type(string room, CancellationToken over)
    {
        for (var i = 0; !over.IsCancellationRequested; i = (i + 1) % _people.Count)
        {
            await _people[i].SendAsync(Encoding.ASCII.GetBytes($"@+typing=active TAGMSG {RoomOf(room, i)}\r\n"));
            if (i % 10 == 0)
                await Task.Delay(TimeSpan.FromMilliseconds(10 * 3000.0 / _people.Count), CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        foreach (var socket in _people)
            socket.Dispose();
        await Task.WhenAll(_reading);
        _over.Dispose();
    }

    private string RoomOf(string room, int index) => _perRoom == int.MaxValue ? room : $"{room}{index / _perRoom}";

    private static void AwaitEntry(Socket socket)
    {
        var (buffer, heard) = (new byte[64 * 1024], new StringBuilder());
        while (!heard.ToString().Contains(" 366 ", StringComparison.Ordinal))
            heard.Append(Encoding.UTF8.GetString(buffer, 0, socket.Receive(buffer)));
    }

    private async Task Read(Socket socket)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer, _over.Token) is > 0 and var read)
            {
                // They are there for less time than a server takes to ask whether they are, but not always.
                if (buffer.AsSpan(0, read).StartsWith("PING"u8))
                    await socket.SendAsync("PONG x\r\n"u8.ToArray());
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It is over.
        }
    }
}
