using SQLitePCL;

namespace ChatRoom.Journal.Sqlite;

/// <summary>
/// One connection to a SQLite file, used by one thread at a time. SQLite's own functions and not ADO.NET: its layers
/// double the CPU of a turn with one event, and add a third to one with a thousand.
/// </summary>
internal sealed class Database : IDisposable
{
    private const int NoCheckpointOnClose = 1006;
    private const int StablePlans = 1007;
    private const int PagesWritten = 9;

    private readonly sqlite3 _handle;
    private readonly List<Statement> _statements = [];

    static Database() => Batteries_V2.Init();

    private Database(sqlite3 handle) => _handle = handle;

    /// <summary>Whether a transaction is open. Some failures end it by themselves.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <param name="path">A file that is there.</param>
    /// <param name="settings">Statements (PRAGMA) that say how the connection keeps things.</param>
    public static Database OpenWriter(string path, string settings)
    {
        var database = Open(path, raw.SQLITE_OPEN_READWRITE);
        try
        {
            database.Execute(settings);
            return database;
        }
        catch (DatabaseException)
        {
            database.Dispose();
            throw;
        }
    }

    public static Database OpenReader(string path)
    {
        var database = Open(path, raw.SQLITE_OPEN_READONLY);
        // Only the writer may checkpoint, and the end of a reader would be one.
        raw.sqlite3_db_config(database._handle, NoCheckpointOnClose, 1, out _);
        return database;
    }

    public Statement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_handle, sql, out var handle));
        var statement = new Statement(this, handle);
        _statements.Add(statement);
        return statement;
    }

    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    public long Number(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Number(0) : throw new DatabaseException(raw.SQLITE_CORRUPT, "A row is missing.");
    }

    public string Text(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Text(0) : throw new DatabaseException(raw.SQLITE_CORRUPT, "A row is missing.");
    }

    /// <summary>Pages that went into the write-ahead log since the last time it was asked.</summary>
    public int TakePagesWritten()
    {
        Check(raw.sqlite3_db_status(_handle, PagesWritten, out var pages, out _, 1));
        return pages;
    }

    /// <summary>Moves what it can from the write-ahead log into the file. Yields the pages in the log and how many of them are moved.</summary>
    public (int Logged, int Moved) Checkpoint()
    {
        Check(raw.sqlite3_wal_checkpoint_v2(_handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out var logged, out var moved));
        return (logged, moved);
    }

    /// <summary>Moves all of the write-ahead log into the file and cuts the log to nothing; false when a reader still needs it.</summary>
    public bool TryTruncateLog()
    {
        var result = raw.sqlite3_wal_checkpoint_v2(_handle, "main", raw.SQLITE_CHECKPOINT_TRUNCATE, out _, out _);
        if ((result & 0xff) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
            return false;
        Check(result);
        return true;
    }

    public void RollBack()
    {
        if (InTransaction)
            Execute("ROLLBACK");
    }

    /// <summary>Ends what runs now with SQLITE_INTERRUPT. The only thing here that another thread may do.</summary>
    public void Interrupt() => raw.sqlite3_interrupt(_handle);

    public void Forget(Statement statement) => _statements.Remove(statement);

    public void Dispose()
    {
        foreach (var statement in _statements.ToArray())
            statement.Dispose();
        _handle.Dispose();
    }

    internal void Check(int result)
    {
        if (result is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE)
            return;
        throw new DatabaseException(result, raw.sqlite3_errmsg(_handle).utf8_to_string());
    }

    private static Database Open(string path, int flags)
    {
        // Without SQLite's own mutex: a connection has one user at a time.
        var result = raw.sqlite3_open_v2(path, out var handle, flags | raw.SQLITE_OPEN_NOMUTEX, null);
        var database = new Database(handle);
        try
        {
            database.Check(result);
            raw.sqlite3_extended_result_codes(handle, 1);
            // Otherwise SQLite plans by what is bound, and compiles some statements anew each time that they run: half of the time of a page with reactions.
            raw.sqlite3_db_config(handle, StablePlans, 1, out _);
            // Somebody may look into the file with another program; a second is long enough for a moment's lock.
            raw.sqlite3_busy_timeout(handle, 1000);
            return database;
        }
        catch (DatabaseException)
        {
            database.Dispose();
            throw;
        }
    }
}
