using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Snapshots;
using ChatRoom.Journal.Sqlite;

namespace ChatRoom.Journal.Maintenance;

/// <summary>
/// Says whether a journal is whole: its events, the world that they tell, the index of what was said, the snapshot, and the
/// file as SQLite sees it. It can't see that a letter of a text was changed into another letter: texts have no checksum.
/// </summary>
public static class Verification
{
    private const string Unindexed = """
        SELECT e.seq FROM events e LEFT JOIN said s ON s.conversation = e.conversation AND s.audience = e.audience AND s.seq = e.seq
        WHERE e.seq <= (SELECT indexed FROM journal) AND e.conversation IS NOT NULL AND s.seq IS NULL ORDER BY e.seq LIMIT 1
        """;

    private const string Unsaid = """
        SELECT s.seq FROM said s LEFT JOIN events e ON e.seq = s.seq
        WHERE s.seq > (SELECT indexed FROM journal) OR e.conversation IS NOT s.conversation OR e.audience IS NOT s.audience LIMIT 1
        """;

    /// <summary>A folder's journal and its snapshot, if it has one. A server may run there.</summary>
    public static VerifyReport OfFolder(string folder, CancellationToken cancel) =>
        Run(ReadOnlyJournal.FileIn(folder), new SnapshotFile(ReadOnlyJournal.SnapshotIn(folder)), cancel);

    /// <summary>A journal without what lies around it: a backup.</summary>
    public static VerifyReport OfFile(string path, CancellationToken cancel) => Run(path, Option<SnapshotFile>.None, cancel);

    private static VerifyReport Run(string path, Option<SnapshotFile> snapshots, CancellationToken cancel)
    {
        // The snapshot is read before the journal's end is: a server that saves one meanwhile must not seem ahead of itself.
        var epochs = EpochsOf(path);
        var loaded = snapshots.Match(found => found.TryLoad(epochs, HistoryQuery.End), () => SnapshotLoad.Missing);
        using var journal = ReadOnlyJournal.Open(path);
        try
        {
            return Run(journal, loaded, cancel);
        }
        catch (DatabaseException failed)
        {
            throw ReadOnlyJournal.Explain(path, failed);
        }
    }

    private static VerifyReport Run(ReadOnlyJournal journal, SnapshotLoad loaded, CancellationToken cancel)
    {
        var walk = new JournalWalk(journal, loaded.World);
        var wrong = walk.Run(cancel) ?? Index(journal, cancel) ?? Whole(journal, cancel) ?? Snapshot(loaded, journal);
        var empty = walk.World.Last.Number == 0;
        return new VerifyReport(
            journal.Epochs.Latest, walk.World.Last.Number, walk.World.LastRoom.Number,
            walk.From, empty ? Option<Timestamp>.None : walk.World.Now,
            wrong is null ? Option<string>.None : wrong);
    }

    private static Epochs EpochsOf(string path)
    {
        using var journal = ReadOnlyJournal.Open(path);
        return journal.Epochs;
    }

    private static string? Index(ReadOnlyJournal journal, CancellationToken cancel) => Reading("the index", () => journal.Ask(database =>
        Found(database, Unindexed) is { } unindexed ? $"event {unindexed}: it is missing in the index of what was said"
        : Found(database, Unsaid) is { } unsaid ? $"event {unsaid}: the index of what was said has it, and it was not said there"
        : database.Number("SELECT indexed FROM journal") is var indexed && indexed > database.Number("SELECT coalesce(max(seq), 0) FROM events")
            ? $"the index of what was said reaches to event {indexed}, and there is none"
        : null, cancel));

    private static string? Whole(ReadOnlyJournal journal, CancellationToken cancel) => Reading("the file", () => journal.Ask(database =>
        // SQLite takes what is missing of the last page for zeros.
        new FileInfo(journal.Path).Length % database.Number("PRAGMA page_size") != 0 ? "the file was cut: it ends in the middle of a page"
        : database.Text("PRAGMA integrity_check(1)") is var said && said != "ok" ? $"the file: {said.ReplaceLineEndings(" ")}" : null, cancel));

    private static string? Snapshot(SnapshotLoad loaded, ReadOnlyJournal journal)
    {
        if (loaded.Ignored.TryGet(out var reason))
            return $"the snapshot is of no use: {reason}; delete the file, it only saves time";
        return loaded.World.TryGet(out var world) && world.Last.CompareTo(journal.Last) > 0
            ? $"the snapshot knows event {world.Last}, and the journal ends at event {journal.Last}: its last events are missing"
            : null;
    }

    private static long? Found(Database database, string sql)
    {
        using var statement = database.Prepare(sql);
        return statement.Step() ? statement.Number(0) : null;
    }

    private static string? Reading(string what, Func<string?> check)
    {
        try
        {
            return check();
        }
        catch (DatabaseException damaged) when (ReadOnlyJournal.IsDamage(damaged))
        {
            return $"{what} can't be read: {damaged.Message}";
        }
    }
}
