using ChatRoom.Journal;
using ChatRoom.Server.Monitoring;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Hubs;

/// <summary>
/// Brings turns into the journal and always knows afterwards whether they are there (commit, with recovery of unknown outcomes). A
/// journal that can't be reached, or doesn't know, is opened again until it says what became of the turn. Nothing else calls the
/// journal. Each call may take as long as a disk or a network does: <paramref name="away"/> is what the hub is meanwhile.
/// </summary>
public sealed class TurnCommitter(IJournal journal, IAway away, TimeProvider clock, ILogger log, HubCounters counters)
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

    /// <summary>What others appended, without a turn. Waits as long as the journal is away.</summary>
    public Given Follow() => Ask(journal.Follow);

    /// <summary>A turn begins. Waits as long as the journal is away.</summary>
    public Given Begin() => Ask(journal.Begin);

    public void Abandon() => away.Lend(() =>
    {
        journal.Abandon();
        return true;
    });

    /// <summary>Null: all of it is durable. Otherwise none of it is, for this reason.</summary>
    /// <exception cref="JournalForkedException">The journal goes on otherwise than this server was told.</exception>
    public string? Commit(TurnToKeep turn)
    {
        try
        {
            away.Lend(() =>
            {
                journal.Commit(turn);
                return true;
            });
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
            counters.JournalRefusals++;
            return refused.Message;
        }
        catch (JournalLostException lost)
        {
            log.LogError(lost, "The journal may or may not have taken {Count} events; it is opened again", turn.Events.Count);
            var isKept = Reopen() is Fate.Kept;
            if (isKept)
                counters.UnknownKept++;
            else
                counters.UnknownNotKept++;
            log.LogWarning("The journal is open again; the {Count} events are {Found}", turn.Events.Count, isKept ? "kept" : "not kept");
            return isKept ? null : lost.Message;
        }
    }

    private Given Ask(Func<Given> question)
    {
        while (true)
        {
            try
            {
                return away.Lend(question);
            }
            catch (JournalLostException lost)
            {
                log.LogError("The journal can't be reached: {Why}", lost.Message);
                Reopen();
                log.LogWarning("The journal is open again; nothing was unknown");
            }
        }
    }

    private Fate Reopen()
    {
        _state = JournalState.Lost;
        counters.JournalLosses++;
        while (true)
        {
            try
            {
                var fate = away.Lend(journal.Reopen);
                if (fate is Fate.Forked forked)
                    throw new JournalForkedException(forked.Agreed, journal.Last);
                _state = JournalState.Open;
                return fate;
            }
            catch (JournalLostException lost)
            {
                log.LogError("The journal can't be opened again yet: {Why}", lost.Message);
                away.Pause(BetweenAttempts);
            }
        }
    }
}
