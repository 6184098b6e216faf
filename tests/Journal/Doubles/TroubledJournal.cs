using ChatRoom.Domain.Names;
using ChatRoom.Testing;

namespace ChatRoom.Journal.Tests.Doubles;

/// <summary>A journal whose disk a test can fill, break and hold.</summary>
internal sealed class TroubledJournal(IJournal inner, TroubledStore? store = null) : IJournal
{
    private readonly ManualResetEventSlim _mayCommit = new(true);
    private readonly ManualResetEventSlim _mayBegin = new(true);
    private readonly SemaphoreSlim _held = new(0);
    private volatile bool _isFull;
    private volatile bool _isGone;

    public event Action? Appended
    {
        add => inner.Appended += value;
        remove => inner.Appended -= value;
    }

    public Epochs Epochs => inner.Epochs;

    public Sequence Last => inner.Last;

    /// <summary>Every commit is refused, until it is emptied.</summary>
    public bool IsFull
    {
        set => _isFull = value;
    }

    /// <summary>It can't be opened again.</summary>
    public bool IsGone
    {
        set => _isGone = value;
    }

    /// <summary>What becomes of the next commit.</summary>
    public JournalFault NextFault
    {
        set => store!.Next = value;
    }

    /// <summary>How the next commit is done, instead of simply.</summary>
    public Action<IJournal, TurnToKeep>? NextCommit { get; set; }

    /// <summary>What the journal says at its next reopening, whatever is true.</summary>
    public Fate? NextFate { get; set; }

    /// <summary>The next commit waits, and what is posted meanwhile comes into one turn.</summary>
    public void Hold() => _mayCommit.Reset();

    /// <summary>No turn begins.</summary>
    public void HoldTurns() => _mayBegin.Reset();

    /// <summary>Ends when a commit, or the beginning of a turn, waits.</summary>
    public Task WhenHeld() => _held.WaitAsync(HeldClock.Deadline);

    public void Release()
    {
        _mayBegin.Set();
        _mayCommit.Set();
    }

    public void Starts(Sequence last, long revision) => inner.Starts(last, revision);

    public Given Follow() => inner.Follow();

    public Given Begin()
    {
        WaitFor(_mayBegin);
        return inner.Begin();
    }

    public void Commit(TurnToKeep turn)
    {
        WaitFor(_mayCommit);
        if (_isFull && !turn.IsEmpty)
        {
            inner.Abandon();
            throw new JournalRefusedException("the disk or the journal is full");
        }
        var special = NextCommit;
        NextCommit = null;
        if (special is null)
            inner.Commit(turn);
        else
            special(inner, turn);
    }

    public void Abandon() => inner.Abandon();

    public Fate Reopen() => _isGone ? throw new JournalLostException("the disk is gone") : NextFate ?? inner.Reopen();

    public IHistory OpenHistory() => inner.OpenHistory();

    public void Dispose()
    {
        inner.Dispose();
        _mayCommit.Dispose();
        _mayBegin.Dispose();
        _held.Dispose();
    }

    private void WaitFor(ManualResetEventSlim permission)
    {
        if (permission.IsSet)
            return;
        _held.Release();
        permission.Wait();
    }
}
