using ChatRoom.Domain;
using ChatRoom.Server.Journal;

namespace ChatRoom.Server.Tests.Dialect;

/// <summary>A journal whose disk a test can fill, break and hold.</summary>
internal sealed class TroubledJournal(MemoryJournal inner) : IJournal
{
    private readonly ManualResetEventSlim _mayCommit = new(true);
    private readonly SemaphoreSlim _held = new(0);
    private volatile bool _isFull;
    private volatile bool _isGone;

    public string Epoch => inner.Epoch;

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
        set => inner.Fault = value;
    }

    /// <summary>The next commit waits, and what is posted meanwhile comes into one turn.</summary>
    public void Hold() => _mayCommit.Reset();

    /// <summary>Ends when a commit waits.</summary>
    public Task WhenHeld() => _held.WaitAsync(Client.Deadline);

    public void Release() => _mayCommit.Set();

    public IReadOnlyList<Recorded> Begin() => inner.Begin();

    public void Commit(IReadOnlyList<Recorded> events)
    {
        if (!_mayCommit.IsSet)
        {
            _held.Release();
            _mayCommit.Wait();
        }
        if (_isFull)
            inner.Fault = JournalFault.Refuse;
        inner.Commit(events);
    }

    public void Abandon() => inner.Abandon();

    public void Reopen()
    {
        if (_isGone)
            throw new JournalLostException("the disk is gone");
        inner.Reopen();
    }

    public IHistory OpenHistory() => inner.OpenHistory();

    public void Dispose()
    {
        inner.Dispose();
        _mayCommit.Dispose();
        _held.Dispose();
    }
}
