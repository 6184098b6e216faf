using ChatRoom.Domain.Names;
using Npgsql;
using NpgsqlTypes;

namespace ChatRoom.Journal.Postgres;

/// <summary>
/// The servers that have the journal open: each beats once a second, over the connection of its ear, and looks after the others. That one ended is
/// decided in a turn, by the rules; here it is only noticed. Whoever lives on without knowing it is fenced by that event: its next turn begins with reading it.
/// </summary>
public sealed class PostgresFleet
{
    private const string Beat = "UPDATE openings SET beat = beat + 1 WHERE writer = $1";

    /// <summary>Whose start was lost in a failover may still hold a number that another one has now; the newest counts.</summary>
    private const string Others =
        "SELECT DISTINCT ON (server) server, beat, EXISTS (SELECT 1 FROM pg_stat_activity WHERE pid IN (turn_pid, ear_pid) AND application_name LIKE 'chatroom/%') FROM openings WHERE server IS NOT NULL ORDER BY server, opened DESC";

    private readonly SilenceWatch _watch;
    private readonly long _writer;
    private Func<(ServerId Own, IReadOnlyCollection<ServerId> Living)>? _known;
    private Action<ServerId>? _silent;

    internal PostgresFleet(long writer, TimeProvider clock) => (_writer, _watch) = (writer, new SilenceWatch(clock));

    /// <summary>Looks after the others from now on.</summary>
    /// <param name="known">Who lives, as the journal says, and who of them one is.</param>
    /// <param name="silent">Is told who gave no sign of life for too long, each second anew; on a thread of the bell's.</param>
    public void Watch(Func<(ServerId Own, IReadOnlyCollection<ServerId> Living)> known, Action<ServerId> silent)
    {
        _silent = silent;
        Volatile.Write(ref _known, known);
    }

    /// <summary>The ear was away for a while.</summary>
    internal void Missed() => _watch.Forget();

    /// <summary>A sign of life, and a look at those of the others. Over the ear's connection, about once a second.</summary>
    internal void Turn(NpgsqlConnection connection)
    {
        using var batch = new NpgsqlBatch(connection) { Timeout = 12 };
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Beat) { Parameters = { new NpgsqlParameter<long> { TypedValue = _writer } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Others));
        var beats = new Dictionary<ServerId, (long, bool)>();
        using (var rows = batch.ExecuteReader())
        {
            while (rows.Read())
                beats[new ServerId(rows.GetInt32(0))] = (rows.GetInt64(1), rows.GetBoolean(2));
        }
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

    private static void Execute(NpgsqlConnection connection, string sql, int server)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 12 };
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Integer, Value = server });
        command.ExecuteNonQuery();
    }
}
