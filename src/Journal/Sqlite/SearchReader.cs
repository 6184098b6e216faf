using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Sqlite;

/// <summary>One read-only connection to the words' index.</summary>
internal sealed class SearchReader : IDisposable
{
    /// <summary>
    /// Where the index would have to read all that it finds, so many of the newest messages are looked through without it: what is that
    /// frequent is among them, and what is not costs little.
    /// </summary>
    private const int LookedThrough = 4_000;

    private readonly Database _database;
    private readonly SearchExpression _expression;
    private Statement? _place;
    private Statement? _all;
    private Statement? _found;

    public SearchReader(string path)
    {
        _database = Database.OpenReader(path);
        _expression = new SearchExpression(_database);
    }

    /// <summary>
    /// From where on the messages themselves are to be looked through, and the numbers of what the index finds before that, the newest first;
    /// nothing is read that nobody asks for.
    /// </summary>
    /// <exception cref="SearchUnavailableException">The index is so far behind <paramref name="last"/> that nobody would wait for it.</exception>
    public T Page<T>(SearchQuery query, Sequence last, Func<Sequence, IEnumerable<Sequence>, T> take)
    {
        _database.Execute("BEGIN");
        try
        {
            var indexed = _database.Number("SELECT seq FROM mark");
            SearchQuery.RequireIndexed(indexed, last.Number);
            var expression = _expression.Of(Places(query), query);
            var end = new Sequence(_expression.IsCostly ? Math.Max(0, indexed - LookedThrough) : indexed);
            return take(end, expression.Length == 0 ? [] : Find(expression, query, end));
        }
        finally
        {
            _found?.Reset();
            _database.RollBack();
        }
    }

    public void Dispose() => _database.Dispose();

    private IEnumerable<Sequence> Find(string expression, SearchQuery query, Sequence end)
    {
        var found = _found ??= _database.Prepare("SELECT rowid FROM said WHERE said MATCH ?1 AND rowid > ?2 AND rowid < ?3 ORDER BY rowid DESC");
        found.Bind(1, expression);
        found.Bind(2, query.After.Number);
        found.Bind(3, Math.Min(query.Before.Number, end.Number + 1));
        while (found.Step())
            yield return new Sequence(found.Number(0));
    }

    private SortedSet<long> Places(SearchQuery query)
    {
        var places = new SortedSet<long>();
        if (query.IsEverywhere)
            Add(places, _all ??= _database.Prepare("SELECT id FROM places"));
        foreach (var place in query.Places)
        {
            foreach (var audience in place.Audiences)
                Add(places, place.Conversation, audience);
        }
        return places;
    }

    private void Add(SortedSet<long> places, ConversationKey conversation, Audience audience)
    {
        var place = _place ??= _database.Prepare("SELECT id FROM places WHERE conversation = ?1 AND audience = ?2");
        place.Bind(1, conversation.Text);
        place.Bind(2, (long)audience);
        Add(places, place);
    }

    private static void Add(SortedSet<long> places, Statement rows)
    {
        while (rows.Step())
            places.Add(rows.Number(0));
    }
}
