using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Codec;
using Npgsql;
using NpgsqlTypes;

namespace ChatRoom.Journal.Postgres;

/// <summary>
/// The one connection that appends, with its statements. A turn is two round trips: lock, what is new, and the clock; then rows, the bell, and the
/// commit. It lives until the journal is lost, and is then made anew.
/// </summary>
internal sealed class PostgresWriter : ITurnConnection
{
    private const string NewEvents = $"SELECT {EventColumns.All}, writer FROM events WHERE seq > $1 ORDER BY seq LIMIT $2";
    private const string Clock = "SELECT clock_timestamp()";

    /// <summary>
    /// A commit that waits for its standby may wait: were it cancelled, others would see what the standby has not got, and tell it to people. The thread that asked gives up by
    /// itself, and the commit is then unknown.
    /// </summary>
    private const string Patiently = "SET LOCAL statement_timeout = 0";

    /// <summary>Longer than the server's own limits for a turn.</summary>
    private const int Seconds = 12;

    /// <summary>So many pairs are remembered; beyond it they are put again, which changes nothing.</summary>
    private const int MostPairs = 10_000;

    private readonly NpgsqlConnection _connection;
    private readonly EventColumns _columns;
    private readonly NpgsqlBatch _begin;
    private readonly NpgsqlBatch _follow;
    private readonly NpgsqlBatch _keep;
    private readonly NpgsqlCommand _find;
    private readonly string _bell;
    private readonly long _own;
    private readonly System.Collections.Generic.HashSet<string> _pairs = [];
    private string? _warning;
    private bool _inTurn;

    public PostgresWriter(NpgsqlConnection connection, PostgresDoor door, EventColumns columns, long writer)
    {
        (_connection, _columns, _own, _bell, Process) = (connection, columns, writer, $"NOTIFY {door.Channel}", PostgresDoor.ProcessOf(connection));
        connection.Notice += (_, told) => _warning = told.Notice.MessageText;
        _begin = Batch("BEGIN ISOLATION LEVEL READ COMMITTED", $"SELECT pg_advisory_xact_lock({PostgresDoor.LockClass}, {door.LockKey})", NewEvents, FactChanges.ChangedAfter, Clock);
        // What is read without the turn is of one moment all the same.
        _follow = Batch("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", NewEvents, FactChanges.ChangedAfter, Clock, "COMMIT");
        _keep = Batch(EventColumns.Insert, _bell, Patiently, "COMMIT");
        EventColumns.Prepare(_keep.BatchCommands[0].Parameters, writer);
        _keep.Prepare();
        _find = new NpgsqlCommand("SELECT at, writer FROM events WHERE seq = $1", connection) { CommandTimeout = Seconds };
        _find.Parameters.Add(new NpgsqlParameter<long>());
    }

    public int Process { get; }

    public string? Warning => _warning;

    public News Begin(Sequence last, long revision)
    {
        _inTurn = true;
        return Read(_begin, 2, last, revision);
    }

    public News Follow(Sequence last, long revision) => Read(_follow, 1, last, revision);

    public long Keep(TurnToKeep turn, long revision)
    {
        _warning = null;
        var isPlain = turn.Facts.Count == 0 && turn.Forget.Count == 0;
        string[] pairs = [];
        foreach (var recorded in turn.Events)
        {
            isPlain &= recorded.Event is not (Event.LevelRaised or Event.Redacted or Event.ServerStarted);
            if (recorded.Event is Event.Said { In: Conversation.Between pair } && ConversationKey.Of(pair).Text is var key && !_pairs.Contains(key))
                pairs = [.. pairs, key];
        }
        _columns.Bind(_keep.BatchCommands[0].Parameters, turn.Events);
        if (isPlain && pairs.Length == 0)
            _keep.ExecuteNonQuery();
        else
            revision = KeepMore(turn, pairs, revision);
        _inTurn = false;
        if (_pairs.Count > MostPairs)
            _pairs.Clear();
        _pairs.UnionWith(pairs);
        return revision;
    }

    public void RollBack()
    {
        if (!_inTurn)
            return;
        _inTurn = false;
        using var rollBack = new NpgsqlCommand("ROLLBACK", _connection) { CommandTimeout = Seconds };
        rollBack.ExecuteNonQuery();
    }

    public void Leave()
    {
        RollBack();
        using var leave = new NpgsqlCommand($"DELETE FROM openings WHERE writer = {_own}", _connection) { CommandTimeout = 2 };
        leave.ExecuteNonQuery();
    }

    public Turn.Place? Find(Sequence sequence)
    {
        ((NpgsqlParameter<long>)_find.Parameters[0]).TypedValue = sequence.Number;
        using var row = _find.ExecuteReader();
        return row.Read() ? new Turn.Place(sequence, new Timestamp(row.GetInt64(0)), row.GetInt64(1)) : null;
    }

    public void Dispose()
    {
        _begin.Dispose();
        _follow.Dispose();
        _keep.Dispose();
        _find.Dispose();
        _connection.Dispose();
    }

    private NpgsqlBatch Batch(params string[] statements)
    {
        var batch = new NpgsqlBatch(_connection) { Timeout = Seconds };
        foreach (var sql in statements)
        {
            var command = new NpgsqlBatchCommand(sql);
            if (sql is NewEvents or FactChanges.ChangedAfter)
            {
                command.Parameters.Add(new NpgsqlParameter<long>());
                command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Given.Page });
            }
            batch.BatchCommands.Add(command);
        }
        if (batch.BatchCommands[0].CommandText != EventColumns.Insert)
            batch.Prepare();
        return batch;
    }

    private static News Read(NpgsqlBatch batch, int first, Sequence last, long revision)
    {
        ((NpgsqlParameter<long>)batch.BatchCommands[first].Parameters[0]).TypedValue = last.Number;
        ((NpgsqlParameter<long>)batch.BatchCommands[first + 1].Parameters[0]).TypedValue = revision;
        var (events, facts, writer) = (new List<Recorded>(), new List<StoredFact>(), 0L);
        using var rows = batch.ExecuteReader();
        // Only what selects has rows; the lock has one of nothing.
        if (first == 2)
            rows.NextResult();
        while (rows.Read())
        {
            events.Add(EventColumns.Read(rows));
            writer = rows.GetInt64(9);
        }
        rows.NextResult();
        while (rows.Read())
        {
            facts.Add(FactChanges.Read(rows));
            revision = rows.GetInt64(3);
        }
        rows.NextResult();
        rows.Read();
        var now = new DateTimeOffset(rows.GetDateTime(0), TimeSpan.Zero).ToUnixTimeMilliseconds();
        return new News(events, writer, facts, revision, now);
    }

    private long KeepMore(TurnToKeep turn, string[] pairs, long revision)
    {
        var made = turn.Forget.Count > 0 ? ReadBase() : Option<Base>.None;
        using var batch = new NpgsqlBatch(_connection) { Timeout = Seconds };
        if (turn.Events.Count > 0)
        {
            var insert = new NpgsqlBatchCommand(EventColumns.Insert);
            foreach (NpgsqlParameter parameter in _keep.BatchCommands[0].Parameters)
                insert.Parameters.Add(parameter.Clone());
            batch.BatchCommands.Add(insert);
        }
        if (pairs.Length > 0)
            batch.BatchCommands.Add(PutPairs(pairs));
        var changes = FactChanges.Commands(turn.Facts, revision).ToArray();
        foreach (var command in changes)
            batch.BatchCommands.Add(command);
        if (turn.Events is [.., var last])
        {
            foreach (var command in PostgresOblivion.Blank(turn.Forget, last.Sequence, made).Concat(PostgresOblivion.TakeBack(turn.Events)))
                batch.BatchCommands.Add(command);
        }
        foreach (var raised in turn.Events.Select(recorded => recorded.Event).OfType<Event.LevelRaised>())
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"UPDATE journal SET level = {raised.To}"));
        foreach (var started in turn.Events.Select(recorded => recorded.Event).OfType<Event.ServerStarted>())
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"UPDATE openings SET server = {started.Server.Number} WHERE writer = {_own}"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(_bell));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Patiently));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        using var rows = batch.ExecuteReader();
        do
        {
            while (rows.Read())
            {
                if (rows.GetName(0) == "revision")
                    revision = Math.Max(revision, rows.GetInt64(0));
            }
        }
        while (rows.NextResult());
        return revision;
    }

    private static NpgsqlBatchCommand PutPairs(string[] pairs)
    {
        var command = new NpgsqlBatchCommand(
            "INSERT INTO pairs SELECT split_part(pair, ' ', half), pair FROM unnest($1::text[]) pair, (VALUES (1), (2)) AS halves (half) ON CONFLICT DO NOTHING");
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = pairs });
        return command;
    }

    private Option<Base> ReadBase()
    {
        using var command = new NpgsqlCommand(PostgresReader.Base, _connection) { CommandTimeout = Seconds };
        using var row = command.ExecuteReader();
        return PostgresReader.ReadBase(row);
    }
}
