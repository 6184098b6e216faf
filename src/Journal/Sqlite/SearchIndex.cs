using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Search;

namespace ChatRoom.Journal.Sqlite;

/// <summary>
/// Keeps the words' index behind the journal: on a thread of its own, so that nobody who writes waits for it. Who searches joins what is not in
/// it yet.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    /// <summary>A transaction: a tenth of a second at most. Smaller ones are merged more often.</summary>
    private const int Batch = 16_000;

    /// <summary>Who writes at full speed is not to feel it, and yet it has to keep up.</summary>
    private const int Niceness = 5;

    /// <summary>So many places are remembered; beyond it they are looked up again.</summary>
    private const int MostPlaces = 10_000;

    /// <summary>What comes meanwhile is taken in together, which costs a third of taking it in one by one.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly AutoResetEvent _news = new(true);
    private readonly ManualResetEventSlim _over = new();
    private readonly string _path;
    private readonly SqliteHistory _journal;
    private readonly Database _database;
    private readonly Statement _insert;
    private readonly Statement _remove;
    private readonly Statement _mark;
    private readonly Statement _place;
    private readonly Statement _addPlace;
    private readonly SearchTerms _terms = new();
    private readonly Dictionary<(ConversationKey, Audience), long> _places = [];
    private long _indexed;
    private bool _isPurging;
    private bool _isDiscarded;
    private Thread? _thread;

    internal SearchIndex(string path, Epochs epochs, SqliteHistory journal)
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
            var end = _journal.End;
            if (end.Number <= _indexed)
                return false;
            var page = _journal.Texts(new Sequence(_indexed), end, Batch);
            var last = page.Count == Batch ? page[^1].Sequence : end;
            InTransaction(() =>
            {
                page.ForEach(said => Write(_insert, said));
                _mark.Bind(1, last.Number);
                _mark.Run();
            });
            _indexed = last.Number;
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
        QuietThread.Begin(Niceness);
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
        var (after, last) = (new Sequence(range.First.Number - 1), new Sequence(Math.Min(range.Last.Number, _indexed)));
        while (_journal.Texts(after, last, Batch) is [.., var end] page)
        {
            page.FindAll(said => !room.TryGet(out var one) || said.Conversation == ConversationKey.Of(one)).ForEach(said => Write(_remove, said));
            after = end.Sequence;
        }
    }

    private void Write(Statement statement, SaidText said)
    {
        statement.Bind(1, said.Sequence.Number);
        statement.Bind(2, _terms.Of(PlaceOf(said.Conversation, said.Audience), said.Nick, said.Text));
        statement.Run();
    }

    private long PlaceOf(ConversationKey key, Audience audience)
    {
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
