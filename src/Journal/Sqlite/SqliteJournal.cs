using System.Security.Cryptography;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Codec;
using ChatRoom.Journal.Folder;
using SQLitePCL;

namespace ChatRoom.Journal.Sqlite;

/// <summary>
/// The journal in one SQLite file, with one owner: the server that holds the data folder. A turn is one transaction,
/// and its commit is one sync of the write-ahead log.
/// </summary>
public sealed class SqliteJournal : IJournal
{
    private readonly string _path;
    private readonly TimeProvider _clock;
    private readonly CheckpointGate _gate;
    private readonly EventEncoder _encoder = new();
    private readonly Turn _turn = new();

    // A server opens one or two in its life.
    private readonly List<SqliteHistory> _histories = [];
    private readonly string? _words;
    private readonly bool _isGuest;
    private SqliteWriter _writer;

    /// <summary>Why this turn can't be kept, found out when it began.</summary>
    private DatabaseException? _refusal;

    private SqliteJournal(string path, Database database, TimeProvider clock, CheckpointGate? gate, string? words)
    {
        (_path, _clock, _gate, _isGuest) = (path, clock, gate ?? new CheckpointGate(), gate is not null);
        _writer = new SqliteWriter(path, database, _gate, _encoder);
        Epochs = SqliteReader.ReadEpochs(database);
        _writer.CheckEnds();
        if (!_isGuest)
            _writer.DropTraces();
        _words = words;
        if (words is not null && !_isGuest)
            Search = OpenSearch(words);
    }

    /// <summary>A journal in a file has one server, so nobody else appends while it is open.</summary>
    public event Action? Appended
    {
        add { }
        remove { }
    }

    /// <summary>Is called with the last event of a turn that forgets words which worlds hold, before it is kept: copies of those words have to go.</summary>
    public Action<Sequence>? Forgetting { get; set; }

    public Epochs Epochs { get; }

    /// <summary>The index of words, which somebody has to start; null where its file can't be used (<see cref="SearchTrouble"/>).</summary>
    public SearchIndex? Search { get; }

    public string? SearchTrouble { get; private set; }

    public Sequence Last => _turn.Last;

    /// <summary>
    /// Names this opening of the file in every row that it appends: 47 bits, which SQLite stores in six bytes, so that two openings
    /// don't share one.
    /// </summary>
    internal long Writer { get; } = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & ((1L << 47) - 1);

    public static SqliteJournal Open(DataFolder folder, TimeProvider? clock = null) => Open(folder, Schema.Steps, clock);

    /// <summary>With other steps than this version's, for the tests of migrations.</summary>
    public static SqliteJournal Open(DataFolder folder, IReadOnlyList<string> steps, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var file = new JournalFile(folder.JournalFile, steps);
        var database = file.Open();
        try
        {
            return new SqliteJournal(folder.JournalFile, database, clock ?? TimeProvider.System, null, folder.SearchFile);
        }
        catch (DatabaseException failed)
        {
            database.Dispose();
            throw file.Unusable(failed);
        }
        catch (UnreadableEventException unreadable)
        {
            database.Dispose();
            throw unreadable.IsNewer ? file.Newer(unreadable.Message) : file.Damaged(unreadable.Message, unreadable);
        }
    }

    public void Starts(Sequence last, long revision)
    {
        if (_writer.Find(last) is { } place)
            _turn.Reached(last, place.At, place.Writer);
        _turn.Revision = revision;
    }

    public Given Follow()
    {
        _turn.RequireOpen();
        try
        {
            return News();
        }
        catch (DatabaseException failed)
        {
            throw Lost(failed);
        }
    }

    public Given Begin()
    {
        _turn.Begin();
        _refusal = null;
        try
        {
            if (!_isGuest)
                _writer.Tidy();
            _writer.Begin();
            return News();
        }
        catch (DatabaseException failed) when (!IsLoss(failed))
        {
            // Somebody looks into the file with another program, for example: what was to be kept in this turn is refused.
            _refusal = failed;
            return new Given([], [], _turn.Revision, _turn.Now(_clock), false);
        }
        catch (DatabaseException failed)
        {
            throw Lost(failed);
        }
    }

    public void Commit(TurnToKeep turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        _turn.End();
        if (_refusal is { } busy && !turn.IsEmpty)
            throw new JournalRefusedException(busy.Reason, busy);
        try
        {
            if (turn.IsEmpty)
            {
                _writer.RollBack();
                return;
            }
            Require(turn);
            using (turn.Forget.Count > 0 ? Search?.Forget(turn.Forget) : null)
                _turn.Revision = _writer.Keep(turn, Writer, _turn.Revision, Forgetting);
            Search?.Wake();
            if (turn.Events is [.., var last])
                _turn.Reached(last.Sequence, last.At, Writer);
        }
        catch (DatabaseException failed)
        {
            throw Failed(failed, turn);
        }
    }

    public void Abandon()
    {
        if (!_turn.TryEnd())
            return;
        try
        {
            _writer.RollBack();
        }
        catch (DatabaseException)
        {
            // The next turn says so.
            _turn.Lose();
        }
    }

    public Fate Reopen()
    {
        try
        {
            _writer.Dispose();
            _writer = new SqliteWriter(_path, JournalFile.Connect(_path), _gate, _encoder);
            _writer.Overwrite();
            return _turn.Reopened(_writer.Find, Writer);
        }
        catch (DatabaseException failed)
        {
            throw new JournalLostException($"the journal can't be opened again: {failed.Reason}", failed);
        }
    }

    IHistory IJournal.OpenHistory() => OpenHistory();

    public SqliteHistory OpenHistory()
    {
        var history = new SqliteHistory(_path, _gate, SearchTrouble is null ? _words : null);
        _histories.Add(history);
        return history;
    }

    /// <summary>How large the file may grow, in bytes. Beyond that the journal refuses, as on a full disk.</summary>
    public void LimitSize(long bytes) => _writer.LimitSize(bytes);

    /// <summary>Readers first: the last connection to close moves the log into the file and removes it.</summary>
    public void Dispose()
    {
        Search?.Dispose();
        foreach (var history in _histories)
            history.Dispose();
        _writer.Dispose();
        _encoder.Dispose();
    }

    /// <summary>
    /// Another server on the same file, in the same process: what the data folder's lock forbids. So the suite of contracts can see this
    /// journal's turns, fates and facts under several hubs too. Only the owner moves the log.
    /// </summary>
    internal SqliteJournal Beside(TimeProvider clock) => new(_path, JournalFile.Connect(_path), clock, _gate, _words);

    /// <summary>Nobody is kept from talking because words can't be looked for.</summary>
    private SearchIndex? OpenSearch(string words)
    {
        try
        {
            return new SearchIndex(words, Epochs, OpenHistory());
        }
        catch (Exception failed) when (failed is DatabaseException or IOException or UnauthorizedAccessException)
        {
            SearchTrouble = failed is DatabaseException { Reason: var reason } ? reason : failed.Message;
            return null;
        }
    }

    private Given News()
    {
        if (!_writer.HasNews(_turn.Last, _turn.Revision))
            return new Given([], [], _turn.Revision, _turn.Now(_clock), false);
        var (events, facts, revision) = _writer.News(_turn.Last, _turn.Revision);
        if (events is [.., var last])
            _turn.Reached(last.Sequence, last.At, _writer.Find(last.Sequence)!.Value.Writer);
        _turn.Revision = revision;
        return new Given(events, facts, revision, _turn.Now(_clock), events.Count == Given.Page || facts.Count == Given.Page);
    }

    private void Require(TurnToKeep turn)
    {
        try
        {
            _turn.Require(turn.Events);
        }
        catch (ArgumentException)
        {
            _writer.RollBack();
            throw;
        }
    }

    /// <summary>
    /// After an I/O error nobody knows what is on the disk, and a row that is already there means that another program
    /// appends. Every other failure of SQLite leaves a transaction that can be rolled back, and then nothing is kept.
    /// </summary>
    private static bool IsLoss(DatabaseException failed) => failed.Class is raw.SQLITE_IOERR or raw.SQLITE_CONSTRAINT or raw.SQLITE_CORRUPT;

    private Exception Failed(DatabaseException failed, TurnToKeep turn)
    {
        if (!IsLoss(failed))
        {
            try
            {
                _writer.RollBack();
                return new JournalRefusedException(failed.Reason, failed);
            }
            catch (DatabaseException stuck)
            {
                failed = stuck;
            }
        }
        _turn.Lose(turn);
        return new JournalLostException($"the journal failed: {failed.Reason}", failed);
    }

    private JournalLostException Lost(DatabaseException failed)
    {
        _turn.Lose();
        return new JournalLostException($"the journal failed: {failed.Reason}", failed);
    }
}
