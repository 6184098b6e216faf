using System.Diagnostics;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;

namespace ChatRoom.Server.Hubs;

/// <summary>
/// When a turn begins. A commit costs the same whatever its size, so a busy hub gathers messages for a few milliseconds,
/// which nobody feels, and an idle one begins at once.
/// </summary>
public sealed partial class Hub
{
    /// <summary>How long after the beginning of a turn the next one may begin. Measured: 4 ms halves the cost of a paced busy room.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(4);

    /// <summary>How long the hub sleeps when nothing is to be done but what the journal refused.</summary>
    private static readonly TimeSpan RetryDepartures = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(1);

    /// <summary>So many messages are worth a turn whatever the time.</summary>
    private const int Plenty = 16;

    private long _turnBegan;
    private bool _isRefused;
    private Option<Timestamp> _armed;

    /// <summary>How far a shared journal's clock is ahead of ours: a machine whose clock is minutes late would let nobody's time be over.</summary>
    private long _ahead;

    private void Gather()
    {
        if (_queue.Count == 0)
            _mailbox.Wait(1, Patience());
        var rest = Pace - Stopwatch.GetElapsedTime(_turnBegan);
        // What is left of a turn that was long enough is enough for the next one.
        if (rest > TimeSpan.Zero && _queue.Count == 0)
            _mailbox.Wait(Plenty, rest);
        _turnBegan = Stopwatch.GetTimestamp();
    }

    /// <summary>How long nothing is to be done without a message.</summary>
    private TimeSpan Patience() =>
        !HasWork ? Timeout.InfiniteTimeSpan
        : _isRefused ? RetryDepartures
        : TimeSpan.Zero;

    /// <summary>A message comes when somebody's time may be over. By the journal's clock it may not be yet: then it is tried again.</summary>
    private void ArmTimer(TimeSpan least)
    {
        var due = _world.NextDue;
        if (due == _armed && least == Soonest)
            return;
        _armed = due;
        if (due.TryGet(out var at))
        {
            var rest = TimeSpan.FromMilliseconds(at.Milliseconds - _ahead - _clock.GetUtcNow().ToUnixTimeMilliseconds());
            _due.Change(rest > least ? rest : least, Timeout.InfiniteTimeSpan);
        }
    }
}
