namespace ChatRoom.Cli.Serve;

/// <summary>
/// A bounded queue of log lines with a writer thread of its own. A terminal that is stopped, or a pipe that nobody reads, blocks that
/// thread and nobody else: neither the hub nor a session ever waits for it. What no longer fits is dropped and counted, and a line says
/// how much is missing when it goes on.
/// </summary>
public sealed class LogQueue : IDisposable
{
    /// <summary>Lines that may wait: some seconds of a busy server's debug log, and hardly a megabyte.</summary>
    public const int Bound = 4096;

    /// <summary>How long an end, or a crash, waits for a log that nobody reads.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private readonly Queue<string> _waiting = new();
    private readonly Func<TextWriter> _output;
    private readonly Func<long, string> _lossLine;
    private bool _isWriting;
    private long _lost;

    /// <summary>Of those that are lost, how many a line has said or the disk has eaten.</summary>
    private long _told;

    private long _failures;

    /// <param name="output">Where the lines go, asked for each time: it may be exchanged when a terminal is gone.</param>
    /// <param name="lossLine">The line that says that so many are missing.</param>
    public LogQueue(Func<TextWriter> output, Func<long, string> lossLine)
    {
        (_output, _lossLine) = (output, lossLine);
        new Thread(WriteAll) { IsBackground = true, Name = "log" }.Start();
        AppDomain.CurrentDomain.UnhandledException += OnEnd;
        AppDomain.CurrentDomain.ProcessExit += OnEnd;
    }

    /// <summary>Lines that nobody will ever read.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <summary>Writes that failed; code that has to know whether the terminal is still there compares two readings.</summary>
    public long Failures => Interlocked.Read(ref _failures);

    /// <summary>Never waits.</summary>
    public void Add(string line)
    {
        lock (_gate)
        {
            // With a place for the line that says what is missing before it.
            if (_waiting.Count >= Bound - 1)
            {
                _lost++;
                return;
            }
            if (Missing() is { } missing)
                _waiting.Enqueue(missing);
            _waiting.Enqueue(line);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Waits until everything is written, but not for a reader that is not there.</summary>
    public void Flush()
    {
        var since = Environment.TickCount64;
        lock (_gate)
        {
            while (_waiting.Count > 0 || _isWriting)
            {
                var left = Patience - TimeSpan.FromMilliseconds(Environment.TickCount64 - since);
                if (left <= TimeSpan.Zero || !Monitor.Wait(_gate, left))
                    return;
            }
        }
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.UnhandledException -= OnEnd;
        AppDomain.CurrentDomain.ProcessExit -= OnEnd;
        Flush();
    }

    private void OnEnd(object? sender, EventArgs happened) => Flush();

    private string? Missing()
    {
        var missing = _lost - _told;
        _told = _lost;
        return missing > 0 ? _lossLine(missing) : null;
    }

    private void WriteAll()
    {
        while (true)
            Write(Next());
    }

    private string Next()
    {
        lock (_gate)
        {
            _isWriting = false;
            // Nothing may come behind what was lost, and it is said all the same.
            if (_waiting.Count == 0 && Missing() is { } missing)
                _waiting.Enqueue(missing);
            Monitor.PulseAll(_gate);
            while (_waiting.Count == 0)
                Monitor.Wait(_gate);
            _isWriting = true;
            return _waiting.Dequeue();
        }
    }

    private void Write(string line)
    {
        try
        {
            _output().WriteLine(line);
        }
        catch (IOException)
        {
            // The terminal is gone or the disk is full. There is nowhere to say so but the metric.
            lock (_gate)
            {
                _lost++;
                _told++;
            }
            Interlocked.Increment(ref _failures);
        }
    }
}
