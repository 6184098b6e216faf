using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Journal.Search;

namespace ChatRoom.Journal.Postgres;

/// <summary>A question for words: what the index finds, behind what it does not know yet, the newest first.</summary>
internal static class PostgresSearch
{
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
        if (expression.Length > 0 && found.Count < query.Most && query.After.Number < known)
            Take(reader, query, found, Found, expression, query.After.Number, Math.Min(query.Before.Number, known + 1), SearchQuery.MostRead);
        return found;
    }

    private static void Take(PostgresReader reader, SearchQuery query, List<Recorded> found, string sql, params object[] values)
    {
        using var rows = reader.Ask(sql, values);
        while (found.Count < query.Most && rows.Read())
        {
            if (EventColumns.Read(rows) is var recorded && query.Finds(recorded))
                found.Add(recorded);
        }
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
