using ChatRoom.Domain.Names;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Snapshots;
using ChatRoom.Journal.Sqlite;
using SQLitePCL;

namespace ChatRoom.Journal.Maintenance;

/// <summary>
/// A journal's file as an outsider reads it, also while a server appends to it: read-only, so it never checkpoints, and it
/// sees only what is committed. docs/decisions/0006 says why that is safe and what it costs the server.
/// </summary>
public sealed class ReadOnlyJournal : KeptJournal
{
    private const string Everything =
        $"SELECT {EventRow.Columns}, writer, conversation, audience, about FROM events WHERE seq > ?1 AND seq <= ?2 ORDER BY seq LIMIT ?3";

    private readonly Database _database;
    private readonly string? _snapshot;

    private ReadOnlyJournal(string path, string? snapshot, Database database)
    {
        (Name, _snapshot, _database) = (path, snapshot, database);
        CheckFormat();
        if (database.Number("SELECT count(*) FROM journal") != 1)
            throw new DatabaseException(raw.SQLITE_CORRUPT, "it has not exactly one row about itself");
        Epochs = SqliteReader.ReadEpochs(database);
        Last = new Sequence(database.Number("SELECT coalesce(max(seq), 0) FROM events"));
        History = new SqliteHistory(path, new CheckpointGate(), SearchFile.IndexOf(Path.Combine(Path.GetDirectoryName(path) ?? "", "search.db"), Epochs));
    }

    public override string Name { get; }

    public override Epochs Epochs { get; }

    public override Sequence Last { get; }

    public override IHistory History { get; }

    public static string FileIn(string folder) => Path.Combine(folder, "journal.db");

    public static string SnapshotIn(string folder) => Path.Combine(folder, "snapshot");

    /// <summary>A journal or a backup of one. Whatever else is there is refused with a line that says what it is.</summary>
    public static ReadOnlyJournal Open(string path, string? snapshot = null)
    {
        if (!File.Exists(path))
            throw MovedJournal.From(path) ?? new DataFolderException($"there is no journal at {path}; name the right place");
        Database? database = null;
        try
        {
            database = Database.OpenReader(path);
            return new ReadOnlyJournal(path, snapshot, database);
        }
        catch (Exception failed) when (failed is DatabaseException or DataFolderException)
        {
            database?.Dispose();
            throw failed is DatabaseException sqlite ? Explain(path, sqlite) : failed;
        }
    }

    public override SnapshotLoad Snapshot(Sequence last) => _snapshot is null ? SnapshotLoad.Missing : new SnapshotFile(_snapshot).TryLoad(Epochs, last);

    public override void Dispose()
    {
        History.Dispose();
        _database.Dispose();
    }

    internal override IEnumerable<StoredRow> Rows(Sequence after, Sequence last, CancellationToken cancel)
    {
        using var interruption = cancel.Register(_database.Interrupt);
        for (var count = Page; count == Page;)
        {
            cancel.ThrowIfCancellationRequested();
            count = 0;
            using var rows = _database.Prepare(Everything);
            rows.Bind(1, after.Number);
            rows.Bind(2, last.Number);
            rows.Bind(3, Page);
            while (Step(rows, cancel))
            {
                count++;
                after = new Sequence(rows.Number(0));
                yield return Read(rows);
            }
        }
    }

    internal override Option<Base> Base => SqliteReader.ReadBase(_database);

    internal override StoredRest Rest() => FileRest.Read(_database, Epochs, Base);

    internal override string? WrongAround(CancellationToken cancel) => FileSoundness.Wrong(this, cancel);

    internal override string? Damage(Exception failed) => failed is DatabaseException damaged && IsDamage(damaged) ? $"the file can't be read: {damaged.Message}" : null;

    internal override Exception? Explain(Exception failed) => failed is DatabaseException sqlite ? Explain(Name, sqlite) : null;

    internal static DataFolderException Explain(string path, DatabaseException failed) => failed.Class switch
    {
        raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_READONLY or raw.SQLITE_AUTH =>
            new($"{path} can't be read ({failed.Message}); check the rights to it and to its folder", failed),
        raw.SQLITE_IOERR => new($"{path} can't be read ({failed.Message}); check its disk", failed),
        raw.SQLITE_FULL => new($"there is no room for a copy of {path}; make room, or choose another disk", failed),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new($"{path} can't be read now ({failed.Reason}); try again", failed),
        _ => new($"{path} is damaged or no journal: {failed.Message}; restore a backup", failed),
    };

    /// <summary>Whether it is the content that is wrong. With a damaged length SQLite says that a text is too big.</summary>
    internal static bool IsDamage(DatabaseException failed) => failed.IsDamage || failed.Class is raw.SQLITE_ERROR or raw.SQLITE_TOOBIG;

    /// <summary>A question that may take long, and that ends when it is called off.</summary>
    internal T Ask<T>(Func<Database, T> question, CancellationToken cancel)
    {
        try
        {
            using var interruption = cancel.Register(_database.Interrupt);
            cancel.ThrowIfCancellationRequested();
            return question(_database);
        }
        catch (DatabaseException failed) when (failed.Class == raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException(failed.Message, failed, cancel);
        }
    }

    /// <summary>A whole and compact copy in one file, of one moment. The file that it goes to may be there if it is empty.</summary>
    internal void CopyTo(string target, CancellationToken cancel)
    {
        var quoted = target.Replace("'", "''", StringComparison.Ordinal);
        Ask(database =>
        {
            database.Execute($"VACUUM INTO '{quoted}'");
            return true;
        }, cancel);
    }

    private static bool Step(Statement rows, CancellationToken cancel)
    {
        try
        {
            return rows.Step();
        }
        catch (DatabaseException failed) when (failed.Class == raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException(failed.Message, failed, cancel);
        }
    }

    private static StoredRow Read(Statement row) => new(
        new Sequence(row.Number(0)), new Timestamp(row.Number(1)), (int)row.Number(2), (int)row.Number(3), row.Number(9),
        row.IsNull(4) ? null : new ConnectionId(new ServerId((int)row.Number(4)), row.Number(5)),
        row.IsNull(10) ? null : row.Text(10), row.IsNull(11) ? null : (int)row.Number(11), row.IsNull(12) ? null : row.Number(12),
        row.Utf8(6).ToArray(), Bytes(row, 7), Bytes(row, 8));

    private static byte[]? Bytes(Statement row, int column) => row.IsNull(column) ? null : row.Utf8(column).ToArray();

    private void CheckFormat()
    {
        if (_database.Number("PRAGMA application_id") != Schema.ApplicationId)
            throw new DataFolderException($"{Name} is no journal: it belongs to another program");
        var format = _database.Number("PRAGMA user_version");
        if (format > Schema.Format(Schema.Steps))
            throw new DataFolderException(
                $"{Name} has format {format}, from a newer version, and this one knows {Schema.Format(Schema.Steps)}; use that version");
        if (format < 1)
            throw new DataFolderException($"{Name} is damaged: it has no format; restore a backup");
        if (format < Schema.Oldest)
            throw new DataFolderException($"{Name} has format {format}, from before the first release, and no version converts it");
    }
}
