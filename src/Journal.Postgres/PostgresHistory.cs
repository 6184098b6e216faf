using System.Collections.Concurrent;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using Npgsql;

namespace ChatRoom.Journal.Postgres;

/// <summary>
/// Questions to the journal's database, over connections of their own: as many at a time as there are connections, while others wait. At the
/// primary only: what a copy that lags knows could contradict what was delivered.
/// </summary>
public sealed class PostgresHistory : IHistory
{
    /// <summary>A server needs seven connections in all.</summary>
    private const int Readers = 4;

    /// <summary>Whoever waits longer keeps a thread from others.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly PostgresDoor _door;
    private readonly SemaphoreSlim _free = new(Readers);
    private readonly ConcurrentBag<PostgresReader> _idle = [];
    private volatile bool _disposed;

    internal PostgresHistory(PostgresDoor door) => _door = door;

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
            return query.Most <= 0 ? [] : Page(reader => PostgresSearch.Run(reader, query));
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
        var found = messages.Count == 0 ? [] : Page(reader => reader.About(messages, query));
        return found.ToLookup(pair => pair.Message, pair => pair.Remark);
    }

    public IReadOnlyList<ConversationKey> Pairs(Party of) => Page(reader => reader.Pairs(ConversationKey.Name(of)));

    public Recorded? Find(Sequence sequence) => sequence.Number > 0 && Read(new Sequence(sequence.Number - 1), 1) is [var found] && found.Sequence == sequence ? found : null;

    public Sequence At(Timestamp moment) => Page(reader => reader.At(moment));

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var reader))
            reader.Dispose();
    }

    /// <summary>A connection that was idle may have ended since, with a primary for example: then a new one is asked.</summary>
    private T Page<T>(Func<PostgresReader, T> read)
    {
        if (!_free.Wait(Patience))
            throw new JournalLostException("the journal can't be read now: too many questions wait for it");
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_idle.TryTake(out var idle))
            {
                try
                {
                    return Ask(idle, read);
                }
                catch (NpgsqlException failed) when (failed is not PostgresException { InvariantSeverity: "ERROR" })
                {
                    // The next one is new.
                }
            }
            return Ask(new PostgresReader(_door.OpenForReading("chatroom/history")), read);
        }
        catch (NpgsqlException failed)
        {
            throw new JournalLostException($"the journal can't be read now: {PostgresFault.Of(failed).Reason}", failed);
        }
        finally
        {
            _free.Release();
        }
    }

    private T Ask<T>(PostgresReader reader, Func<PostgresReader, T> read)
    {
        try
        {
            var answer = read(reader);
            _idle.Add(reader);
            // It was closed while this page was read: then nobody else takes the connection out again.
            if (_disposed)
                Dispose();
            return answer;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }
}
