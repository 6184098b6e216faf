using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;
using ChatRoom.Irc;

namespace ChatRoom.Bench.Load;

/// <summary>
/// One connection: comes in, joins a room, listens, and talks if told to. Asks for no capability, as the plainest client would.
/// </summary>
public sealed class Participant : IDisposable
{
    /// <summary>What begins each of our messages, so that nothing else is taken for one: ":load SPEAKER NUMBER TICKS xxx".</summary>
    private static ReadOnlySpan<byte> Mark => "load "u8;

    private readonly Socket _socket;
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LoadOptions _options;
    private readonly int _number;
    private readonly string _nick;
    private readonly byte[] _padding;
    private Task _listening = Task.CompletedTask;

    public Participant(LoadOptions options, int number)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _number, _nick) = (options, number, $"load{number}");
        _socket = new Socket(options.Server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        _padding = Encoding.ASCII.GetBytes(new string('x', options.Length));
    }

    public Heard Heard { get; } = new();

    public int Said { get; private set; }

    /// <summary>Why the server ended the connection, if it did.</summary>
    public string? Ended { get; private set; }

    /// <summary>Ends when the server has put us into the room.</summary>
    public async Task Enter()
    {
        await _socket.ConnectAsync(_options.Server);
        _listening = Listen();
        await Send($"NICK {_nick}\r\nUSER {_nick} 0 * :{_nick}\r\n");
        await _entered.Task.WaitAsync(LoadOptions.Entrance);
    }

    public ValueTask Say()
    {
        var head = $"PRIVMSG {_options.Room(_number)} :load {_number} {Said++} {Stopwatch.GetTimestamp()} ";
        var missing = Math.Max(0, _options.Length - (head.Length - head.IndexOf(':', StringComparison.Ordinal) - 1));
        return Send(head + Encoding.ASCII.GetString(_padding, 0, missing) + "\r\n");
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Leaves as people do, so that the next run finds its nicknames free.</summary>
    public async Task Leave()
    {
        if (Ended is null)
        {
            await Send("QUIT\r\n");
            await Task.WhenAny(_listening, Task.Delay(TimeSpan.FromSeconds(2)));
        }
    }

    private async ValueTask Send(string lines)
    {
        try
        {
            ReadOnlyMemory<byte> bytes = Encoding.ASCII.GetBytes(lines);
            while (!bytes.IsEmpty)
                bytes = bytes[await _socket.SendAsync(bytes)..];
        }
        catch (SocketException gone)
        {
            End(gone.Message);
        }
    }

    private async Task Listen()
    {
        var input = PipeReader.Create(new NetworkStream(_socket), new StreamPipeReaderOptions(bufferSize: 16 * 1024));
        var lines = new LineReader(LineLimits.FromServer);
        try
        {
            ReadResult read;
            do
            {
                read = await input.ReadAsync();
                var buffer = read.Buffer;
                Take(lines, ref buffer);
                input.AdvanceTo(buffer.Start, buffer.End);
            }
            while (!read.IsCompleted);
            End("the server closed the connection");
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            End(gone.Message);
        }
    }

    private void Take(LineReader lines, ref ReadOnlySequence<byte> buffer)
    {
        var now = Stopwatch.GetTimestamp();
        while (lines.TryRead(ref buffer, out var bytes) is var found and not LineRead.NeedMore)
        {
            if (found == LineRead.Line && Line.Parse(bytes, out var line, LineOrigin.Server) == LineFault.None)
                Take(line, now);
        }
    }

    private void Take(in Line line, long now)
    {
        if (line.Is("PRIVMSG"u8))
            Hear(line[1], now);
        else if (line.Is("PING"u8))
            Answer($"PONG :{line.Text(0)}\r\n");
        else if (line.Is("376"u8) || line.Is("422"u8))
            Answer($"JOIN {_options.Room(_number)}\r\n");
        else if (line.Is("366"u8))
            _entered.TrySetResult();
        else if (line.Is("ERROR"u8) || line.Is("433"u8))
            End(line.Text(line.Count - 1));
    }

    private void Hear(ReadOnlySpan<byte> text, long now)
    {
        if (!text.StartsWith(Mark))
            return;
        var rest = text[Mark.Length..];
        if (TakeNumber(ref rest, out var speaker) && TakeNumber(ref rest, out var number) && TakeNumber(ref rest, out var said))
            Heard.Add((int)speaker, (int)number, (long)Stopwatch.GetElapsedTime(said, now).TotalMicroseconds);
    }

    private static bool TakeNumber(ref ReadOnlySpan<byte> rest, out long number)
    {
        var isNumber = Utf8Parser.TryParse(rest, out number, out var length) && length < rest.Length;
        rest = isNumber ? rest[(length + 1)..] : default;
        return isNumber;
    }

    /// <summary>Not awaited: it is a few bytes, and who listens must not wait for who reads.</summary>
    private void Answer(string line) => _ = Send(line).AsTask();

    private void End(string reason)
    {
        Ended ??= reason;
        _entered.TrySetException(new InvalidOperationException($"{_nick} was not let in: {reason}"));
    }
}
