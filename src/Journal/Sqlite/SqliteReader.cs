using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Sqlite;

/// <summary>One read-only connection with its statements, each prepared when it is first asked.</summary>
internal sealed class SqliteReader(string path) : IDisposable
{
    /// <summary>A place of a page; null is what counts and is left out.</summary>
    public readonly record struct Found(Sequence Place, Recorded? What);

    private readonly Database _database = Database.OpenReader(path);
    private Statement? _begin;
    private Statement? _end;
    private Statement? _events;
    private Statement? _headers;
    private Statement? _saidFirst;
    private Statement? _saidLast;
    private Statement? _freshFirst;
    private Statement? _freshLast;
    private Statement? _about;
    private Statement? _pairs;
    private Statement? _indexed;
    private Statement? _at;
    private Statement? _last;
    private Statement? _next;
    private Statement? _newest;
    private Statement? _texts;
    private SearchReader? _words;

    /// <summary>One page is one transaction: it sees one state of the journal, and then lets go of the log.</summary>
    public T Page<T>(Func<SqliteReader, T> read)
    {
        (_begin ??= _database.Prepare("BEGIN")).Run();
        try
        {
            return read(this);
        }
        finally
        {
            (_end ??= _database.Prepare("COMMIT")).Run();
        }
    }

    public List<Recorded> Events(Sequence after, int most) => After(
        _events ??= _database.Prepare($"SELECT {EventRow.Columns} FROM events WHERE seq > ?1 ORDER BY seq LIMIT ?2"), after, most, true);

    public List<Recorded> Headers(Sequence after, int most) => After(
        _headers ??= _database.Prepare($"SELECT {EventRow.Headers} FROM events WHERE seq > ?1 ORDER BY seq LIMIT ?2"), after, most, false);

    public List<SaidText> Texts(Sequence after, Sequence last, int most) => SaidText.Read(_texts ??= SaidText.Prepare(_database), after, last, most);

    /// <summary>What is found under exactly this number and is in the index: one walk along it, no longer than the page.</summary>
    public List<Found> Said(HistoryQuery query, int number, IReadOnlySet<long> known)
    {
        var said = query.FromEnd ? _saidLast ??= PrepareSaid("DESC") : _saidFirst ??= PrepareSaid("ASC");
        return Said(said, query, number, query.After.Number, known);
    }

    /// <summary>What is found under any number of the query, and is not in the index yet.</summary>
    public List<Found> Fresh(HistoryQuery query, IReadOnlySet<long> known)
    {
        var indexed = Single(_indexed ??= _database.Prepare("SELECT indexed FROM journal"));
        var fresh = query.FromEnd ? _freshLast ??= PrepareFresh("DESC") : _freshFirst ??= PrepareFresh("ASC");
        fresh.Bind(6, NumbersOf(query));
        return Said(fresh, query, 0, Math.Max(indexed, query.After.Number), known);
    }

    /// <summary>The last of what belongs to each of these messages and is found under exactly this number: one walk for all, bounded for each.</summary>
    public List<(Sequence Message, Recorded What)> About(IReadOnlyList<Sequence> messages, HistoryQuery query, int number)
    {
        var about = _about ??= _database.Prepare(
            $"SELECT {EventRow.Columns}, {EventRow.About} FROM json_each(?1) AS message CROSS JOIN events ON seq IN " +
            "(SELECT seq FROM events WHERE about = message.value AND audience = ?2 AND conversation = ?3 ORDER BY seq DESC LIMIT ?4)");
        about.Bind(1, $"[{string.Join(',', messages.Select(message => message.Number))}]");
        about.Bind(2, number);
        about.Bind(3, query.Conversation.Text);
        about.Bind(4, query.Most);
        return Rows(about, row => (new Sequence(row.Number(EventRow.AboutColumn)), EventRow.Read(row, withAttributes: true)));
    }

    public List<ConversationKey> Pairs(string party)
    {
        var pairs = _pairs ??= _database.Prepare(
            "SELECT conversation FROM pairs WHERE party = ?1 UNION SELECT conversation FROM events " +
            "WHERE seq > (SELECT indexed FROM journal) AND (conversation LIKE ?1 || ' %' OR conversation LIKE '% ' || ?1)");
        pairs.Bind(1, party);
        return Rows(pairs, row => new ConversationKey(row.Text(0)));
    }

    /// <summary>What the index of words finds, behind what it does not know yet. The text itself says whether it fits.</summary>
    public List<Recorded> Search(SearchQuery query, string words)
    {
        try
        {
            return (_words ??= new SearchReader(words)).Page(query, new Sequence(Last()), (from, places) => Search(query, from, places));
        }
        catch (DatabaseException failed)
        {
            throw new SearchUnavailableException($"the index of words can't be read: {failed.Reason}", failed);
        }
    }

    private List<Recorded> Search(SearchQuery query, Sequence from, IEnumerable<Sequence> places)
    {
        // Nothing behind it is looked for when there is enough: even the first step of the index may be a long one.
        return [.. Newest(query, from).Where(query.Finds).Concat(places.Take(SearchQuery.MostRead).SelectMany(EventAt).Where(query.Finds)).Take(query.Most)];
    }

    private List<Recorded> EventAt(Sequence place) => Events(new Sequence(place.Number - 1), 1) is [var recorded] found && recorded.Sequence == place ? found : [];

    /// <summary>The newest first, and no more of it than is asked for.</summary>
    private IEnumerable<Recorded> Newest(SearchQuery query, Sequence from)
    {
        var rows = _newest ??= _database.Prepare(
            $"SELECT {EventRow.Columns} FROM events WHERE seq > ?1 AND seq < ?2 AND conversation IS NOT NULL ORDER BY seq DESC");
        rows.Bind(1, Math.Max(from.Number, query.After.Number));
        rows.Bind(2, query.Before.Number);
        try
        {
            while (rows.Step())
                yield return EventRow.Read(rows, withAttributes: true);
        }
        finally
        {
            rows.Reset();
        }
    }

    public long Last() => Single(_last ??= _database.Prepare("SELECT coalesce(max(seq), 0) FROM events"));

    /// <summary>When the event happened, or the next one if it is a hole. There is one up to the last.</summary>
    public Timestamp At(long sequence)
    {
        var at = _at ??= _database.Prepare("SELECT at FROM events WHERE seq >= ?1 ORDER BY seq LIMIT 1");
        at.Bind(1, sequence);
        return new Timestamp(Single(at));
    }

    /// <summary>This place, or that of the next event if it is a hole.</summary>
    public Sequence NotBefore(long sequence)
    {
        var next = _next ??= _database.Prepare("SELECT coalesce((SELECT seq FROM events WHERE seq >= ?1 ORDER BY seq LIMIT 1), ?1)");
        next.Bind(1, sequence);
        return new Sequence(Single(next));
    }

    public Option<Base> Base() => ReadBase(_database);

    internal static Epochs ReadEpochs(Database database)
    {
        using var rows = database.Prepare("SELECT first, epoch FROM epochs ORDER BY first");
        var ranges = new List<(Sequence, string)>();
        while (rows.Step())
            ranges.Add((new Sequence(rows.Number(0)), rows.Text(1)));
        return ranges is [(var first, _), ..] && first.Number == 1
            ? new Epochs(ranges)
            : throw new DatabaseException(SQLitePCL.raw.SQLITE_CORRUPT, "it has no epoch from its first event on");
    }

    internal static Option<Base> ReadBase(Database database)
    {
        using var row = database.Prepare("SELECT seq, format, digest, world FROM base ORDER BY seq DESC LIMIT 1");
        return row.Step()
            ? new Base(new Sequence(row.Number(0)), (int)row.Number(1), row.Utf8(2).ToArray(), row.Utf8(3).ToArray())
            : Option<Base>.None;
    }

    public void Dispose()
    {
        _words?.Dispose();
        _database.Dispose();
    }

    private Statement PrepareSaid(string order) => _database.Prepare(
        $"SELECT {EventRow.Columns}, {EventRow.About} FROM events JOIN (" +
        "SELECT seq AS place FROM said WHERE conversation = ?1 AND audience = ?2 AND seq > ?3 AND seq < ?4 " +
        $"ORDER BY seq {order} LIMIT ?5) ON seq = place");

    private Statement PrepareFresh(string order) => _database.Prepare(
        $"SELECT {EventRow.Columns}, {EventRow.About} FROM events " +
        $"WHERE conversation = ?1 AND audience >= ?2 AND instr(?6, ',' || audience || ',') > 0 AND seq > ?3 AND seq < ?4 ORDER BY seq {order} LIMIT ?5");

    private static List<Found> Said(Statement said, HistoryQuery query, int number, long after, IReadOnlySet<long> known)
    {
        said.Bind(1, query.Conversation.Text);
        said.Bind(2, number);
        said.Bind(3, after);
        said.Bind(4, query.Before.Number);
        said.Bind(5, query.Most);
        return Rows(said, row => new Found(new Sequence(row.Number(0)), known.Contains(row.Number(EventRow.AboutColumn)) ? null : EventRow.Read(row, withAttributes: true)));
    }

    private static List<Recorded> After(Statement events, Sequence after, int most, bool withAttributes)
    {
        events.Bind(1, after.Number);
        events.Bind(2, most);
        return Rows(events, row => EventRow.Read(row, withAttributes));
    }

    private static List<T> Rows<T>(Statement rows, Func<Statement, T> read)
    {
        var page = new List<T>();
        try
        {
            while (rows.Step())
                page.Add(read(rows));
            return page;
        }
        finally
        {
            rows.Reset();
        }
    }

    private static string NumbersOf(HistoryQuery query) => $",{string.Join(',', HistoryPlaces.Numbers(query))},";

    private static long Single(Statement statement)
    {
        try
        {
            return statement.Step() ? statement.Number(0) : throw new DatabaseException(SQLitePCL.raw.SQLITE_CORRUPT, "An event is missing.");
        }
        finally
        {
            statement.Reset();
        }
    }
}
