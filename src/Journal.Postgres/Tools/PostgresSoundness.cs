using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Codec;

namespace ChatRoom.Journal.Postgres.Tools;

/// <summary>
/// What a journal in PostgreSQL holds beside its events and keeps by itself: who spoke with whom in private, and the index of words. A part of the
/// journal at a time, so that no statement is a long one. PostgreSQL's own indexes are looked at by its own tools (pg_amcheck).
/// </summary>
internal static class PostgresSoundness
{
    private const int Part = 50_000;

    private static readonly string Said = $"e.kind = {EventKinds.NumberOf<Event.Said>()} AND e.audience < {(int)HistoryKind.Sign} AND e.body IS NOT NULL";

    private static readonly (string Sql, string Wrong)[] Questions =
    [
        ("SELECT min(e.seq) FROM events e, (VALUES (1), (2)) AS halves (half) WHERE e.seq > $1 AND e.seq <= $2 AND e.conversation LIKE '% %' " +
            "AND NOT EXISTS (SELECT 1 FROM pairs p WHERE p.party = split_part(e.conversation, ' ', half) AND p.conversation = e.conversation)",
            "its private conversation is missing in the table of pairs"),
        ($"SELECT min(e.seq) FROM events e WHERE e.seq > $1 AND e.seq <= $2 AND e.seq <= (SELECT seq FROM marks WHERE name = 'words') AND {Said} " +
            "AND NOT EXISTS (SELECT 1 FROM words w WHERE w.seq = e.seq)",
            "its words are missing in the index of words"),
        ($"SELECT min(w.seq) FROM words w WHERE w.seq > $1 AND w.seq <= $2 AND NOT EXISTS (SELECT 1 FROM events e WHERE e.seq = w.seq AND {Said})",
            "the index of words has it, and there are no words of it"),
    ];

    public static string? Wrong(PostgresReader reader, Sequence last, CancellationToken cancel)
    {
        for (var after = 0L; after < last.Number; after += Part)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var (sql, wrong) in Questions)
            {
                if (Number(reader, sql, after, Math.Min(after + Part, last.Number)) is { } number)
                    return $"event {number}: {wrong}";
            }
        }
        return Number(reader, "SELECT seq FROM marks WHERE name = 'words' AND seq > (SELECT coalesce(max(seq), 0) FROM events)") is { } reached
            ? $"the index of words reaches to event {reached}, and there is none"
            : null;
    }

    private static long? Number(PostgresReader reader, string sql, params object[] values)
    {
        using var row = reader.Ask(sql, values);
        return row.Read() && !row.IsDBNull(0) ? row.GetInt64(0) : null;
    }
}
