using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChatRoom.Bench.Driver;

/// <summary>The plainest client there is: lines go out and lines come in over TCP, and nothing is understood.</summary>
public sealed class WireClient : IAsyncDisposable
{
    private readonly Socket _socket;
    private Task _pump = Task.CompletedTask;

    private WireClient(Socket socket, string name) => (_socket, Heard) = (socket, new LineFeed(name));

    /// <summary>What came in, in order.</summary>
    public LineFeed Heard { get; }

    /// <summary>A connection that has said nothing yet.</summary>
    public static async Task<WireClient> Connect(IPEndPoint server, string name = "a connection")
    {
        var client = await ConnectDeaf(server, name, receiveBuffer: 0);
        client.Listen();
        return client;
    }

    /// <summary>The same, from one of this machine's addresses.</summary>
    public static async Task<WireClient> ConnectFrom(IPAddress from, IPEndPoint server, string name)
    {
        var client = await ConnectDeaf(server, name, receiveBuffer: 0, from);
        client.Listen();
        return client;
    }

    /// <summary>A connection that reads nothing until it is told to <see cref="Listen"/>.</summary>
    /// <param name="server">Where to.</param>
    /// <param name="name">What failures call it.</param>
    /// <param name="receiveBuffer">What the system may take in for it meanwhile; 0 for the system's choice.</param>
    /// <param name="from">From which of this machine's addresses; null for the system's choice.</param>
    public static async Task<WireClient> ConnectDeaf(IPEndPoint server, string name, int receiveBuffer, IPAddress? from = null)
    {
        ArgumentNullException.ThrowIfNull(server);
        var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer > 0)
            socket.ReceiveBufferSize = receiveBuffer;
        try
        {
            if (from is not null)
                socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(server);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
        return new WireClient(socket, name);
    }

    /// <summary>Somebody who is let in, has these capabilities, and has heard their welcome to its end.</summary>
    public static async Task<WireClient> Enter(IPEndPoint server, string nick, string capabilities = "")
    {
        var client = await Connect(server, nick);
        await client.Register(nick, capabilities);
        await client.Heard.Until($" 422 {nick} ");
        return client;
    }

    /// <summary>The same, in a room.</summary>
    public static async Task<WireClient> EnterRoom(IPEndPoint server, string nick, string room, string capabilities = "")
    {
        var client = await Enter(server, nick, capabilities);
        await client.Join(nick, room);
        return client;
    }

    public Task Register(string nick, string capabilities) => Send(capabilities.Length == 0
        ? $"NICK {nick}\r\nUSER {nick} 0 * :{nick}"
        : $"CAP LS 302\r\nNICK {nick}\r\nUSER {nick} 0 * :{nick}\r\nCAP REQ :{capabilities}\r\nCAP END");

    public async Task Join(string nick, string room)
    {
        await Send($"JOIN {room}");
        await Heard.Until($" 366 {nick} {room} ");
    }

    /// <summary>Sends a line, or several with CR LF between them.</summary>
    public Task Send(string line) => SendBytes(Encoding.UTF8.GetBytes(line + "\r\n"));

    /// <summary>Sends exactly these bytes, whatever they are.</summary>
    public async Task SendBytes(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
            bytes = bytes[await _socket.SendAsync(bytes)..];
    }

    /// <summary>Yields what was heard since the last wait, which nothing can overtake: the answer to a ping ends it.</summary>
    public async Task<List<string>> HeardSoFar()
    {
        var token = $"so-far-{Guid.NewGuid():N}";
        await Send($"PING {token}");
        var lines = await Heard.AllUntil(token);
        lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    /// <summary>Leaves, and ends when the server knows it: the nickname is free.</summary>
    public async Task Quit()
    {
        await Send("QUIT");
        await Heard.Rest();
    }

    public void Listen() => _pump = Pump();

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        await _pump;
    }

    /// <summary>A line without its end, as a kill leaves it behind, is no line and is not heard.</summary>
    private async Task Pump()
    {
        var input = PipeReader.Create(new NetworkStream(_socket));
        try
        {
            ReadResult read;
            do
            {
                read = await input.ReadAsync();
                var rest = read.Buffer;
                while (rest.PositionOf((byte)'\n') is { } end)
                {
                    Heard.Add(Encoding.UTF8.GetString(rest.Slice(0, end)).TrimEnd('\r'));
                    rest = rest.Slice(rest.GetPosition(1, end));
                }
                input.AdvanceTo(rest.Start, rest.End);
            }
            while (!read.IsCompleted);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // The connection was cut, by a kill or by us: nothing more comes, and that is what a feed's end says.
        }
        Heard.End();
    }
}
