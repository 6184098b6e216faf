using ChatRoom.Journal.Memory;

namespace ChatRoom.Journal.Tests.Doubles;

/// <summary>A store that a test can fill and break, as a database: the journals on it find out as they would.</summary>
internal sealed class TroubledStore(int most = MemoryStore.Enough) : MemoryStore(most)
{
    private JournalFault _next;
    private volatile bool _isAway;

    /// <summary>What becomes of the next commit, by any server.</summary>
    public JournalFault Next
    {
        set => _next = value;
    }

    /// <summary>No turn begins, and it can't be reached.</summary>
    public bool IsAway
    {
        set => _isAway = value;
    }

    /// <summary>Who shall append what between a loss and the reopening of who lost it.</summary>
    public Action? Meanwhile { get; set; }

    /// <summary>How many events each turn had.</summary>
    public List<int> Turns { get; } = [];

    public override void TakeTurn(long writer)
    {
        if (_isAway)
            throw new JournalLostException("the store is away");
        base.TakeTurn(writer);
    }

    public override long Append(long writer, TurnToKeep turn)
    {
        var fault = _next;
        _next = JournalFault.None;
        if (fault == JournalFault.Refuse)
            throw new JournalRefusedException("the disk or the journal is full");
        var revision = 0L;
        if (fault != JournalFault.LoseBeforeKeeping)
        {
            Turns.Add(turn.Events.Count);
            revision = base.Append(writer, turn);
        }
        return fault == JournalFault.None ? revision : throw new JournalLostException("the journal failed: a test asked for it");
    }

    public override void Reach(long writer)
    {
        if (_isAway)
            throw new JournalLostException("the store is away");
        var meanwhile = Meanwhile;
        Meanwhile = null;
        meanwhile?.Invoke();
    }
}
