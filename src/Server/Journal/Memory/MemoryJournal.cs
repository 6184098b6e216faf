using ChatRoom.Domain;

namespace ChatRoom.Server.Journal;

/// <summary>A journal that lives as long as the process: for tests, and for servers that shall keep nothing.</summary>
public sealed class MemoryJournal : IJournal
{
    private readonly MemoryStore _store;
    private readonly bool _ownsStore;
    private readonly Turn _turn = new();

    /// <summary>Alone.</summary>
    public MemoryJournal() => (_store, _ownsStore) = (new MemoryStore(), true);

    /// <summary>One of several on the same store, as servers on the same database. It knows of nothing yet.</summary>
    public MemoryJournal(MemoryStore store) => _store = store;

    public string Epoch => _store.Epoch;

    public Sequence Last => _turn.Last;

    /// <summary>For tests: what becomes of the next commit.</summary>
    public JournalFault Fault { get; set; }

    public IReadOnlyList<Recorded> Begin()
    {
        _turn.Begin();
        _store.TakeTurn();
        var others = _store.Between(_turn.Last, HistoryQuery.End, events => events.ToArray());
        if (others.Length == 0)
            return others;
        if (others[0].Sequence != _turn.Last.Next)
        {
            EndTurn();
            _turn.Lose();
            throw new JournalLostException("the journal has forgotten events that this server had not seen");
        }
        _turn.Reached(others[^1].Sequence, others[^1].At);
        return others;
    }

    public void Commit(IReadOnlyList<Recorded> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        try
        {
            if (events.Count == 0)
                return;
            _turn.Require(events);
            FailIfAsked(JournalFault.Refuse);
            FailIfAsked(JournalFault.LoseBeforeKeeping);
            _store.Append(events);
            FailIfAsked(JournalFault.LoseAfterKeeping);
            _turn.Reached(events[^1].Sequence, events[^1].At);
        }
        finally
        {
            EndTurn();
        }
    }

    public void Abandon() => EndTurn();

    public void Reopen()
    {
        var end = _store.End;
        _turn.Reached(end?.Sequence ?? default, end?.At ?? default);
        _turn.Reopened();
    }

    public IHistory OpenHistory() => new MemoryHistory(_store);

    public void Dispose()
    {
        if (_ownsStore)
            _store.Dispose();
    }

    private void EndTurn()
    {
        _turn.End();
        _store.GiveTurn();
    }

    private void FailIfAsked(JournalFault fault)
    {
        if (Fault != fault || fault == JournalFault.None)
            return;
        Fault = JournalFault.None;
        if (fault == JournalFault.Refuse)
            throw new JournalRefusedException("the disk or the journal is full");
        _turn.Lose();
        throw new JournalLostException("the journal failed: a test asked for it");
    }
}
