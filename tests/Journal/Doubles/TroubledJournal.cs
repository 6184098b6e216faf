using ChatRoom.Domain.Names;
using ChatRoom.Testing;

namespace ChatRoom.Journal.Tests.Doubles;

/// <summary>A journal whose disk a test can fill, break and hold.</summary>
/// <param name="inner">The real one.</param>
/// <param name="lose">Does a commit whose answer does not come, and yields what the journal says when it is opened again; null to ask it.</param>
internal sealed class TroubledJournal(IJournal inner, Func<IJournal, TurnToKeep, bool, Fate?>? lose = null) : IJournal
{
    private readonly ManualResetEventSlim _mayCommit = new(true);
    private readonly ManualResetEventSlim _mayBegin = new(true);
    private readonly SemaphoreSlim _held = new(0);
    private volatile bool _isFull;
    private volatile bool _isGone;
    private volatile bool _isAway;
    private bool _isDisposed;
    private volatile JournalFault _next;
    private Fate? _fate;

    public event Action? Appended
    {
        add => inner.Appended += value;
        remove => inner.Appended -= value;
    }

    public ISigns? Signs => inner.Signs;

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

    /// <summary>No turn begins, and it can't be opened again.</summary>
    public bool IsAway
    {
        set => _isAway = value;
    }

    /// <summary>What becomes of the next commit.</summary>
    public JournalFault NextFault
    {
        set => _next = value;
    }

    /// <summary>Is told of every turn that is kept for certain.</summary>
    public Action<TurnToKeep>? Kept { get; init; }

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
        return _isAway ? throw new JournalLostException("the store is away") : inner.Begin();
    }

    public void Commit(TurnToKeep turn)
    {
        WaitFor(_mayCommit);
        if (_isFull && !turn.IsEmpty)
        {
            inner.Abandon();
            throw new JournalRefusedException("the disk or the journal is full");
        }
        var (special, fault) = (NextCommit, _next);
        (NextCommit, _next) = (null, JournalFault.None);
        if (special is not null)
            special(inner, turn);
        else if (fault == JournalFault.None)
            inner.Commit(turn);
        else
            Fail(fault, turn);
        if (!turn.IsEmpty)
            Kept?.Invoke(turn);
    }

    public void Abandon() => inner.Abandon();

    public Fate Reopen()
    {
        if (_isGone || _isAway)
            throw new JournalLostException("the disk is gone");
        var fate = NextFate ?? _fate;
        _fate = null;
        return fate ?? inner.Reopen();
    }

    public IHistory OpenHistory() => inner.OpenHistory();

    /// <summary>A test that takes it away under a server's feet does so before the server does.</summary>
    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        inner.Dispose();
        _mayCommit.Dispose();
        _mayBegin.Dispose();
        _held.Dispose();
    }

    private void Fail(JournalFault fault, TurnToKeep turn)
    {
        if (fault == JournalFault.Refuse)
        {
            inner.Abandon();
            throw new JournalRefusedException("the disk or the journal is full");
        }
        _fate = lose!(inner, turn, fault == JournalFault.LoseAfterKeeping);
        throw new JournalLostException("the journal failed: a test asked for it");
    }

    private void WaitFor(ManualResetEventSlim permission)
    {
        if (permission.IsSet)
            return;
        _held.Release();
        permission.Wait();
    }
}
