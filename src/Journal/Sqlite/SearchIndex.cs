using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Sqlite;

/// <summary>
/// Keeps the words' index behind the journal: on a thread of its own, so that nobody who writes waits for it. Who searches joins what is not in
/// it yet.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    /// <summary>A transaction: some tens of milliseconds. Smaller ones are merged more often.</summary>
    private const int Batch = 4_000;

    /// <summary>So many places are remembered; beyond it they are looked up again.</summary>
    private const int MostPlaces = 10_000;

    /// <summary>What comes meanwhile is taken in together, which costs a third of taking it in one by one.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly AutoResetEvent _news = new(true);
    private readonly ManualResetEventSlim _over = new();
    private readonly string _path;
    private readonly IHistory _journal;
    private readonly Database _database;
    private readonly Statement _insert;
    private readonly Statement _remove;
    private readonly Statement _mark;
    private readonly Statement _place;
    private readonly Statement _addPlace;
    private readonly Dictionary<(ConversationKey, Audience), long> _places = [];
    private long _indexed;
    private bool _isPurging;
    private bool _isDiscarded;
    private Thread? _thread;

    internal SearchIndex(string path, Epochs epochs, IHistory journal)
    {
        (_path, _journal) = (path, journal);
        _database = SearchFile.Open(path, epochs);
        _insert = _database.Prepare("INSERT INTO said (rowid, terms) VALUES (?1, ?2)");
        _remove = _database.Prepare("INSERT INTO said (said, rowid, terms) VALUES ('delete', ?1, ?2)");
        _mark = _database.Prepare("UPDATE mark SET seq = ?1");
        _place = _database.Prepare("SELECT id FROM places WHERE conversation = ?1 AND audience = ?2");
        _addPlace = _database.Prepare("INSERT INTO places (conversation, audience) VALUES (?1, ?2) RETURNING id");
        _indexed = _database.Number("SELECT seq FROM mark");
    }

    /// <summary>Follows from now on.</summary>
    /// <param name="troubled">Is told once, when it can't go on; the next start tries again.</param>
    public void Start(Action<string> troubled)
    {
        _thread = new Thread(() => Run(troubled)) { IsBackground = true, Name = "search", Priority = ThreadPriority.BelowNormal };
        _thread.Start();
    }

    /// <summary>There may be more in the journal. From any thread.</summary>
    public void Wake() => _news.Set();

    /// <summary>Takes in a part of what is missing; false when nothing is.</summary>
    public bool Follow()
    {
        lock (_gate)
        {
            if (_isDiscarded)
                return false;
            var page = _journal.Read(new Sequence(_indexed), Batch);
            if (page is not [.., var last])
                return false;
            InTransaction(() =>
            {
                foreach (var recorded in page)
                {
                    if (recorded.Event is Event.Said { Kind: not SayKind.Annotation, Body.Lines.IsEmpty: false } said)
                        Write(_insert, recorded.Sequence, SearchFile.Terms(PlaceOf(said.In), said));
                }
                _mark.Bind(1, last.Sequence.Number);
                _mark.Run();
            });
            _indexed = last.Sequence.Number;
            return true;
        }
    }

    /// <summary>
    /// Takes the words of a turn that forgets out of the index, before the journal blanks them: afterwards nobody knows which they were. Nothing is
    /// taken in until it is disposed of, which is to be done when the turn is kept or is not. An index that can't forget is thrown away.
    /// </summary>
    internal IDisposable Forget(IReadOnlyList<Forgetting> forget)
    {
        _gate.Enter();
        var held = new Held(this);
        if (_isDiscarded)
            return held;
        try
        {
            InTransaction(() =>
            {
                foreach (var what in forget)
                {
                    foreach (var range in what.Ranges)
                        Remove(range, what.Room);
                }
            });
            _isPurging = true;
        }
        catch (DatabaseException)
        {
            Discard();
        }
        catch
        {
            held.Dispose();
            throw;
        }
        return held;
    }

    public void Dispose()
    {
        _over.Set();
        _news.Set();
        _thread?.Join();
        _database.Dispose();
        _news.Dispose();
        _over.Dispose();
    }

    private void Discard()
    {
        _isDiscarded = true;
        _database.Dispose();
        SearchFile.Delete(_path);
    }

    private void Run(Action<string> troubled)
    {
        try
        {
            while (!_over.IsSet)
            {
                _news.WaitOne();
                while (!_over.IsSet && Follow())
                {
                }
                Purge();
                _over.Wait(Gathering);
            }
        }
        catch (DatabaseException failed)
        {
            troubled(failed.Reason);
        }
    }

    /// <summary>What was forgotten is in old pages of the log until that is cut; a reader holds that up for a moment.</summary>
    private void Purge()
    {
        lock (_gate)
        {
            if (!_isPurging || _isDiscarded)
                return;
            _isPurging = !_database.TryTruncateLog();
        }
        if (_isPurging)
            Wake();
    }

    private void Remove(SequenceRange range, Option<RoomId> room)
    {
        var after = new Sequence(range.First.Number - 1);
        while (_journal.Read(after, Batch) is [.., var last] page)
        {
            foreach (var recorded in page)
            {
                if (recorded.Sequence.Number > _indexed || !range.Covers(recorded.Sequence))
                    return;
                if (recorded.Event is Event.Said { Kind: not SayKind.Annotation, Body.Lines.IsEmpty: false } said && IsOf(said, room))
                    Write(_remove, recorded.Sequence, SearchFile.Terms(PlaceOf(said.In), said));
            }
            after = last.Sequence;
        }
    }

    private static bool IsOf(Event.Said said, Option<RoomId> room) => !room.TryGet(out var one) || (said.In is Conversation.InRoom place && place.Room == one);

    private static void Write(Statement statement, Sequence sequence, string terms)
    {
        statement.Bind(1, sequence.Number);
        statement.Bind(2, terms);
        statement.Run();
    }

    private long PlaceOf(Conversation conversation)
    {
        var (key, audience) = (ConversationKey.Of(conversation), HistoryQuery.AudienceOf(conversation));
        if (_places.TryGetValue((key, audience), out var known))
            return known;
        if (_places.Count > MostPlaces)
            _places.Clear();
        return _places[(key, audience)] = Find(_place, key, audience) ?? Find(_addPlace, key, audience)
            ?? throw new DatabaseException(SQLitePCL.raw.SQLITE_CORRUPT, "a place was not added");
    }

    private static long? Find(Statement statement, ConversationKey key, Audience audience)
    {
        statement.Bind(1, key.Text);
        statement.Bind(2, (long)audience);
        try
        {
            return statement.Step() ? statement.Number(0) : null;
        }
        finally
        {
            statement.Reset();
        }
    }

    private void InTransaction(Action work)
    {
        _database.Execute("BEGIN IMMEDIATE");
        try
        {
            work();
            _database.Execute("COMMIT");
        }
        catch
        {
            // Places that were added are not there.
            _places.Clear();
            _database.RollBack();
            throw;
        }
    }

    private sealed class Held(SearchIndex index) : IDisposable
    {
        public void Dispose()
        {
            index.Purge();
            index._gate.Exit();
        }
    }
}
