using ChatRoom.Domain;
using ChatRoom.Server.Journal;
using ChatRoom.Server.Seeing;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Hubs;

/// <summary>
/// Brings a turn into the journal and always knows afterwards whether it is there. When the journal itself doesn't
/// know, everything waits until it was opened again and its end was read.
/// </summary>
public sealed class Journaling(IJournal journal, TimeProvider clock, ILogger log, Tally tally)
{
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);

    private bool _refuses;
    private volatile JournalState _state;
    private long _refusedAt;

    /// <summary>
    /// Whether it takes events, for those who send people here or elsewhere. A refusal counts for a while only: only what is said
    /// shows whether it still refuses, and nothing would ever be said again where nobody is sent any more. From any thread.
    /// </summary>
    public JournalState State =>
        _state == JournalState.Refuses && clock.GetElapsedTime(Volatile.Read(ref _refusedAt)) > Limits.RefusalCounts ? JournalState.Open : _state;

    /// <summary>Null: all of it is durable. Otherwise none of it is, for this reason.</summary>
    public string? Commit(IReadOnlyList<Recorded> events, CancellationToken stopping)
    {
        try
        {
            journal.Commit(events);
            if (_refuses)
                log.LogWarning("The journal takes events again");
            (_refuses, _state) = (false, JournalState.Open);
            return null;
        }
        catch (JournalRefusedException refused)
        {
            // Once, and not for each turn of a busy room: that log may be on the same full disk.
            if (!_refuses)
                log.LogError("The journal takes nothing until this is mended, and nobody hears what it does not take: {Why}", refused.Message);
            _refuses = true;
            Volatile.Write(ref _refusedAt, clock.GetTimestamp());
            _state = JournalState.Refuses;
            tally.JournalRefusals++;
            return refused.Message;
        }
        catch (JournalLostException lost)
        {
            _state = JournalState.Lost;
            tally.JournalLosses++;
            log.LogError(lost, "The journal may or may not have taken {Count} events; reading its end", events.Count);
            return FindOut(events, stopping) ? null : lost.Message;
        }
    }

    private bool FindOut(IReadOnlyList<Recorded> events, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                journal.Reopen();
                var kept = journal.Last.Number >= events[^1].Sequence.Number;
                _state = JournalState.Open;
                log.LogWarning("The journal is open again; the {Count} events are {Found}", events.Count, kept ? "kept" : "not kept");
                return kept;
            }
            catch (JournalLostException lost)
            {
                log.LogError("The journal can't be opened again yet: {Why}", lost.Message);
                if (stopping.WaitHandle.WaitOne(BetweenAttempts))
                    throw new OperationCanceledException("the server stops, and nobody knows whether its last events are kept", lost, stopping);
            }
        }
    }
}
