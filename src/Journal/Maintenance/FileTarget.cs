using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Sqlite;

namespace ChatRoom.Journal.Maintenance;

/// <summary>A copy in a file of SQLite's, under another name until it is whole.</summary>
/// <param name="path">The name that it gets.</param>
/// <param name="replace">Whether a file of that name goes.</param>
internal sealed class FileTarget(string path, bool replace) : JournalTarget
{
    private readonly UnfinishedFile _unfinished = new($"{path}.new");
    private Database? _database;
    private Statement? _insert;
    private long _last;

    public override void Add(StoredRow row)
    {
        var insert = _insert ??= Begin();
        insert.Bind(1, row.Sequence.Number);
        insert.Bind(2, row.At.Milliseconds);
        insert.Bind(3, row.Kind);
        insert.Bind(4, row.Version);
        Bind(5, row.Origin?.Server.Number);
        Bind(6, row.Origin?.Number);
        Bind(7, row.Conversation);
        Bind(8, row.Found);
        Bind(9, row.About);
        insert.Bind(10, row.Header);
        Bind(11, row.Body);
        Bind(12, row.Attributes);
        insert.Bind(13, row.Writer);
        insert.Run();
        _last = row.Sequence.Number;
    }

    public override void Finish(StoredRest rest)
    {
        _insert ??= Begin();
        var database = _database!;
        database.Execute($"INSERT INTO journal VALUES ({rest.Level}, {rest.Facts.Select(fact => fact.Revision).DefaultIfEmpty().Max()}, 0)");
        foreach (var (first, name) in rest.Epochs)
            database.Execute($"INSERT INTO epochs VALUES ({first.Number}, '{name}')");
        using (var put = database.Prepare("INSERT INTO facts (kind, key, value, revision) VALUES (?1, ?2, ?3, ?4)"))
            rest.Facts.ToList().ForEach(fact => Put(put, fact));
        using (var pair = database.Prepare("INSERT INTO pairs (party, conversation) VALUES (?1, ?2)"))
        {
            foreach (var (party, conversation) in rest.Pairs)
            {
                pair.Bind(1, party);
                pair.Bind(2, conversation);
                pair.Run();
            }
        }
        rest.Base.IfSome(made => Oblivion.Put(database, made));
        database.Execute(
            "INSERT INTO said (conversation, audience, seq) SELECT conversation, audience, seq FROM events WHERE conversation IS NOT NULL ORDER BY conversation, audience, seq; " +
            $"UPDATE journal SET indexed = {_last}; COMMIT");
        Close();
    }

    public override KeptJournal Read() => ReadOnlyJournal.Open(_unfinished.Path);

    public override void Keep(World world) => _unfinished.Finish(path, replace);

    public override Exception? Explain(Exception failed) => failed is DatabaseException sqlite ? ReadOnlyJournal.Explain(path, sqlite) : null;

    public override void Dispose()
    {
        Close();
        _unfinished.Discard();
    }

    /// <summary>Nothing has to survive a crash before it is whole: then it goes to the disk at once.</summary>
    private Statement Begin()
    {
        _unfinished.Begin();
        _database = Database.OpenWriter(_unfinished.Path, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY");
        JournalFile.Make(_database, Schema.Steps);
        _database.Execute("BEGIN");
        return _database.Prepare(EventRow.Insert);
    }

    private void Close()
    {
        _database?.Dispose();
        _database = null;
    }

    private static void Put(Statement put, StoredRest.Fact fact)
    {
        put.Bind(1, fact.Kind);
        put.Bind(2, fact.Key);
        if (fact.Value is { } value)
            put.BindBlob(3, value);
        else
            put.BindNull(3);
        put.Bind(4, fact.Revision);
        put.Run();
    }

    private void Bind(int parameter, long? number)
    {
        if (number is { } value)
            _insert!.Bind(parameter, value);
        else
            _insert!.BindNull(parameter);
    }

    private void Bind(int parameter, string? text)
    {
        if (text is null)
            _insert!.BindNull(parameter);
        else
            _insert!.Bind(parameter, text);
    }

    private void Bind(int parameter, byte[]? utf8)
    {
        if (utf8 is null)
            _insert!.BindNull(parameter);
        else
            _insert!.Bind(parameter, utf8);
    }
}
