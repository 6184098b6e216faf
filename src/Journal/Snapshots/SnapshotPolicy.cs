using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Snapshots;

/// <summary>
/// When a snapshot is worth its work. The hub asks after each turn, and the thread that saves says when it is done; at a clean
/// shutdown one is saved without asking.
/// </summary>
public sealed class SnapshotPolicy(TimeProvider clock, Sequence last)
{
    /// <summary>What a start replays within a tenth of a second.</summary>
    public const int Events = 20_000;

    /// <summary>Saving may take this part of the time of one core, however large the world is.</summary>
    private const int Share = 20;

    private static readonly TimeSpan Least = TimeSpan.FromSeconds(2);

    private Sequence _last = last;
    private long _started = clock.GetTimestamp();

    // Written by the thread that saves, read by the hub's.
    private long _rest = Least.Ticks;
    private volatile bool _saving;

    /// <summary>Whether to save the world of this event now. If so, <see cref="Finished"/> has to follow.</summary>
    public bool TryStart(Sequence now)
    {
        if (now.Number - _last.Number < Events || _saving)
            return false;
        if (clock.GetElapsedTime(_started).Ticks < Interlocked.Read(ref _rest))
            return false;
        (_last, _started, _saving) = (now, clock.GetTimestamp(), true);
        return true;
    }

    /// <summary>The snapshot is saved, or it failed, which the next one may not.</summary>
    public void Finished(TimeSpan took)
    {
        Interlocked.Exchange(ref _rest, Math.Max(Least.Ticks, took.Ticks * Share));
        _saving = false;
    }
}
