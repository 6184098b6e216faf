using System.Collections.Concurrent;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Sqlite;

/// <summary>
/// Questions to the journal's file, over read-only connections of their own: as many at a time as there are
/// connections, while others wait their turn for some milliseconds.
/// </summary>
public sealed class SqliteHistory : IHistory
{
    /// <summary>More would only compete for the same disk and cores, and each has a cache of 2 MB.</summary>
    private const int Readers = 4;

    private readonly string _path;
    private readonly string? _words;
    private readonly CheckpointGate _gate;
    private readonly SemaphoreSlim _free = new(Readers);
    private readonly ConcurrentBag<SqliteReader> _idle = [];
    private volatile bool _disposed;

    /// <param name="path">The journal's file.</param>
    /// <param name="gate">By which the writer finds a moment without readers.</param>
    /// <param name="words">The file of the words' index; null where none can be used.</param>
    internal SqliteHistory(string path, CheckpointGate gate, string? words) => (_path, _gate, _words) = (path, gate, words);

    public IReadOnlyList<Recorded> Read(Sequence after, int most) => Page(reader => reader.Events(after, most));

    public IReadOnlyList<Recorded> ReadHeaders(Sequence after, int most) => Page(reader => reader.Headers(after, most));

    public IReadOnlyList<Recorded> Said(HistoryQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Most <= 0 ? [] : Page(reader => Said(reader, query));
    }

    public IReadOnlyList<Recorded> Search(SearchQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (_words is not { } words)
            throw new SearchUnavailableException("the index of words can't be used");
        return query.Most <= 0 ? [] : Page(reader => reader.Search(query, words));
    }

    public ILookup<Sequence, Recorded> About(IReadOnlyList<Sequence> messages, HistoryQuery query)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return messages.Count == 0 || query.Most <= 0 ? Enumerable.Empty<Recorded>().ToLookup(what => what.Sequence) : Page(reader => About(reader, messages, query));
    }

    /// <summary>Messages with words behind <paramref name="after"/>, up to <paramref name="last"/>.</summary>
    internal List<SaidText> Texts(Sequence after, Sequence last, int most) => Page(reader => reader.Texts(after, last, most));

    public IReadOnlyList<ConversationKey> Pairs(Party of) => Page(reader => reader.Pairs(ConversationKey.Name(of)));

    public Recorded? Find(Sequence sequence) =>
        Page(reader => reader.Events(new Sequence(sequence.Number - 1), 1)) is [var found] && found.Sequence == sequence ? found : null;

    /// <summary>Halves the journal until one place is left: times never decrease. A hole counts as the event behind it.</summary>
    public Sequence At(Timestamp moment) => Page(reader =>
    {
        var (first, behind) = (1L, reader.Last() + 1);
        while (first < behind)
        {
            var middle = first + ((behind - first) / 2);
            (first, behind) = reader.At(middle).Milliseconds < moment.Milliseconds ? (middle + 1, behind) : (first, middle);
        }
        return reader.NotBefore(first);
    });

    public Sequence End => Page(reader => new Sequence(reader.Last()));

    public Option<Base> Base => Page(reader => reader.Base());

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var reader))
            reader.Dispose();
    }

    /// <summary>What is not indexed yet lies behind all that is, so the side from which the page begins is asked first.</summary>
    private static List<Recorded> Said(SqliteReader reader, HistoryQuery query)
    {
        var known = query.Known.Select(message => message.Number).ToHashSet();
        var page = query.FromEnd ? reader.Fresh(query, known) : Indexed(reader, query, known);
        if (page.Count < query.Most)
            page.AddRange(query.FromEnd ? Indexed(reader, query, known) : reader.Fresh(query, known));
        page.Sort((left, right) => left.Place.CompareTo(right.Place));
        var surplus = page.Count - query.Most;
        if (surplus > 0)
            page.RemoveRange(query.FromEnd ? 0 : query.Most, surplus);
        return [.. page.Select(found => found.What).OfType<Recorded>()];
    }

    /// <summary>A walk for each audience and kind that may be read. Together they may be more than the page, and never less.</summary>
    private static List<SqliteReader.Found> Indexed(SqliteReader reader, HistoryQuery query, IReadOnlySet<long> known)
    {
        var found = new List<SqliteReader.Found>();
        foreach (var number in HistoryPlaces.Numbers(query))
            found.AddRange(reader.Said(query, number, known));
        return found;
    }

    private static ILookup<Sequence, Recorded> About(SqliteReader reader, IReadOnlyList<Sequence> messages, HistoryQuery query) => HistoryPlaces.Numbers(query)
        .SelectMany(number => reader.About(messages, query, number))
        .GroupBy(found => found.Message, found => found.What)
        .SelectMany(remarks => remarks.OrderBy(what => what.Sequence).TakeLast(query.Most).Select(what => (remarks.Key, what)))
        .ToLookup(found => found.Key, found => found.what);

    private T Page<T>(Func<SqliteReader, T> read)
    {
        _free.Wait();
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var reader = _idle.TryTake(out var idle) ? idle : new SqliteReader(_path);
            try
            {
                return Gated(reader, read);
            }
            finally
            {
                Return(reader);
            }
        }
        finally
        {
            _free.Release();
        }
    }

    private T Gated<T>(SqliteReader reader, Func<SqliteReader, T> read)
    {
        _gate.EnterPage();
        try
        {
            return reader.Page(read);
        }
        finally
        {
            _gate.LeavePage();
        }
    }

    private void Return(SqliteReader reader)
    {
        _idle.Add(reader);
        // It was closed while this page was read: then nobody else takes the connection out again.
        if (_disposed)
            Dispose();
    }
}
