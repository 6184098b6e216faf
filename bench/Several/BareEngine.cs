using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace ChatRoom.Bench.Several;

/// <summary>The database alone, used as the journal uses it: a lock, what is new, rows, the bell, and the commit; over several connections that do nothing else.</summary>
public static class BareEngine
{
    private const string Table =
        "DROP SCHEMA IF EXISTS bare CASCADE; CREATE SCHEMA bare; CREATE TABLE bare.events (seq bigint PRIMARY KEY, at bigint NOT NULL, conversation text, header text NOT NULL, body bytea); " +
        "CREATE INDEX said ON bare.events (conversation, seq)";

    /// <summary>Events a second.</summary>
    public static async Task<double> Measure(DatabasePair database, int connections, int perTurn, TimeSpan time)
    {
        ArgumentNullException.ThrowIfNull(database);
        database.Run(Table);
        await using var source = new NpgsqlDataSourceBuilder($"Host={database.Primary.Folder};Username=postgres;Database=postgres").Build();
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var kept = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => Turns(source, perTurn, until))));
        return kept.Sum() / time.TotalSeconds;
    }

    private static long Turns(NpgsqlDataSource source, int perTurn, long until)
    {
        using var connection = source.OpenConnection();
        using (var settings = new NpgsqlCommand("SET jit = off; SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off", connection))
            settings.ExecuteNonQuery();
        using var begin = Batch(connection, "BEGIN", "SELECT pg_advisory_xact_lock(17)", "SELECT seq, at, conversation, header, body FROM bare.events WHERE seq > $1 ORDER BY seq LIMIT 2000", "SELECT clock_timestamp()");
        begin.BatchCommands[2].Parameters.Add(new NpgsqlParameter<long>());
        using var keep = Batch(connection, "INSERT INTO bare.events SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::bytea[])", "NOTIFY bare", "COMMIT");
        foreach (var type in (NpgsqlDbType[])[NpgsqlDbType.Bigint, NpgsqlDbType.Bigint, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Bytea])
            keep.BatchCommands[0].Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | type });
        begin.Prepare();
        keep.Prepare();
        var (last, kept) = (0L, 0L);
        while (Stopwatch.GetTimestamp() < until)
        {
            ((NpgsqlParameter<long>)begin.BatchCommands[2].Parameters[0]).TypedValue = last;
            var page = 0;
            using (var rows = begin.ExecuteReader())
            {
                rows.NextResult();
                for (; rows.Read(); page++)
                    last = rows.GetInt64(0);
            }
            var numbers = Enumerable.Range(1, perTurn).Select(i => last + i).ToArray();
            object[] columns =
            [
                numbers, numbers, numbers.Select(number => $"#room{number % 1000}").ToArray(), numbers.Select(_ => new string('h', 80)).ToArray(), numbers.Select(_ => new byte[40]).ToArray(),
            ];
            // Somebody who is far behind reads on, and writes nothing.
            if (page == 2000)
            {
                using var rollBack = new NpgsqlCommand("ROLLBACK", connection);
                rollBack.ExecuteNonQuery();
                continue;
            }
            for (var i = 0; i < columns.Length; i++)
                keep.BatchCommands[0].Parameters[i].Value = columns[i];
            keep.ExecuteNonQuery();
            (last, kept) = (last + perTurn, kept + perTurn);
        }
        return kept;
    }

    private static NpgsqlBatch Batch(NpgsqlConnection connection, params string[] statements)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var sql in statements)
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        return batch;
    }
}
