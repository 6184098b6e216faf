using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Journal.Search;

namespace ChatRoom.Journal.Postgres;

/// <summary>A question for words: what the index finds, behind what it does not know yet, the newest first.</summary>
internal static class PostgresSearch
{
    /// <summary>
    /// So many of the newest events are gone through first, term by term: some milliseconds. The index of words yields nothing before it has read everything that
    /// has a word, so it is asked for what is seldom alone.
    /// </summary>
    private const int GoneThrough = 20_000;

    /// <summary>More of them than are asked for, since not all with the words of a phrase have the phrase.</summary>
    private const int Spare = 4;

    /// <summary>"Is true" hides the operator from the planner, which would take the index of words for it.</summary>
    private const string Newest =
        $"WITH newest AS MATERIALIZED (SELECT seq FROM words WHERE seq > $2 AND seq < $3 AND (terms @@ $1::text::tsquery) IS TRUE ORDER BY seq DESC LIMIT $4) " +
        $"SELECT {EventColumns.All} FROM newest JOIN events USING (seq) ORDER BY seq DESC";

    /// <summary>Materialized, so that it is always the words which are looked up, and never each message.</summary>
    private const string Found =
        $"WITH hits AS MATERIALIZED (SELECT seq FROM words WHERE terms @@ $1::text::tsquery), newest AS MATERIALIZED (SELECT seq FROM hits WHERE seq > $2 AND seq < $3 ORDER BY seq DESC LIMIT $4) " +
        $"SELECT {EventColumns.All} FROM newest JOIN events USING (seq) ORDER BY seq DESC";

    private const string Unindexed = $"SELECT {EventColumns.All} FROM events WHERE seq > $1 AND seq < $2 AND conversation IS NOT NULL ORDER BY seq DESC";

    public static List<Recorded> Run(PostgresReader reader, SearchQuery query)
    {
        var (indexed, last) = State(reader);
        SearchQuery.RequireIndexed(indexed, last);
        var expression = Expression(Places(reader, query), query);
        // Without a word or a name there is nothing to look up.
        var known = query.Words.Phrases.IsEmpty && query.From.IsNone ? query.After.Number : indexed;
        var found = new List<Recorded>();
        Take(reader, query, found, Unindexed, Math.Max(known, query.After.Number), query.Before.Number);
        if (expression.Length > 0 && found.Count < query.Most)
            TakeIndexed(reader, query, found, expression, Math.Min(query.Before.Number, known + 1));
        return found;
    }

    private static void TakeIndexed(PostgresReader reader, SearchQuery query, List<Recorded> found, string expression, long end)
    {
        var (after, most) = (Math.Max(query.After.Number, end - GoneThrough), query.Most * Spare);
        if (after + 1 >= end)
            return;
        var (read, last) = Take(reader, query, found, Newest, expression, after, end, most);
        end = read < most ? after + 1 : last;
        if (found.Count < query.Most && query.After.Number + 1 < end)
            Take(reader, query, found, Found, expression, query.After.Number, end, SearchQuery.MostRead);
    }

    /// <summary>Yields how many rows were read, and the last of them.</summary>
    private static (int Read, long Last) Take(PostgresReader reader, SearchQuery query, List<Recorded> found, string sql, params object[] values)
    {
        var (read, last) = (0, 0L);
        using var rows = reader.Ask(sql, values);
        while (found.Count < query.Most && rows.Read())
        {
            var recorded = EventColumns.Read(rows);
            (read, last) = (read + 1, recorded.Sequence.Number);
            if (query.Finds(recorded))
                found.Add(recorded);
        }
        return (read, last);
    }

    private static (long Indexed, long Last) State(PostgresReader reader)
    {
        using var row = reader.Ask("SELECT (SELECT seq FROM marks WHERE name = 'words'), (SELECT coalesce(max(seq), 0) FROM events)");
        row.Read();
        return (row.GetInt64(0), row.GetInt64(1));
    }

    private static List<long> Places(PostgresReader reader, SearchQuery query)
    {
        var wanted = query.Places.SelectMany(place => place.Audiences.Select(audience => (place.Conversation, Audience: (short)audience))).ToArray();
        var places = new List<long>();
        using var rows = query.IsEverywhere
            ? reader.Ask("SELECT id FROM places ORDER BY id")
            : reader.Ask(
                "SELECT id FROM unnest($1::text[], $2::smallint[]) AS wanted (conversation, audience) JOIN places USING (conversation, audience) ORDER BY id",
                Array.ConvertAll(wanted, one => one.Conversation.Text), Array.ConvertAll(wanted, one => one.Audience));
        while (rows.Read())
            places.Add(rows.GetInt64(0));
        return places;
    }

    /// <summary>What has to be true of a message in one of these places, as PostgreSQL writes it; empty where nothing can be.</summary>
    private static string Expression(List<long> places, SearchQuery query) =>
        string.Join(" | ", places.Select(place => string.Join(" & ", Wanted(place, query))).Where(wanted => wanted.Length > 0).Select(wanted => $"({wanted})"));

    private static IEnumerable<string> Wanted(long place, SearchQuery query)
    {
        var words = query.Words.Phrases.SelectMany(phrase => phrase.Words.Select((word, i) =>
            Quoted(SearchTerms.Word(place, word)) + (phrase.IsBeginning && i == phrase.Words.Count - 1 ? ":*" : "")));
        return query.From.TryGet(out var nick) ? words.Append(Quoted(SearchTerms.Author(place, nick.Key))) : words;
    }

    private static string Quoted(string term) => $"'{term.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
}
