using ChatRoom.Domain.Data;
using ChatRoom.Journal.Search;

namespace ChatRoom.Journal.Sqlite;

/// <summary>
/// What has to be true of a message that is looked for, in FTS5's language. FTS5 reads all messages of all words that begin alike before it
/// yields the first of them. Their words are few, so they are looked up and asked for one by one: then it yields the newest at once.
/// </summary>
internal sealed class SearchExpression
{
    /// <summary>So many words, in all places together, are looked up: a few hundredths of a second.</summary>
    private const int Most = 250;

    private readonly Statement _next;
    private int _left;

    /// <summary>Outside of a transaction, whose end would take the table of terms away.</summary>
    public SearchExpression(Database database)
    {
        database.Execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'said', 'instance')");
        _next = database.Prepare("SELECT term FROM temp.terms WHERE term >= ?1 LIMIT 1");
    }

    /// <summary>Some beginning is that of too many words; what is asked then costs as much as it finds.</summary>
    public bool IsCostly => _left < 0;

    /// <summary>Empty when nothing can be found.</summary>
    public string Of(IEnumerable<long> places, SearchQuery query)
    {
        _left = Most;
        return string.Join(" OR ", places.Select(place => InPlace(place, query)).Where(wanted => wanted.Length > 0));
    }

    private string InPlace(long place, SearchQuery query)
    {
        var wanted = query.From.TryGet(out var nick) ? new List<string> { Quoted(SearchTerms.Author(place, nick.Key)) } : [];
        foreach (var phrase in query.Words.Phrases)
        {
            for (var i = 0; i < phrase.Words.Count; i++)
            {
                var term = SearchTerms.Word(place, phrase.Words[i]);
                wanted.Add(phrase.IsBeginning && i == phrase.Words.Count - 1 ? Beginning(term) : Quoted(term));
                if (wanted[^1].Length == 0)
                    return "";
            }
        }
        return $"({string.Join(" AND ", wanted)})";
    }

    private string Beginning(string beginning)
    {
        var words = new List<string>();
        for (var next = Next(beginning); next is not null && next.StartsWith(beginning, StringComparison.Ordinal); next = Next(next + '\x01'))
        {
            if (--_left < 0)
                return $"{Quoted(beginning)} *";
            words.Add(Quoted(next));
        }
        return words.Count == 0 ? "" : $"({string.Join(" OR ", words)})";
    }

    /// <summary>The first term that is not before this text.</summary>
    private string? Next(string text)
    {
        _next.Bind(1, text);
        try
        {
            return _next.Step() ? _next.Text(0) : null;
        }
        finally
        {
            _next.Reset();
        }
    }

    private static string Quoted(string term) => $"\"{term}\"";
}
