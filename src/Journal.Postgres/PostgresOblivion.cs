using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Codec;
using Npgsql;
using NpgsqlTypes;

namespace ChatRoom.Journal.Postgres;

/// <summary>
/// The statements that blank words, in the transaction of the turn that forgets them: the columns of the events, their terms in the index of words, and the
/// snapshots that may hold them. Dead rows keep the words until VACUUM, and logs and backups of the database until they expire.
/// </summary>
internal static class PostgresOblivion
{
    /// <summary>Kinds of which nothing is left to tell once their words are gone: they have no place in history any more.</summary>
    private static readonly string Words = $"{EventKinds.NumberOf<Event.Said>()}, {EventKinds.NumberOf<Event.TopicSet>()}";

    private static readonly string StateWords = string.Join(", ", EventKinds.All.Where(kind => kind.HasStateWords).Select(kind => kind.Number));

    private const string Meant = "seq BETWEEN $1 AND $2 AND ($3::bigint IS NULL OR (header::json ->> 'roomId')::bigint = $3)";

    /// <summary>A thread that indexes or saves a snapshot now has to end first: what it read is older than this turn.</summary>
    private const string Hold = "SELECT name FROM marks ORDER BY name FOR UPDATE";

    public static IEnumerable<NpgsqlBatchCommand> Blank(IReadOnlyList<Forgetting> forget, Sequence last, Option<Base> made)
    {
        if (forget.Count == 0)
            yield break;
        yield return new NpgsqlBatchCommand(Hold);
        foreach (var (range, room) in forget.SelectMany(what => what.Ranges.Select(range => (range, what.Room))))
        {
            yield return Of($"DELETE FROM words WHERE seq IN (SELECT seq FROM events WHERE {Meant})", range, room);
            yield return Of(
                $"UPDATE events SET body = NULL, attributes = NULL, conversation = CASE WHEN kind IN ({Words}) THEN NULL ELSE conversation END, " +
                $"audience = CASE WHEN kind IN ({Words}) THEN NULL ELSE audience END WHERE {Meant} AND (body IS NOT NULL OR attributes IS NOT NULL OR conversation IS NOT NULL)",
                range, room);
        }
        foreach (var command in Outdate([.. forget.SelectMany(what => what.Ranges)], last))
            yield return command;
        if (made.TryGet(out var found))
            yield return Put(forget.Aggregate(found, (before, what) => before.Without(what)));
    }

    /// <summary>What was taken back is found under another number from then on, by those who can show that.</summary>
    public static IEnumerable<NpgsqlBatchCommand> TakeBack(IReadOnlyList<Recorded> events)
    {
        var taken = events.Select(recorded => recorded.Event).OfType<Event.Redacted>().Select(redacted => redacted.What.Number).ToArray();
        if (taken.Length == 0)
            yield break;
        yield return new NpgsqlBatchCommand(Hold);
        foreach (var sql in (string[])
            [
                "DELETE FROM words WHERE seq = ANY($1)",
                $"UPDATE events SET body = NULL, attributes = NULL, audience = audience | {(int)HistoryKind.TakenBack}::smallint WHERE seq = ANY($1) AND kind = {EventKinds.NumberOf<Event.Said>()}",
            ])
        {
            var command = new NpgsqlBatchCommand(sql);
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint, Value = taken });
            yield return command;
        }
    }

    /// <summary>Only where words are among it that worlds hold too, a snapshot may have them.</summary>
    private static IEnumerable<NpgsqlBatchCommand> Outdate(SequenceRange[] ranges, Sequence last)
    {
        var outdate = new NpgsqlBatchCommand(
            "UPDATE marks SET seq = $1 WHERE name = 'forgotten' AND EXISTS (SELECT 1 FROM unnest($2::bigint[], $3::bigint[]) AS range (low, high) " +
            $"JOIN events ON events.seq BETWEEN low AND high WHERE kind IN ({StateWords}))");
        outdate.Parameters.Add(new NpgsqlParameter<long> { TypedValue = last.Number });
        foreach (var ends in (long[][])[[.. ranges.Select(range => range.First.Number)], [.. ranges.Select(range => range.Last.Number)]])
            outdate.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint, Value = ends });
        yield return outdate;
        var drop = new NpgsqlBatchCommand("DELETE FROM snapshots USING marks WHERE name = 'forgotten' AND marks.seq = $1");
        drop.Parameters.Add(new NpgsqlParameter<long> { TypedValue = last.Number });
        yield return drop;
    }

    private static NpgsqlBatchCommand Of(string sql, SequenceRange range, Option<RoomId> only)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = range.First.Number });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = range.Last.Number });
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Bigint, Value = only.TryGet(out var room) ? room.Number : DBNull.Value });
        return command;
    }

    private static NpgsqlBatchCommand Put(Base made)
    {
        var command = new NpgsqlBatchCommand("UPDATE base SET seq = $1, format = $2, digest = $3, world = $4");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = made.At.Number });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = made.Format });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = made.Digest.ToArray() });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = made.Bytes.ToArray() });
        return command;
    }
}
