using System.Text;
using ChatRoom.Domain.Events;
using ChatRoom.Journal.Codec;
using ChatRoom.Journal.Search;
using Npgsql;
using NpgsqlTypes;

namespace ChatRoom.Journal.Postgres;

/// <summary>
/// The index of words, which follows behind the journal: whichever server comes first takes in what is missing, on a thread of its own, and the
/// others have it. Who searches joins what is not in it yet, and the text itself says whether it fits. The words are ours (see
/// <see cref="SearchTerms"/>), so the same question has the same answer as with SQLite; PostgreSQL only stores and finds them.
/// </summary>
public sealed class PostgresWords : IDisposable
{
    /// <summary>A transaction: some tens of milliseconds, for which a turn that forgets may wait.</summary>
    private const int Batch = 2_000;

    /// <summary>What comes meanwhile is taken in together.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(500);

    /// <summary>Who writes at full speed is not to feel it, and yet it has to keep up.</summary>
    private const int Niceness = 5;

    /// <summary>So many places are remembered; beyond it they are looked up again.</summary>
    private const int MostPlaces = 10_000;

    private static readonly string Messages =
        $"SELECT seq, conversation, audience, header, body FROM events WHERE seq > $1 AND seq <= $2 AND kind = {EventKinds.NumberOf<Event.Said>()} " +
        $"AND audience < {(int)HistoryKind.Sign} AND body IS NOT NULL ORDER BY seq LIMIT $3";

    private readonly SearchTerms _terms = new();
    private readonly Dictionary<(ConversationKey, Audience), long> _places = [];
    private readonly AutoResetEvent _news = new(true);
    private readonly ManualResetEventSlim _over = new();
    private readonly PostgresDoor _door;
    private PostgresReader? _reader;
    private NpgsqlConnection? _connection;
    private Thread? _thread;

    internal PostgresWords(PostgresDoor door) => _door = door;

    /// <summary>Follows from now on. A database that is away is tried again; a person who searches meanwhile is told.</summary>
    public void Start()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "search", Priority = ThreadPriority.BelowNormal };
        _thread.Start();
    }

    /// <summary>There may be more in the journal. From any thread.</summary>
    public void Wake() => _news.Set();

    /// <summary>Takes in a part of what is missing; false when nothing is, or another server does it just now.</summary>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public bool Follow()
    {
        // A connection may also end while nothing but the end of a transaction is said to it, and of that nobody hears.
        if (_reader is null || _connection!.State != System.Data.ConnectionState.Open)
        {
            _reader?.Dispose();
            _reader = null;
            _connection = _door.OpenForWork("chatroom/words");
            _reader = new PostgresReader(_connection);
            _places.Clear();
        }
        using var transaction = _connection!.BeginTransaction();
        if (Number("SELECT seq FROM marks WHERE name = 'words' FOR UPDATE SKIP LOCKED") is not { } indexed)
            return false;
        // Behind the lock, so that nothing is taken in that was forgotten before.
        var end = Number("SELECT coalesce(max(seq), 0) FROM events")!.Value;
        if (end <= indexed)
            return false;
        var terms = new List<byte[]>();
        var said = Said(indexed, end);
        foreach (var one in said)
            terms.Add(_terms.Of(PlaceOf(one.Conversation, one.Audience), one.Nick, one.Text).ToArray());
        using var insert = new NpgsqlCommand(
            "WITH fresh AS (INSERT INTO words SELECT seq, array_to_tsvector(string_to_array(terms, ' ')) FROM unnest($1::bigint[], $2::text[]) AS row (seq, terms) ON CONFLICT DO NOTHING) " +
            "UPDATE marks SET seq = $3 WHERE name = 'words'", _connection);
        insert.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint, Value = said.Select(one => one.Sequence).ToArray() });
        insert.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = terms.ToArray() });
        insert.Parameters.Add(new NpgsqlParameter<long> { TypedValue = said.Count == Batch ? said[^1].Sequence : end });
        insert.ExecuteNonQuery();
        transaction.Commit();
        return true;
    }

    public void Dispose()
    {
        _over.Set();
        _news.Set();
        _thread?.Join();
        _reader?.Dispose();
        _news.Dispose();
        _over.Dispose();
    }

    private void Run()
    {
        QuietThread.Begin(Niceness);
        while (!_over.IsSet)
        {
            _news.WaitOne();
            try
            {
                while (!_over.IsSet && Follow())
                {
                }
            }
            catch (NpgsqlException)
            {
                _reader?.Dispose();
                _reader = null;
                // What was added to them is perhaps not there.
                _places.Clear();
                _news.Set();
            }
            _over.Wait(Gathering);
        }
    }

    /// <summary>Messages that have words, in order.</summary>
    private List<(long Sequence, ConversationKey Conversation, Audience Audience, string Nick, string Text)> Said(long after, long last)
    {
        var page = new List<(long, ConversationKey, Audience, string, string)>();
        using var rows = _reader!.Ask(Messages, after, last, Batch);
        while (rows.Read())
        {
            page.Add((rows.GetInt64(0), new ConversationKey(rows.GetString(1)), (Audience)rows.GetInt16(2), HeaderReader.NickOf(rows.GetFieldValue<byte[]>(3)),
                Encoding.UTF8.GetString(rows.GetFieldValue<byte[]>(4))));
        }
        return page;
    }

    private long PlaceOf(ConversationKey key, Audience audience)
    {
        if (_places.Count > MostPlaces)
            _places.Clear();
        if (!_places.TryGetValue((key, audience), out var place))
        {
            place = Number("SELECT id FROM places WHERE conversation = $1 AND audience = $2", key.Text, (int)audience)
                ?? Number("INSERT INTO places (conversation, audience) VALUES ($1, $2) RETURNING id", key.Text, (int)audience)!.Value;
            _places[(key, audience)] = place;
        }
        return place;
    }

    private long? Number(string sql, params object[] values)
    {
        using var row = _reader!.Ask(sql, values);
        return row.Read() ? row.GetInt64(0) : null;
    }
}
