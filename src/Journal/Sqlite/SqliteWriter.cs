using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Codec;
using SQLitePCL;

namespace ChatRoom.Journal.Sqlite;

/// <summary>The one connection that appends, with its statements. It lives until the journal is lost, and is then made anew.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly Database _database;
    private readonly WriteAheadLog _log;
    private readonly SaidIndex _said;
    private readonly FactTable _facts;
    private readonly EventEncoder _encoder;
    private readonly Statement _begin;
    private readonly Statement _insert;
    private readonly Statement _commit;
    private readonly Statement _rollBack;
    private readonly Statement _find;
    private readonly Statement _others;
    private long _seen = -1;

    public SqliteWriter(string path, Database database, CheckpointGate gate, EventEncoder encoder)
    {
        (_database, _encoder) = (database, encoder);
        var log = new FileInfo($"{path}-wal");
        _log = new WriteAheadLog(database, gate, log.Exists ? log.Length : 0);
        _said = new SaidIndex(database);
        _facts = new FactTable(database);
        _begin = database.Prepare("BEGIN IMMEDIATE");
        _insert = database.Prepare(EventRow.Insert);
        _commit = database.Prepare("COMMIT");
        _rollBack = database.Prepare("ROLLBACK");
        _find = database.Prepare("SELECT at, writer FROM events WHERE seq = ?1");
        _others = database.Prepare("PRAGMA data_version");
    }

    /// <summary>That a fact was taken away is remembered for other servers, and here is none.</summary>
    public void DropTraces() => _database.Execute("DELETE FROM facts WHERE value IS NULL");

    public void Tidy() => _log.Tidy();

    public void Begin() => _begin.Run();

    public void RollBack()
    {
        if (_database.InTransaction)
            _rollBack.Run();
    }

    public void LimitSize(long bytes) =>
        _database.Execute($"PRAGMA max_page_count = {Math.Max(1, bytes / _database.Number("PRAGMA page_size"))}");

    /// <summary>
    /// What a lost commit left half-written behind the log's end must not come back after a crash: this overwrites it, and proves
    /// that the disk keeps what it is given.
    /// </summary>
    public void Overwrite() => _database.Execute("UPDATE journal SET level = level");

    /// <summary>Alone it costs a microsecond: SQLite counts what other connections commit.</summary>
    public bool HasNews(Sequence last, long revision)
    {
        var version = Single(_others);
        if (version == _seen)
            return false;
        if (_database.Number("SELECT coalesce(max(seq), 0) FROM events") > last.Number || _facts.Revision() > revision)
            return true;
        _seen = version;
        return false;
    }

    public (IReadOnlyList<Recorded> Events, IReadOnlyList<StoredFact> Facts, long Revision) News(Sequence last, long revision)
    {
        using var rows = _database.Prepare($"SELECT {EventRow.Columns} FROM events WHERE seq > {last.Number} ORDER BY seq LIMIT {Given.Page}");
        var events = new List<Recorded>();
        while (rows.Step())
            events.Add(EventRow.Read(rows, withAttributes: true));
        var (facts, reached) = _facts.ChangedAfter(revision, Given.Page);
        return (events, facts, reached);
    }

    public Turn.Place? Find(Sequence sequence)
    {
        _find.Bind(1, sequence.Number);
        try
        {
            return _find.Step() ? new Turn.Place(sequence, new Timestamp(_find.Number(0)), _find.Number(1)) : null;
        }
        finally
        {
            _find.Reset();
        }
    }

    /// <summary>Yields the revision of the facts afterwards. It throws before anything is kept, or when nobody knows.</summary>
    public long Keep(TurnToKeep turn, long writer, long revision, Action<Sequence>? forgetting)
    {
        if (_log.Trouble is { } full)
            throw full;
        foreach (var recorded in turn.Events)
        {
            EventRow.Bind(_insert, recorded, writer, _encoder);
            _insert.Run();
            if (recorded.Event is Event.LevelRaised raised)
                _database.Execute($"UPDATE journal SET level = {raised.To}");
        }
        var changed = _facts.Change(turn.Facts, revision);
        var indexed = turn.Events is [.., var last] ? _said.Follow(last.Sequence) : _said.Indexed;
        if (turn.Forget.Count > 0)
        {
            Oblivion.Blank(_database, turn.Forget);
            if (Oblivion.IsOfWorld(_database, turn.Forget))
                forgetting?.Invoke(turn.Events[^1].Sequence);
        }
        var takenBack = false;
        foreach (var recorded in turn.Events)
        {
            if (recorded.Event is not Event.Redacted redacted)
                continue;
            Oblivion.TakeBack(_database, redacted.What);
            takenBack = true;
        }
        _commit.Run();
        _said.Kept(indexed);
        _log.Grew();
        if (turn.Forget.Count > 0 || takenBack)
            _log.Purge();
        return changed;
    }

    /// <summary>The first event and the last one are what can be checked of a large file in no time, and what its facts and base say of themselves.</summary>
    public void CheckEnds()
    {
        using var first = _database.Prepare($"SELECT {EventRow.Columns} FROM events ORDER BY seq LIMIT 1");
        var made = SqliteReader.ReadBase(_database);
        if (first.Step() && EventRow.Read(first, withAttributes: true).Sequence.Number != 1 && made.IsNone)
            throw new DatabaseException(raw.SQLITE_CORRUPT, "its first events are missing, and so is the base that would stand for them");
        using var last = _database.Prepare($"SELECT {EventRow.Columns} FROM events ORDER BY seq DESC LIMIT 1");
        var end = last.Step() ? EventRow.Read(last, withAttributes: true).Sequence : default;
        if (made.TryGet(out var found))
            CheckBase(found, end);
        if (_database.Number("SELECT coalesce(max(revision), 0) FROM facts") > _facts.Revision())
            throw new DatabaseException(raw.SQLITE_CORRUPT, "its facts changed more often than it counted");
    }

    public void Dispose() => _database.Dispose();

    private static void CheckBase(Base found, Sequence end)
    {
        if (found.At.CompareTo(end) > 0)
            throw new DatabaseException(raw.SQLITE_CORRUPT, $"its base is of event {found.At}, and it ends at {end}");
        try
        {
            found.World();
        }
        catch (InvalidDataException damaged)
        {
            throw new DatabaseException(raw.SQLITE_CORRUPT, damaged.Message);
        }
    }

    private static long Single(Statement statement)
    {
        try
        {
            return statement.Step() ? statement.Number(0) : throw new DatabaseException(raw.SQLITE_CORRUPT, "A row is missing.");
        }
        finally
        {
            statement.Reset();
        }
    }
}
