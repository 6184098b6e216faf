using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Snapshots;

namespace ChatRoom.Journal.Maintenance;

/// <summary>
/// Says whether a journal is whole: its events, the world that they tell, what finds them, the snapshot, and the
/// file as SQLite sees it. It can't see that a letter of a text was changed into another letter: texts have no checksum.
/// </summary>
public static class Verification
{
    /// <summary>Servers may run there.</summary>
    public static VerifyReport Of(JournalPlace place, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(place);
        // The snapshot is read before the journal's end is: a server that saves one meanwhile must not seem ahead of itself.
        var loaded = SnapshotAt(place);
        using var journal = place.Open();
        try
        {
            return Of(journal, loaded, cancel);
        }
        catch (Exception failed) when (journal.Explain(failed) is { } explained)
        {
            throw explained;
        }
    }

    private static VerifyReport Of(KeptJournal journal, SnapshotLoad loaded, CancellationToken cancel)
    {
        var walk = new JournalWalk(journal, loaded.World);
        return Report(walk, journal, walk.Run(cancel) ?? journal.WrongAround(cancel) ?? Snapshot(loaded, journal));
    }

    internal static VerifyReport Report(JournalWalk walk, KeptJournal journal, string? wrong) => new(
        journal.Epochs.Latest, walk.World.Last.Number, walk.World.LastRoom.Number,
        walk.From, walk.World.Last.Number == 0 ? Option<Timestamp>.None : walk.World.Now,
        wrong is null ? Option<string>.None : wrong);

    private static SnapshotLoad SnapshotAt(JournalPlace place)
    {
        using var journal = place.Open();
        return journal.Snapshot(HistoryQuery.End);
    }

    private static string? Snapshot(SnapshotLoad loaded, KeptJournal journal)
    {
        if (loaded.Ignored.TryGet(out var reason))
            return $"the snapshot is of no use: {reason}; delete it, it only saves time";
        return loaded.World.TryGet(out var world) && world.Last.CompareTo(journal.Last) > 0
            ? $"the snapshot knows event {world.Last}, and the journal ends at event {journal.Last}: its last events are missing"
            : null;
    }
}
