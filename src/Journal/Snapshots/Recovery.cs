using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Codec;
using ChatRoom.Journal.Folder;

namespace ChatRoom.Journal.Snapshots;

/// <summary>Makes the world of the journal's end: from a snapshot if there is one, and from what happened since.</summary>
public static class Recovery
{
    /// <summary>Some hundred KB at a time.</summary>
    private const int Page = 1000;

    /// <summary>
    /// Without snapshots, as a journal in memory is, it replays all. The journal then has given this server everything up to the
    /// recovered world, also what others appended meanwhile.
    /// </summary>
    public static Recovered Run(IJournal journal, Option<SnapshotFile> snapshots) =>
        Run(journal, (epochs, end) => snapshots.Match(found => found.TryLoad(epochs, end), () => SnapshotLoad.Missing));

    /// <summary>The same with a snapshot from wherever it lies.</summary>
    public static Recovered Run(IJournal journal, Func<Epochs, Sequence, SnapshotLoad> load)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(load);
        using var history = journal.OpenHistory();
        var end = history.End;
        var loaded = load(journal.Epochs, end);
        var start = Start(history, loaded.World, end);
        var world = Replay(history, start, end);
        journal.Starts(end, 0);
        var facts = Facts.None;
        try
        {
            Given given;
            do
            {
                given = journal.Follow();
                world = given.Events.Aggregate(world, Apply);
                facts = given.Facts.Aggregate(facts, (known, fact) => known.With(FactKinds.Read(fact)));
            }
            while (given.More);
        }
        catch (UnreadableEventException unreadable)
        {
            throw new DataFolderException($"the journal can't be used: {unreadable.Message}", unreadable);
        }
        return new Recovered(world, facts, world.Last.Number - start.Last.Number, loaded.Ignored);
    }

    /// <summary>From where a replay to this event begins: the snapshot, the base of a trimmed journal, or nothing.</summary>
    public static World Start(IHistory history, Option<World> snapshot, Sequence last)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (!history.Base.TryGet(out var made))
            return snapshot.IfNone(World.Empty);
        if (snapshot.TryGet(out var saved) && saved.Last.CompareTo(made.At) >= 0)
            return saved;
        if (last.CompareTo(made.At) < 0)
            throw new DataFolderException($"the journal was trimmed up to event {made.At}: a world before that can't be made again");
        try
        {
            return made.World();
        }
        catch (InvalidDataException damaged)
        {
            throw new DataFolderException($"the journal can't be replayed: {damaged.Message}; restore a backup", damaged);
        }
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
        ? StateMachine.Apply(world, recorded).World
        : throw new DataFolderException($"the journal is damaged: event {world.Last.Next.Number} is missing; restore a backup");
}

/// <summary>The world and the facts at the end of the journal, how many events were replayed for it, and why a snapshot was not used.</summary>
public sealed record Recovered(World World, Facts Facts, long Replayed, Option<string> IgnoredSnapshot);
