using System.Globalization;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using Npgsql;
using NpgsqlTypes;

namespace ChatRoom.Journal.Postgres;

/// <summary>
/// The servers that have the journal open: each beats once a second, over the connection of its ear, and looks after the others. That one ended is
/// decided in a turn, by the rules; here it is only noticed. A server that lives on without knowing it is fenced by that event: its next turn begins with reading it.
/// </summary>
public sealed class PostgresFleet
{
    private const string Beat =
        "UPDATE openings SET beat = beat + 1, beaten = clock_timestamp(), behind = greatest(0, (SELECT coalesce(max(seq), 0) FROM events) - $2) WHERE writer = $1 RETURNING behind";

    /// <summary>Whose start was lost in a failover may still hold a number that another one has now; the newest counts.</summary>
    private const string Others =
        "SELECT DISTINCT ON (server) server, beat, EXISTS (SELECT 1 FROM pg_stat_activity WHERE pid IN (turn_pid, ear_pid) AND application_name LIKE 'chatroom/%') FROM openings WHERE server IS NOT NULL ORDER BY server, opened DESC";

    private const string NoSuchTable = "42P01";

    /// <summary>Twice what is between two beats: others begin to wonder.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(2);

    private readonly SilenceWatch _watch;
    private readonly PostgresDoor _door;
    private readonly long _writer;
    private readonly TimeProvider _clock;
    private readonly Func<Sequence> _last;
    private Func<(ServerId Own, IReadOnlyCollection<ServerId> Living)>? _known;
    private Action<ServerId>? _silent;
    private long _behind;
    private long _lateBeats;
    private long _beaten;

    /// <param name="door">To the database.</param>
    /// <param name="writer">Which opening beats.</param>
    /// <param name="clock">By which others are judged.</param>
    /// <param name="last">The last event that this server knows.</param>
    internal PostgresFleet(PostgresDoor door, long writer, TimeProvider clock, Func<Sequence> last) =>
        (_door, _writer, _clock, _last, _watch) = (door, writer, clock, last, new SilenceWatch(clock));

    /// <summary>Events that this server had still to hear of at its last beat. From any thread.</summary>
    public long Behind => Interlocked.Read(ref _behind);

    /// <summary>How often a beat came later than others like to see. From any thread.</summary>
    public long LateBeats => Interlocked.Read(ref _lateBeats);

    /// <summary>Who has the journal at this address open. Beside any server, or without one.</summary>
    /// <exception cref="JournalUnusableException">There is no journal of ours.</exception>
    /// <exception cref="JournalLostException">It can't be reached now.</exception>
    public static IReadOnlyList<FleetMember> Look(PostgresAddress address)
    {
        using var door = new PostgresDoor(address);
        try
        {
            return Look(door);
        }
        catch (PostgresException missing) when (missing.SqlState == NoSuchTable)
        {
            throw new JournalUnusableException($"there is no journal at {address.Shown} yet, in the schema {address.Schema}", missing);
        }
        catch (NpgsqlException failed)
        {
            throw PostgresFault.Of(failed).Explained(address.Shown);
        }
    }

    /// <summary>Looks after the others from now on.</summary>
    /// <param name="known">Who lives, as the journal says, and who of them one is.</param>
    /// <param name="silent">Is told who gave no sign of life for too long, each second anew; on a thread of the bell's.</param>
    public void Watch(Func<(ServerId Own, IReadOnlyCollection<ServerId> Living)> known, Action<ServerId> silent)
    {
        _silent = silent;
        Volatile.Write(ref _known, known);
    }

    /// <summary>Who has the journal open, over a connection of its own.</summary>
    /// <exception cref="JournalLostException">It can't be reached now.</exception>
    public IReadOnlyList<FleetMember> Look()
    {
        try
        {
            return Look(_door);
        }
        catch (NpgsqlException failed)
        {
            throw new JournalLostException($"the journal can't be read now: {PostgresFault.Of(failed).Reason}", failed);
        }
    }

    /// <summary>The ear was away for a while.</summary>
    internal void Missed() => _watch.Forget();

    /// <summary>A sign of life, and a look at those of the others. Over the ear's connection, about once a second.</summary>
    internal void Turn(NpgsqlConnection connection)
    {
        var beats = BeatAndLook(connection);
        if (Volatile.Read(ref _known) is not { } known)
            return;
        var (own, living) = known();
        foreach (var silent in _watch.Look([.. living.Where(server => server != own)], beats))
        {
            Execute(connection, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity JOIN openings ON pid IN (turn_pid, ear_pid) WHERE server = $1 AND application_name LIKE 'chatroom/%'", silent.Number);
            _silent!(silent);
        }
        // Numbers are given in order, so one that is larger than all that live has only just begun.
        var newest = living.Count == 0 ? 0 : living.Max(server => server.Number);
        foreach (var ended in beats.Keys.Where(server => server.Number < newest && !living.Contains(server)))
            Execute(connection, "DELETE FROM openings WHERE server = $1", ended.Number);
    }

    private Dictionary<ServerId, (long, bool)> BeatAndLook(NpgsqlConnection connection)
    {
        using var batch = new NpgsqlBatch(connection) { Timeout = 12 };
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Beat)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = _writer }, new NpgsqlParameter<long> { TypedValue = _last().Number } },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Others));
        var beats = new Dictionary<ServerId, (long, bool)>();
        using var rows = batch.ExecuteReader();
        while (rows.Read())
            Interlocked.Exchange(ref _behind, rows.GetInt64(0));
        rows.NextResult();
        while (rows.Read())
            beats[new ServerId(rows.GetInt32(0))] = (rows.GetInt64(1), rows.GetBoolean(2));
        if (_beaten != 0 && _clock.GetElapsedTime(_beaten) > Late)
            Interlocked.Increment(ref _lateBeats);
        _beaten = _clock.GetTimestamp();
        return beats;
    }

    /// <summary>The lock of the turn is one of two keys, so it shows them as those of an object.</summary>
    private static List<FleetMember> Look(PostgresDoor door)
    {
        var key = unchecked((uint)door.LockKey).ToString(CultureInfo.InvariantCulture);
        using var connection = door.OpenForWork("chatroom/look");
        using var command = new NpgsqlCommand(
            $"""
            SELECT server, name, version, opened, behind, extract(epoch FROM clock_timestamp() - beaten)::float8, active.pid IS NOT NULL, turn.granted,
              coalesce(extract(epoch FROM clock_timestamp() - active.xact_start), 0)::float8
            FROM openings
            LEFT JOIN pg_stat_activity active ON active.pid = turn_pid AND active.application_name LIKE 'chatroom/%'
            LEFT JOIN pg_locks turn ON turn.pid = turn_pid AND turn.locktype = 'advisory' AND turn.classid = '{PostgresDoor.LockClass}'::oid AND turn.objid = '{key}'::oid
              AND turn.database = (SELECT oid FROM pg_database WHERE datname = current_database())
            ORDER BY server NULLS LAST, opened
            """, connection);
        using var row = command.ExecuteReader();
        var all = new List<FleetMember>();
        while (row.Read())
        {
            all.Add(new FleetMember(
                row.IsDBNull(0) ? null : new ServerId(row.GetInt32(0)), row.GetString(1), row.GetString(2), new DateTimeOffset(row.GetDateTime(3), TimeSpan.Zero), row.GetInt64(4),
                TimeSpan.FromSeconds(Math.Max(0, row.GetDouble(5))), row.GetBoolean(6), row.IsDBNull(7) ? null : row.GetBoolean(7), TimeSpan.FromSeconds(Math.Max(0, row.GetDouble(8)))));
        }
        return all;
    }

    private static void Execute(NpgsqlConnection connection, string sql, int server)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 12 };
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Integer, Value = server });
        command.ExecuteNonQuery();
    }
}
