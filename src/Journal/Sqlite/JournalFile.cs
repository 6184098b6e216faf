using ChatRoom.Journal.Folder;
using SQLitePCL;

namespace ChatRoom.Journal.Sqlite;

/// <summary>
/// Opens the journal's file for its writer: creates it, or makes sure that it is ours, whole enough and no newer than
/// this version, and brings it up to date. Nothing is written before that is sure, and every check takes milliseconds
/// whatever the file's size.
/// </summary>
internal sealed class JournalFile(string path, IReadOnlyList<string> steps)
{
    public Database Open()
    {
        try
        {
            if (MovedJournal.From(path) is { } moved)
                throw moved;
            if (!File.Exists(path))
                Create();
            var version = CheckBeforeWriting();
            var database = Connect(path);
            if (version < Schema.Format(steps))
                Migrate(database, version);
            return database;
        }
        catch (DatabaseException failed)
        {
            throw Unusable(failed);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"{path} can't be used ({failed.Message}); check its owner and rights", failed);
        }
    }

    /// <summary>A connection that keeps what is committed, and leaves the write-ahead log to the thread that checkpoints.</summary>
    public static Database Connect(string path) => Database.OpenWriter(path, """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA fullfsync = 1;
        PRAGMA checkpoint_fullfsync = 1;
        PRAGMA wal_autocheckpoint = 0;
        PRAGMA journal_size_limit = 16777216;
        PRAGMA cache_size = -8000;
        PRAGMA temp_store = MEMORY;
        PRAGMA secure_delete = ON;
        """);

    public DataFolderException Unusable(DatabaseException failed) => failed.Class switch
    {
        raw.SQLITE_FULL => new($"{path} can't be written ({failed.Reason}); make room and start again", failed),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new($"{path} can't be used ({failed.Reason}); close it there and start again", failed),
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_IOERR =>
            new($"{path} can't be used ({failed.Message}); check its disk, its owner and its rights", failed),
        _ => Damaged(failed.Message, failed),
    };

    public DataFolderException Newer(string what) => new($"{path} can't be used: {what}; use that version, or choose another data folder");

    private DataFolderException Older(int version) => new(
        $"{path} can't be used: format {version} is from before the first release, and no version converts it; move it away to begin anew");

    public DataFolderException Damaged(string how, Exception? cause = null) =>
        new($"{path} is damaged or no journal: {how}; restore a backup, or move it away to begin anew", cause);

    /// <summary>Made under another name first, so that a crash never leaves half a file under the right one.</summary>
    private void Create()
    {
        if (File.Exists($"{path}-wal"))
            throw Damaged("it is missing, and its log journal.db-wal is still there");
        var unfinished = $"{path}.new";
        foreach (var left in (string[])["", "-journal", "-wal", "-shm"])
            File.Delete(unfinished + left);
        // Empty: SQLite makes a database of it, and its log gets the same rights.
        PrivateFile.Create(unfinished).Dispose();
        using (var database = Connect(unfinished))
        {
            Make(database, steps);
            database.Execute($"INSERT INTO journal VALUES ({JournalLevel.Newest}, 0, 0); INSERT INTO epochs VALUES (1, '{Epochs.NewName()}')");
        }
        File.Move(unfinished, path);
    }

    /// <summary>Yields the version of the file. It is opened read-only, so that a file which is not for us stays as it is.</summary>
    private int CheckBeforeWriting()
    {
        using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 1))
        {
            if (file.Length == 0)
                throw Damaged("it is empty");
        }
        using var database = Database.OpenReader(path);
        if (database.Number("PRAGMA application_id") != Schema.ApplicationId)
            throw Damaged("it belongs to another program");
        var version = (int)database.Number("PRAGMA user_version");
        if (version > Schema.Format(steps))
            throw Newer($"format {version} is from a newer version of the server, this one knows {Schema.Format(steps)}");
        if (version < 1)
            throw Damaged("it has no format");
        if (version < Schema.Oldest)
            throw Older(version);
        if (database.Number("SELECT level FROM journal") is var level && level > JournalLevel.Newest)
            throw Newer($"level {level} is from a newer version of the server, this one reads events up to level {JournalLevel.Newest}");
        return version;
    }

    private void Migrate(Database database, int version)
    {
        try
        {
            if (database.Number("SELECT EXISTS (SELECT 1 FROM events)") == 1)
                BackUp(database, version);
            Apply(database, version, steps);
        }
        catch (Exception)
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>A whole copy beside the file, complete under its name or not there.</summary>
    private void BackUp(Database database, int version)
    {
        var backup = $"{path}.format-{version}";
        var unfinished = $"{backup}.new";
        PrivateFile.Create(unfinished).Dispose();
        database.Execute($"VACUUM INTO '{unfinished.Replace("'", "''", StringComparison.Ordinal)}'");
        using (var file = new FileStream(unfinished, FileMode.Open, FileAccess.ReadWrite))
            file.Flush(flushToDisk: true);
        File.Move(unfinished, backup, overwrite: true);
    }

    /// <summary>The tables, in an empty file.</summary>
    public static void Make(Database database, IReadOnlyList<string> steps)
    {
        database.Execute($"PRAGMA application_id = {Schema.ApplicationId}");
        Apply(database, Schema.Oldest - 1, steps);
    }

    private static void Apply(Database database, int version, IReadOnlyList<string> steps)
    {
        for (var next = version + 1; next <= Schema.Format(steps); next++)
            database.Execute($"BEGIN IMMEDIATE; {steps[next - Schema.Oldest]} PRAGMA user_version = {next}; COMMIT;");
    }
}
