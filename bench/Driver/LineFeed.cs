using System.Threading.Channels;

namespace ChatRoom.Bench.Driver;

/// <summary>
/// Lines as they arrive, from a connection or from a program. They are waited for by content; the deadline is only there so that a wait
/// for something that never comes ends, and says what came instead.
/// </summary>
public sealed class LineFeed(string name)
{
    /// <summary>Long enough for a machine that builds other things at the same time: it costs nothing where the line comes.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    /// <summary>So many lines are shown where something else was waited for.</summary>
    private const int Remembered = 30;

    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Queue<string> _seen = new();

    public void Add(string line) => _lines.Writer.TryWrite(line);

    /// <summary>No line comes any more.</summary>
    public void End() => _lines.Writer.TryComplete();

    /// <summary>Yields the next line, or null when there will be none.</summary>
    public async ValueTask<string?> Next(CancellationToken cancelled = default)
    {
        if (!_lines.Reader.TryRead(out var line))
        {
            if (!await _lines.Reader.WaitToReadAsync(cancelled) || !_lines.Reader.TryRead(out line))
                return null;
        }
        if (_seen.Count == Remembered)
            _seen.Dequeue();
        _seen.Enqueue(line);
        return line;
    }

    /// <summary>Passes over lines up to the first one that holds this fragment, and yields that one.</summary>
    public async Task<string> Until(string fragment) => (await AllUntil(fragment))[^1];

    /// <summary>Yields all lines up to the first one that holds this fragment, that one included.</summary>
    public async Task<List<string>> AllUntil(string fragment)
    {
        var lines = new List<string>();
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            while (await Next(deadline.Token) is { } line)
            {
                lines.Add(line);
                if (line.Contains(fragment, StringComparison.Ordinal))
                    return lines;
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException(Explain($"did not bring \"{fragment}\" within {Deadline.TotalSeconds:0} s"));
        }
        throw new EndOfStreamException(Explain($"ended before it brought \"{fragment}\""));
    }

    /// <summary>Yields all lines up to the end, which has to come.</summary>
    public async Task<List<string>> Rest()
    {
        var lines = new List<string>();
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            while (await Next(deadline.Token) is { } line)
                lines.Add(line);
            return lines;
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException(Explain($"did not end within {Deadline.TotalSeconds:0} s"));
        }
    }

    private string Explain(string what) => $"{name} {what}; the last it brought:\n  {string.Join("\n  ", _seen)}";
}
