using System.Collections.Concurrent;
using System.IO.Pipelines;
using ChatRoom.Journal;

namespace ChatRoom.Server.Accounts;

/// <summary>
/// Threads for work that may take all the time that nobody else wants. The system gives way to others on a thread only where its priority says so,
/// and .NET leaves that of Linux as it is; on the pool a hash of milliseconds would delay everybody's messages by as much.
/// </summary>
public sealed class QuietThreads : PipeScheduler
{
    /// <summary>Of nice(2): a thread of the usual priority gets nine times the share of such a one.</summary>
    private const int Niceness = 10;

    private readonly BlockingCollection<(Action<object?> Work, object? State)> _waiting = [];
    private readonly Lazy<bool> _begun;

    private QuietThreads(int count) => _begun = new Lazy<bool>(() => Begin(count));

    /// <summary>The half of the machine is for those who talk.</summary>
    public static int Count { get; } = Math.Max(1, Environment.ProcessorCount / 2);

    public static QuietThreads Shared { get; } = new(Count);

    public override void Schedule(Action<object?> action, object? state)
    {
        _ = _begun.Value;
        _waiting.Add((action, state));
    }

    private bool Begin(int count)
    {
        for (var i = 0; i < count; i++)
            new Thread(Serve) { IsBackground = true, Name = "hashes", Priority = ThreadPriority.BelowNormal }.Start();
        return true;
    }

    private void Serve()
    {
        QuietThread.Begin(Niceness);
        foreach (var (work, state) in _waiting.GetConsumingEnumerable())
            work(state);
    }
}
