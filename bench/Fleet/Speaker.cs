using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChatRoom.Bench.Fleet;

/// <summary>
/// Somebody on a thread of their own, with a plain socket: what is measured should be the servers. A line that is said has the moment in it, so who hears it, here or
/// on another server, knows how long it took.
/// </summary>
internal sealed class Speaker : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[256 * 1024];
    private int _start;
    private int _end;

    public Speaker(IPEndPoint server, string nick, string room, string capabilities = "echo-message")
    {
        (Nick, Room) = (nick, room);
        _socket.Connect(server);
        Send($"CAP REQ :{capabilities}\r\nNICK {nick}\r\nUSER {nick} 0 * :{nick}\r\nCAP END\r\nJOIN {room}");
        while (!Next().Contains($" 366 {nick} ", StringComparison.Ordinal))
        {
        }
    }

    public string Nick { get; }

    public string Room { get; }

    /// <summary>How long after it was said something was heard, in milliseconds; of one's own lines that is the echo.</summary>
    public List<double> Latencies { get; } = [];

    /// <summary>The longest time in which nothing was heard of the room, in milliseconds.</summary>
    public double LongestSilence { get; private set; }

    public void Send(string line) => _socket.Send(Encoding.ASCII.GetBytes($"{line}\r\n"));

    public void Say() => Send(string.Create(CultureInfo.InvariantCulture, $"PRIVMSG {Room} :{Stopwatch.GetTimestamp()} of the lines that somebody says"));

    /// <summary>Says lines, so many under way at a time, until it is over.</summary>
    public void Talk(int window, CancellationToken over)
    {
        for (var i = 0; i < window; i++)
            Say();
        Listen(over, Say);
    }

    /// <summary>Says one line after the other, each some time after the one before was echoed.</summary>
    public void TalkSlowly(int lines, TimeSpan pause)
    {
        for (var i = 0; i < lines; i++)
        {
            Say();
            while (!Hear(Next()))
            {
            }
            Thread.Sleep(pause);
        }
    }

    /// <summary>Hears until it is over. What was said goes on being heard then, but nothing is done any more.</summary>
    public void Listen(CancellationToken over, Action? heard = null)
    {
        var last = Stopwatch.GetTimestamp();
        _socket.ReceiveTimeout = 200;
        while (!over.IsCancellationRequested)
        {
            if (TryNext() is not { } line)
                continue;
            if (!Hear(line))
                continue;
            LongestSilence = Math.Max(LongestSilence, Stopwatch.GetElapsedTime(last).TotalMilliseconds);
            last = Stopwatch.GetTimestamp();
            heard?.Invoke();
        }
        LongestSilence = Math.Max(LongestSilence, Stopwatch.GetElapsedTime(last).TotalMilliseconds);
    }

    /// <summary>Hears until a line has this in it.</summary>
    public void Await(string what)
    {
        _socket.ReceiveTimeout = 60_000;
        while (!Next().Contains(what, StringComparison.Ordinal))
        {
        }
    }

    public void Dispose() => _socket.Dispose();

    private bool Hear(string line)
    {
        if (line.StartsWith("PING ", StringComparison.Ordinal))
            Send($"PONG {line[5..]}");
        if (line.Contains(" NOT_KEPT ", StringComparison.Ordinal))
            throw new InvalidOperationException($"{Nick} was refused: {line}");
        var said = line.IndexOf(" PRIVMSG ", StringComparison.Ordinal);
        if (said < 0)
            return false;
        var moment = line[(line.IndexOf(" :", said, StringComparison.Ordinal) + 2)..].Split(' ')[0];
        Latencies.Add(Stopwatch.GetElapsedTime(long.Parse(moment, CultureInfo.InvariantCulture)).TotalMilliseconds);
        return true;
    }

    private string Next() => TryNext() ?? throw new TimeoutException($"{Nick} hears nothing");

    /// <summary>Null when nothing came for a while.</summary>
    private string? TryNext()
    {
        while (true)
        {
            var end = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (end >= 0)
            {
                var line = Encoding.UTF8.GetString(_buffer, _start, end).TrimEnd('\r');
                _start += end + 1;
                return line;
            }
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            try
            {
                if (_socket.Receive(_buffer.AsSpan(_end)) is > 0 and var read)
                    _end += read;
                else
                    throw new EndOfStreamException($"{Nick} was cut off");
            }
            catch (SocketException late) when (late.SocketErrorCode is SocketError.TimedOut or SocketError.WouldBlock)
            {
                return null;
            }
        }
    }
}
