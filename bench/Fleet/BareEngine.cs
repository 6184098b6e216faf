using System.Diagnostics;
using ChatRoom.Testing;
using Npgsql;

namespace ChatRoom.Bench.Fleet;

/// <summary>What the engine does by itself with turns of the same kind: as many writers as there are servers, each of whom always has something to write.</summary>
internal static class BareEngine
{
    /// <summary>Rows of a turn: about as many as a busy server has waiting.</summary>
    private const int Rows = 64;

    /// <summary>Rows a second.</summary>
    public static double Run(PostgresCluster database, int writers, TimeSpan time)
    {
        database.Run("CREATE TABLE bare (seq bigint PRIMARY KEY, at bigint, body bytea)");
        var clock = Stopwatch.StartNew();
        var counts = new long[writers];
        var threads = Enumerable.Range(0, writers).Select(writer => new Thread(() => counts[writer] = Write(database, writer, clock, time))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }

    private static long Write(PostgresCluster database, int writer, Stopwatch clock, TimeSpan time)
    {
        using var connection = new NpgsqlConnection($"Host={database.Folder};Username=postgres;Database=postgres;Pooling=false");
        connection.Open();
        var (last, count) = (0L, 0L);
        var (places, times, bodies) = (new long[Rows], new long[Rows], new byte[Rows][]);
        while (clock.Elapsed < time)
        {
            using (var begin = new NpgsqlBatch(connection))
            {
                begin.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN"));
                begin.BatchCommands.Add(new NpgsqlBatchCommand("SELECT pg_advisory_xact_lock(7)"));
                begin.BatchCommands.Add(new NpgsqlBatchCommand("SELECT seq, at, body FROM bare WHERE seq > $1 ORDER BY seq") { Parameters = { new NpgsqlParameter<long> { TypedValue = last } } });
                using var rows = begin.ExecuteReader();
                rows.NextResult();
                while (rows.Read())
                    last = rows.GetInt64(0);
            }
            for (var i = 0; i < Rows; i++)
                (places[i], times[i], bodies[i]) = (last + i + 1, clock.ElapsedMilliseconds, new byte[40]);
            using var keep = new NpgsqlBatch(connection);
            keep.BatchCommands.Add(new NpgsqlBatchCommand("INSERT INTO bare SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bytea[])")
            {
                Parameters = { new NpgsqlParameter { Value = places }, new NpgsqlParameter { Value = times }, new NpgsqlParameter { Value = bodies } },
            });
            keep.BatchCommands.Add(new NpgsqlBatchCommand($"NOTIFY bare, '{writer}'"));
            keep.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
            keep.ExecuteNonQuery();
            (last, count) = (last + Rows, count + Rows);
        }
        return count;
    }
}
