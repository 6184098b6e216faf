using ChatRoom.Journal.Sqlite;

namespace ChatRoom.Journal.Maintenance;

/// <summary>What a journal's file holds beside its events: whether the index of what was said agrees with them, and the file as SQLite sees it.</summary>
internal static class FileSoundness
{
    private const string Unindexed = """
        SELECT e.seq FROM events e LEFT JOIN said s ON s.conversation = e.conversation AND s.audience = e.audience AND s.seq = e.seq
        WHERE e.seq <= (SELECT indexed FROM journal) AND e.conversation IS NOT NULL AND s.seq IS NULL ORDER BY e.seq LIMIT 1
        """;

    private const string Unsaid = """
        SELECT s.seq FROM said s LEFT JOIN events e ON e.seq = s.seq
        WHERE s.seq > (SELECT indexed FROM journal) OR e.conversation IS NOT s.conversation OR e.audience IS NOT s.audience LIMIT 1
        """;

    private const string Unpaired = """
        SELECT e.seq FROM events e WHERE e.seq <= (SELECT indexed FROM journal) AND instr(e.conversation, ' ') > 0 AND NOT EXISTS (
          SELECT 1 FROM pairs p WHERE p.conversation = e.conversation AND p.party = substr(e.conversation, 1, instr(e.conversation, ' ') - 1)) ORDER BY e.seq LIMIT 1
        """;

    public static string? Wrong(ReadOnlyJournal journal, CancellationToken cancel) => Index(journal, cancel) ?? Whole(journal, cancel);

    private static string? Index(ReadOnlyJournal journal, CancellationToken cancel) => Reading("the index", () => journal.Ask(database =>
        Found(database, Unindexed) is { } unindexed ? $"event {unindexed}: it is missing in the index of what was said"
        : Found(database, Unsaid) is { } unsaid ? $"event {unsaid}: the index of what was said has it, and it was not said there"
        : Found(database, Unpaired) is { } unpaired ? $"event {unpaired}: its private conversation is missing in the table of pairs"
        : database.Number("SELECT indexed FROM journal") is var indexed && indexed > database.Number("SELECT coalesce(max(seq), 0) FROM events")
            ? $"the index of what was said reaches to event {indexed}, and there is none"
        : null, cancel));

    private static string? Whole(ReadOnlyJournal journal, CancellationToken cancel) => Reading("the file", () => journal.Ask(database =>
        // SQLite takes what is missing of the last page for zeros.
        new FileInfo(journal.Name).Length % database.Number("PRAGMA page_size") != 0 ? "the file was cut: it ends in the middle of a page"
        : database.Text("PRAGMA integrity_check(1)") is var said && said != "ok" ? $"the file: {said.ReplaceLineEndings(" ")}" : null, cancel));

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
