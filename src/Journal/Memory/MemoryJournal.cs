using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Memory;

/// <summary>A journal that lives as long as the process: for tests, and for servers that shall keep nothing.</summary>
public sealed class MemoryJournal : IJournal, ISigns
{
    private readonly MemoryStore _store;
    private readonly bool _ownsStore;
    private readonly TimeProvider _clock;
    private readonly long _writer;
    private readonly Turn _turn = new();
    private bool _hasTurn;

    /// <summary>Alone.</summary>
    public MemoryJournal(TimeProvider? clock = null) : this(new MemoryStore(), clock) => _ownsStore = true;

    /// <summary>One of several on the same store, as servers on the same database. It knows of nothing yet.</summary>
    public MemoryJournal(MemoryStore store, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        (_store, _clock, _writer, Epochs) = (store, clock ?? TimeProvider.System, store.NextWriter(), store.Epochs);
        store.Appended += Ring;
        store.Signed += Hear;
    }

    public event Action? Appended;

    public event Action<string>? Heard;

    public ISigns Signs => this;

    public Epochs Epochs { get; }

    public Sequence Last => _turn.Last;

    public void Starts(Sequence last, long revision)
    {
        if (_store.Find(last) is { } place)
            _turn.Reached(last, place.At, place.Writer);
        _turn.Revision = revision;
    }

    public Given Follow()
    {
        _turn.RequireOpen();
        try
        {
            _store.Look(_writer);
            return News();
        }
        catch (JournalLostException)
        {
            _turn.Lose();
            throw;
        }
    }

    public Given Begin()
    {
        _turn.Begin();
        try
        {
            _store.TakeTurn(_writer);
            _hasTurn = true;
            return News();
        }
        catch (JournalLostException)
        {
            GiveTurn();
            _turn.Lose();
            throw;
        }
    }

    public void Commit(TurnToKeep turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        _turn.End();
        try
        {
            if (turn.IsEmpty)
                return;
            _turn.Require(turn.Events);
            _turn.Revision = _store.Append(_writer, turn);
            if (turn.Events is [.., var last])
                _turn.Reached(last.Sequence, last.At, _writer);
        }
        catch (JournalLostException)
        {
            _turn.Lose(turn);
            throw;
        }
        finally
        {
            GiveTurn();
        }
    }

    public void Abandon()
    {
        if (_turn.TryEnd())
            GiveTurn();
    }

    public Fate Reopen()
    {
        _store.Reach(_writer);
        var fate = _turn.Reopened(_store.Find, _writer);
        return _store.Epochs == Epochs ? fate : fate as Fate.Forked ?? new Fate.Forked(Last);
    }

    public IHistory OpenHistory() => new MemoryHistory(_store);

    public void Dispose()
    {
        _store.Appended -= Ring;
        _store.Signed -= Hear;
        GiveTurn();
        if (_ownsStore)
            _store.Dispose();
    }

    private Given News()
    {
        var events = _store.Between(
            _turn.Last, HistoryQuery.End, events => events[..Math.Min(events.Length, Given.Page)].ToArray());
        if (events.Length > 0 && events[0].Sequence != _turn.Last.Next)
            throw new JournalLostException("the journal has forgotten events that this server had not seen");
        var facts = _store.ChangedAfter(_turn.Revision, Given.Page);
        if (events is [.., var last])
            _turn.Reached(last.Sequence, last.At, _store.Find(last.Sequence)!.Value.Writer);
        if (facts is [.., var newest])
            _turn.Revision = newest.Revision;
        return new Given(
            events, [.. facts.Select(fact => fact.Fact)], _turn.Revision, _turn.Now(_clock),
            events.Length == Given.Page || facts.Count == Given.Page);
    }

    private void GiveTurn()
    {
        if (!_hasTurn)
            return;
        _hasTurn = false;
        _store.GiveTurn(_writer);
    }

    public void Send(string about, string sign) => _store.Sign(_writer, sign);

    private void Hear(long writer, string sign)
    {
        if (writer != _writer)
            Heard?.Invoke(sign);
    }

    private void Ring(long writer)
    {
        if (writer != _writer)
            Appended?.Invoke();
    }
}
