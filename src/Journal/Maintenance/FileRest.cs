using ChatRoom.Journal.Sqlite;

namespace ChatRoom.Journal.Maintenance;

/// <summary>Reads what a journal's file keeps beside its events.</summary>
internal static class FileRest
{
    /// <summary>The table of pairs follows behind the events, as the index does.</summary>
    private const string Pairs = """
        SELECT party, conversation FROM pairs
        UNION SELECT substr(conversation, 1, instr(conversation, ' ') - 1), conversation FROM events WHERE seq > (SELECT indexed FROM journal) AND instr(conversation, ' ') > 0
        UNION SELECT substr(conversation, instr(conversation, ' ') + 1), conversation FROM events WHERE seq > (SELECT indexed FROM journal) AND instr(conversation, ' ') > 0
        """;

    public static StoredRest Read(Database database, Epochs epochs, Option<Base> made) => new(
        (int)database.Number("SELECT level FROM journal"),
        epochs.Ranges,
        Rows(database, "SELECT kind, key, value, revision FROM facts ORDER BY revision", row => new StoredRest.Fact(
            (int)row.Number(0), row.Text(1), row.IsNull(2) ? null : row.Utf8(2).ToArray(), row.Number(3))),
        Rows(database, Pairs, row => (row.Text(0), row.Text(1))),
        made);

    private static List<T> Rows<T>(Database database, string sql, Func<Statement, T> read)
    {
        var found = new List<T>();
        using var rows = database.Prepare(sql);
        while (rows.Step())
            found.Add(read(rows));
        return found;
    }
}
