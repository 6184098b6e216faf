using ChatRoom.Domain.Names;
using Npgsql;

namespace ChatRoom.Journal.Postgres;

/// <summary>
/// What happens whenever a server comes to the journal, first or again. Under the lock of the turn, so whatever turn was under way is decided; with a commit
/// that writes, so whatever is visible afterwards was flushed and replicated before it (a barrier). And the cluster is looked at: on another
/// timeline than before, what is appended from now on belongs to a new epoch. So messages that the old primary lost with its last moments, and that
/// perhaps only servers know which are not here now, never share an id with others.
/// </summary>
internal static class PostgresOpening
{
    /// <summary>Which database system, and which timeline of it.</summary>
    public const string Cluster = "(SELECT system_identifier FROM pg_control_system())::text || '/' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8)";

    /// <summary>The epochs afterwards.</summary>
    public static List<EpochStart> Run(NpgsqlConnection connection, PostgresDoor door, long writer, ServerId? server, string name, string version)
    {
        using var batch = new NpgsqlBatch(connection) { Timeout = 12 };
        Add(batch, "BEGIN");
        Add(batch, $"SELECT pg_advisory_xact_lock({PostgresDoor.LockClass}, {door.LockKey})");
        Add(batch, "INSERT INTO epochs SELECT (SELECT coalesce(max(seq), 0) + 1 FROM events), $1, (SELECT coalesce(max(revision), 0) FROM facts) FROM journal " +
            $"WHERE cluster <> {Cluster} ON CONFLICT (first) DO UPDATE SET epoch = excluded.epoch, revision = LEAST(epochs.revision, excluded.revision)", Epochs.NewName());
        Add(batch, $"DELETE FROM snapshots USING journal WHERE cluster <> {Cluster}");
        Add(batch, $"UPDATE journal SET cluster = {Cluster} WHERE cluster <> {Cluster}");
        // Nobody misses a tool that was killed.
        Add(batch, "DELETE FROM openings WHERE server IS NULL AND opened < now() - interval '1 minute' AND turn_pid NOT IN (SELECT pid FROM pg_stat_activity)");
        Add(batch, $"INSERT INTO openings (writer, name, version, server, turn_pid) VALUES ($1, $2, $3, {(server is { } known ? known.Number : "NULL")}, pg_backend_pid()) " +
            "ON CONFLICT (writer) DO UPDATE SET turn_pid = excluded.turn_pid", writer, name, version);
        Add(batch, $"SELECT first, epoch, revision FROM epochs, journal WHERE program = '{PostgresSchema.Program}' ORDER BY first");
        Add(batch, "COMMIT");
        var epochs = new List<EpochStart>();
        using var rows = batch.ExecuteReader();
        do
        {
            while (rows.Read())
            {
                if (rows.FieldCount == 3)
                    epochs.Add(new EpochStart(new Sequence(rows.GetInt64(0)), rows.GetString(1), rows.GetInt64(2)));
            }
        }
        while (rows.NextResult());
        // A server that was away while it was moved must not go on with what is left of it.
        return epochs.Count > 0 ? epochs : throw new NpgsqlException("the journal was moved to another place");
    }

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }
}
