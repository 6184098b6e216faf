using System.Diagnostics.CodeAnalysis;

namespace ChatRoom.Journal.Sqlite;

/// <summary>
/// Lets the writer find a moment without readers. SQLite begins its write-ahead log anew only when nobody reads from
/// it, and pages that always overlap would let it grow for ever. A page takes milliseconds, so the wait is as short.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A page may still be read when the journal closes; the collector takes the lock behind it.")]
internal sealed class CheckpointGate
{
    private readonly ReaderWriterLockSlim _lock = new();

    public void EnterPage() => _lock.EnterReadLock();

    public void LeavePage() => _lock.ExitReadLock();

    /// <summary>Whether nobody reads now, and nobody will until the gate opens again. Patience waits for those who do.</summary>
    public bool TryClose(bool patiently) => _lock.TryEnterWriteLock(patiently ? Timeout.Infinite : 0);

    public void Open() => _lock.ExitWriteLock();
}
