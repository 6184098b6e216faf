using ChatRoom.Domain;
using SQLitePCL;

namespace ChatRoom.Server.Journal;

/// <summary>
/// The journal in one SQLite file, with one owner: the server that holds the data folder. A turn is one transaction,
/// and its commit is one sync of the write-ahead log.
/// </summary>
public sealed class SqliteJournal : IJournal
{
    private readonly string _path;
    private readonly PageGate _gate = new();
    private readonly EventEncoder _encoder = new();
    private readonly Turn _turn = new();

    // A server opens one or two in its life.
    private readonly List<SqliteHistory> _histories = [];
    private Database _database;
    private WriteAheadLog _log;
    private SaidIndex _said;
    private Statement _begin;
    private Statement _insert;
    private Statement _commit;

    private SqliteJournal(string path, Database database)
    {
        _path = path;
        Use(database);
        Epoch = _database.Text("SELECT epoch FROM journal");
        ReadEnd();
    }

    public string Epoch { get; }

    public Sequence Last => _turn.Last;

    /// <summary>For tests: what becomes of the next commit.</summary>
    public JournalFault Fault { get; set; }

    public static SqliteJournal Open(DataFolder folder) => Open(folder, Schema.Steps);

    /// <summary>With other steps than this version's, for the tests of migrations.</summary>
    public static SqliteJournal Open(DataFolder folder, IReadOnlyList<string> steps)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var file = new JournalFile(folder.JournalFile, steps);
        var database = file.Open();
        try
        {
            return new SqliteJournal(folder.JournalFile, database);
        }
        catch (DatabaseException failed)
        {
            database.Dispose();
            throw file.Unusable(failed);
        }
        catch (UnreadableEventException unreadable)
        {
            database.Dispose();
            throw unreadable.IsNewer ? file.Newer(unreadable.Message) : file.Damaged(unreadable.Message, unreadable);
        }
    }

    public IReadOnlyList<Recorded> Begin()
    {
        _turn.Begin();
        _log.Tidy();
        return [];
    }

    public void Commit(IReadOnlyList<Recorded> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        _turn.End();
        if (events.Count == 0)
            return;
        _turn.Require(events);
        if (_log.Trouble is { } full)
            throw new JournalRefusedException(full.Reason, full);
        var indexed = Insert(events);
        Keep();
        _said.Kept(indexed);
        _turn.Reached(events[^1].Sequence, events[^1].At);
        _log.Grew();
    }

    public void Abandon() => _turn.End();

    public void Reopen()
    {
        try
        {
            _database.Dispose();
            Use(JournalFile.Connect(_path));
            // What the lost commit left half-written behind the log's end must not come back after a crash: this
            // overwrites it, and proves that the disk keeps what it is given.
            _database.Execute("UPDATE journal SET epoch = epoch");
            ReadEnd();
        }
        catch (DatabaseException failed)
        {
            throw new JournalLostException($"the journal can't be opened again: {failed.Reason}", failed);
        }
        _turn.Reopened();
    }

    public IHistory OpenHistory()
    {
        var history = new SqliteHistory(_path, _gate);
        _histories.Add(history);
        return history;
    }

    /// <summary>How large the file may grow, in bytes. Beyond that the journal refuses, as on a full disk.</summary>
    public void LimitSize(long bytes) =>
        _database.Execute($"PRAGMA max_page_count = {Math.Max(1, bytes / _database.Number("PRAGMA page_size"))}");

    /// <summary>Readers first: the last connection to close moves the log into the file and removes it.</summary>
    public void Dispose()
    {
        foreach (var history in _histories)
            history.Dispose();
        _database.Dispose();
        _encoder.Dispose();
    }

    private long Insert(IReadOnlyList<Recorded> events)
    {
        try
        {
            _begin.Run();
            for (var i = 0; i < events.Count; i++)
            {
                EventRow.Bind(_insert, events[i], _encoder);
                _insert.Run();
            }
            if (Fault == JournalFault.Refuse)
                throw new DatabaseException(raw.SQLITE_FULL, "A test asked for it.");
            return _said.Follow(events[^1].Sequence);
        }
        catch (DatabaseException failed)
        {
            throw Failed(failed);
        }
        catch (Exception)
        {
            _database.RollBack();
            throw;
        }
    }

    private void Keep()
    {
        try
        {
            if (Fault == JournalFault.LoseBeforeKeeping)
                throw new DatabaseException(raw.SQLITE_IOERR, "A test asked for it.");
            _commit.Run();
            if (Fault == JournalFault.LoseAfterKeeping)
                throw new DatabaseException(raw.SQLITE_IOERR, "A test asked for it.");
        }
        catch (DatabaseException failed)
        {
            throw Failed(failed);
        }
    }

    /// <summary>
    /// After an I/O error nobody knows what is on the disk, and a row that is already there means that another program
    /// appends. Every other failure of SQLite leaves a transaction that can be rolled back, and then nothing is kept.
    /// </summary>
    private Exception Failed(DatabaseException failed)
    {
        Fault = JournalFault.None;
        if (failed.Class is not (raw.SQLITE_IOERR or raw.SQLITE_CONSTRAINT or raw.SQLITE_CORRUPT))
        {
            try
            {
                _database.RollBack();
                return new JournalRefusedException(failed.Reason, failed);
            }
            catch (DatabaseException stuck)
            {
                failed = stuck;
            }
        }
        _turn.Lose();
        return new JournalLostException($"the journal failed: {failed.Reason}", failed);
    }

    [System.Diagnostics.CodeAnalysis.MemberNotNull(nameof(_database), nameof(_log), nameof(_said), nameof(_begin), nameof(_insert), nameof(_commit))]
    private void Use(Database database)
    {
        _database = database;
        var log = new FileInfo($"{_path}-wal");
        _log = new WriteAheadLog(database, _gate, log.Exists ? log.Length : 0);
        _said = new SaidIndex(database);
        _begin = database.Prepare("BEGIN IMMEDIATE");
        _insert = database.Prepare(EventRow.Insert);
        _commit = database.Prepare("COMMIT");
    }

    /// <summary>The first event and the last one are also what can be checked of a large file in no time.</summary>
    private void ReadEnd()
    {
        using var first = _database.Prepare($"SELECT {EventRow.Columns} FROM events ORDER BY seq LIMIT 1");
        if (first.Step() && EventRow.Read(first, withAttributes: true).Sequence.Number != 1)
            throw new DatabaseException(raw.SQLITE_CORRUPT, "its first events are missing");
        using var last = _database.Prepare($"SELECT {EventRow.Columns} FROM events ORDER BY seq DESC LIMIT 1");
        var end = last.Step() ? EventRow.Read(last, withAttributes: true) : null;
        _turn.Reached(end?.Sequence ?? default, end?.At ?? default);
    }
}
