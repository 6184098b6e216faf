using ChatRoom.Domain.Names;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Sqlite;
using SQLitePCL;

namespace ChatRoom.Journal.Maintenance;

/// <summary>
/// A journal's file as an outsider reads it, also while a server appends to it: read-only, so it never checkpoints, and it
/// sees only what is committed. docs/decisions/0006 says why that is safe and what it costs the server.
/// </summary>
public sealed class ReadOnlyJournal : IDisposable
{
    private readonly Database _database;

    private ReadOnlyJournal(string path, Database database)
    {
        (Path, _database) = (path, database);
        CheckFormat();
        if (database.Number("SELECT count(*) FROM journal") != 1)
            throw new DatabaseException(raw.SQLITE_CORRUPT, "it has not exactly one row about itself");
        Epochs = SqliteReader.ReadEpochs(database);
        Last = new Sequence(database.Number("SELECT coalesce(max(seq), 0) FROM events"));
        History = new SqliteHistory(path, new CheckpointGate(), SearchFile.IndexOf(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path) ?? "", "search.db"), Epochs));
    }

    public string Path { get; }

    public Epochs Epochs { get; }

    /// <summary>The last event when the file was opened. Whoever reads up to it sees one state, since events are only appended.</summary>
    public Sequence Last { get; }

    /// <summary>When the first event happened.</summary>
    public Timestamp First => History.Read(default, 1) is [var first] ? first.At : default;

    public IHistory History { get; }

    public static string FileIn(string folder) => System.IO.Path.Combine(folder, "journal.db");

    public static string SnapshotIn(string folder) => System.IO.Path.Combine(folder, "snapshot");

    /// <summary>A journal or a backup of one. Whatever else is there is refused with a line that says what it is.</summary>
    public static ReadOnlyJournal Open(string path)
    {
        if (!File.Exists(path))
            throw new DataFolderException($"there is no journal at {path}; name the right place");
        Database? database = null;
        try
        {
            database = Database.OpenReader(path);
            return new ReadOnlyJournal(path, database);
        }
        catch (Exception failed) when (failed is DatabaseException or DataFolderException)
        {
            database?.Dispose();
            throw failed is DatabaseException sqlite ? Explain(path, sqlite) : failed;
        }
    }

    public void Dispose()
    {
        History.Dispose();
        _database.Dispose();
    }

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

    private void CheckFormat()
    {
        if (_database.Number("PRAGMA application_id") != Schema.ApplicationId)
            throw new DataFolderException($"{Path} is no journal: it belongs to another program");
        var format = _database.Number("PRAGMA user_version");
        if (format > Schema.Format(Schema.Steps))
            throw new DataFolderException(
                $"{Path} has format {format}, from a newer version, and this one knows {Schema.Format(Schema.Steps)}; use that version");
        if (format < 1)
            throw new DataFolderException($"{Path} is damaged: it has no format; restore a backup");
        if (format < Schema.Oldest)
            throw new DataFolderException($"{Path} has format {format}, from before the first release, and no version converts it");
    }
}
