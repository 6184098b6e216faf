using System.Buffers;
using System.Globalization;
using System.Text;

namespace ChatRoom.Server.Tests.Dialect;

/// <summary>Somebody who speaks the real protocol: sends lines and reads lines. <see cref="Heard"/> is how a test waits: it asks and reads until it is answered.</summary>
internal sealed class Client(Wire wire, Task served)
{
    /// <summary>Only a net for tests that would hang; nothing is measured by it.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    private int _pings;

    /// <summary>Ends when the server is done with this connection.</summary>
    public Task Served => served.WaitAsync(Deadline);

    public Wire Wire => wire;

    public Task Send(params IEnumerable<string> lines) => SendBytes(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\r\n"))));

    public Task SendBytes(ReadOnlyMemory<byte> bytes) => wire.Send(bytes);

    /// <summary>Sends lines, and ends when the hub has them all, though it has not answered yet.</summary>
    public async Task Post(params IEnumerable<string> lines)
    {
        await Send(lines);
        await wire.WhenTaken();
    }

    /// <summary>The next line, or null at the end.</summary>
    public async Task<string?> Next()
    {
        while (!wire.IsBroken)
        {
            var read = await wire.Input.ReadAsync().AsTask().WaitAsync(Deadline);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Encoding.UTF8.GetString(read.Buffer.Slice(0, end));
                wire.Input.AdvanceTo(read.Buffer.GetPosition(1, end));
                Assert.EndsWith("\r", line, StringComparison.Ordinal);
                Assert.True(Body(line) <= 511, $"The line has {Body(line)} bytes and one more: {line}");
                return line[..^1];
            }
            wire.Input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted)
            {
                Assert.Equal(0, read.Buffer.Length);
                return null;
            }
        }
        return null;
    }

    /// <summary>Everything that was heard until now, whatever came before a PING of our own is answered.</summary>
    public async Task<IReadOnlyList<string>> Heard()
    {
        var token = $"heard-{(++_pings).ToString(CultureInfo.InvariantCulture)}";
        await Send($"PING {token}");
        return await Until($"PONG {TestServer.Name} :{token}");
    }

    /// <summary>Sends lines and returns all that is heard until they are done with.</summary>
    public async Task<IReadOnlyList<string>> Ask(params IEnumerable<string> lines)
    {
        await Send(lines);
        return await Heard();
    }

    /// <summary>Everything before the line that ends so.</summary>
    public async Task<IReadOnlyList<string>> Until(string end)
    {
        var lines = new List<string>();
        while (await Next() is { } line)
        {
            if (line.EndsWith(end, StringComparison.Ordinal))
                return lines;
            lines.Add(line);
        }
        throw new InvalidOperationException($"The connection ended before '{end}'; heard:\n{string.Join('\n', lines)}");
    }

    /// <summary>Everything that comes until the connection ends, which it does by itself.</summary>
    public async Task<IReadOnlyList<string>> Rest()
    {
        var lines = new List<string>();
        while (await Next() is { } line)
            lines.Add(line);
        await Served;
        return lines;
    }

    /// <summary>Heard exactly these lines and no other.</summary>
    public async Task Hears(params string[] lines) => Assert.Equal(lines, await Heard());

    /// <summary>The client's side ends, without a word.</summary>
    public Task Vanish()
    {
        wire.Close();
        return Served;
    }

    /// <summary>How long a line is without its tags; only these may be longer.</summary>
    private static int Body(string line) => Encoding.UTF8.GetByteCount(line[0] == '@' ? line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..] : line);
}
