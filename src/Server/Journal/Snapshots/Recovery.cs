using ChatRoom.Domain;

namespace ChatRoom.Server.Journal;

/// <summary>Makes the world of the journal's end: from a snapshot if there is one, and from what happened since.</summary>
public static class Recovery
{
    /// <summary>Some hundred KB at a time.</summary>
    private const int Page = 1000;

    /// <summary>Without snapshots, as a journal in memory is, it replays all.</summary>
    public static Recovered Run(IJournal journal, Option<Snapshots> snapshots)
    {
        ArgumentNullException.ThrowIfNull(journal);
        var loaded = snapshots.Match(found => found.TryLoad(journal.Epoch, journal.Last), () => SnapshotLoad.Missing);
        var start = loaded.World.IfNone(World.Empty);
        using var history = journal.OpenHistory();
        var world = Replay(history, start, journal.Last);
        return new Recovered(world, world.Last.Number - start.Last.Number, loaded.Ignored);
    }

    /// <summary>Also after a loss: from the world of the last turn that was surely kept to the journal's true end, and to any event on the way.</summary>
    public static World Replay(IHistory history, World world, Sequence last)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(world);
        try
        {
            while (world.Last.CompareTo(last) < 0)
            {
                var page = history.ReadHeaders(world.Last, (int)Math.Min(Page, last.Number - world.Last.Number));
                if (page.Count == 0)
                    throw new DataFolderException($"the journal is damaged: event {world.Last.Next.Number} is missing; restore a backup");
                foreach (var recorded in page)
                    world = Apply(world, recorded);
            }
            return world;
        }
        catch (UnreadableEventException unreadable)
        {
            throw new DataFolderException($"the journal can't be replayed: {unreadable.Message}", unreadable);
        }
    }

    private static World Apply(World world, Recorded recorded) => recorded.Sequence == world.Last.Next
        ? Evolution.Apply(world, recorded).World
        : throw new DataFolderException($"the journal is damaged: event {world.Last.Next.Number} is missing; restore a backup");
}
