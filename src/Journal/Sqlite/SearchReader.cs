using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Sqlite;

/// <summary>One read-only connection to the words' index.</summary>
internal sealed class SearchReader(string path) : IDisposable
{
    private readonly Database _database = Database.OpenReader(path);
    private Statement? _place;
    private Statement? _all;
    private Statement? _found;

    /// <summary>Up to where the index reaches, and the numbers of what it finds there, the newest first; nothing is read that nobody asks for.</summary>
    public T Page<T>(SearchQuery query, Func<Sequence, IEnumerable<Sequence>, T> take)
    {
        _database.Execute("BEGIN");
        try
        {
            var indexed = new Sequence(_database.Number("SELECT seq FROM mark"));
            var places = Places(query);
            return take(indexed, places.Count == 0 ? [] : Find(SearchFile.Expression(places, query), query));
        }
        finally
        {
            _found?.Reset();
            _database.RollBack();
        }
    }

    public void Dispose() => _database.Dispose();

    private IEnumerable<Sequence> Find(string expression, SearchQuery query)
    {
        var found = _found ??= _database.Prepare("SELECT rowid FROM said WHERE said MATCH ?1 AND rowid > ?2 AND rowid < ?3 ORDER BY rowid DESC");
        found.Bind(1, expression);
        found.Bind(2, query.After.Number);
        found.Bind(3, query.Before.Number);
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
