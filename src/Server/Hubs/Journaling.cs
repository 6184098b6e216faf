using ChatRoom.Domain;
using ChatRoom.Server.Journal;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Hubs;

/// <summary>
/// Brings a turn into the journal and always knows afterwards whether it is there. When the journal itself doesn't
/// know, everything waits until it was opened again and its end was read.
/// </summary>
public sealed class Journaling(IJournal journal, ILogger log)
{
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);

    private bool _refuses;

    /// <summary>Null: all of it is durable. Otherwise none of it is, for this reason.</summary>
    public string? Commit(IReadOnlyList<Recorded> events, CancellationToken stopping)
    {
        try
        {
            journal.Commit(events);
            if (_refuses)
                log.LogWarning("The journal takes events again");
            _refuses = false;
            return null;
        }
        catch (JournalRefusedException refused)
        {
            // Once, and not for each turn of a busy room: that log may be on the same full disk.
            if (!_refuses)
                log.LogError("The journal takes nothing until this is mended, and nobody hears what it does not take: {Why}", refused.Message);
            _refuses = true;
            return refused.Message;
        }
        catch (JournalLostException lost)
        {
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
