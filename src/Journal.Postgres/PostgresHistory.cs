using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Postgres;

/// <summary>
/// Questions to the journal's database. At the primary only: what a copy that lags knows could contradict what was delivered.
/// </summary>
public sealed class PostgresHistory : IHistory
{
    private readonly PostgresReaders _readers;

    internal PostgresHistory(PostgresReaders readers) => _readers = readers;

    public bool IsFar => true;

    public Sequence End => Page(reader => reader.End());

    public Option<Base> Base => Page(reader => reader.Trimmed());

    public IReadOnlyList<Recorded> Read(Sequence after, int most) => Page(reader => reader.Events(after, most));

    public IReadOnlyList<Recorded> ReadHeaders(Sequence after, int most) => Page(reader => reader.Headers(after, most));

    public IReadOnlyList<Recorded> Said(HistoryQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Most <= 0 ? [] : Page(reader => reader.Said(query));
    }

    public IReadOnlyList<Recorded> Search(SearchQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        try
        {
            return query.Most <= 0 ? [] : Page(reader => reader.WithBitmaps(() => PostgresSearch.Run(reader, query)));
        }
        catch (JournalLostException lost)
        {
            throw new SearchUnavailableException(lost.Message, lost);
        }
    }

    public ILookup<Sequence, Recorded> About(IReadOnlyList<Sequence> messages, HistoryQuery query)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(query);
        var found = messages.Count == 0 || query.Most <= 0 ? [] : Page(reader => reader.About(messages, query));
        return found.ToLookup(pair => pair.Message, pair => pair.Remark);
    }

    public IReadOnlyList<ConversationKey> Pairs(Party of) => Page(reader => reader.Pairs(ConversationKey.Name(of)));

    public Recorded? Find(Sequence sequence) => sequence.Number > 0 && Read(new Sequence(sequence.Number - 1), 1) is [var found] && found.Sequence == sequence ? found : null;

    public Sequence At(Timestamp moment) => Page(reader => reader.At(moment));

    public void Dispose()
    {
        // The connections belong to the journal, and others ask over them too.
    }

    private T Page<T>(Func<PostgresReader, T> read) => _readers.Page(read);
}
