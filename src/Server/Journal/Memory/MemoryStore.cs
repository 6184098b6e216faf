using ChatRoom.Domain;

namespace ChatRoom.Server.Journal;

/// <summary>
/// What journals in memory share, as servers share a database: the events, and the turn that one of them has at a time.
/// It keeps the last events only, for memory has an end; what is older is forgotten with nobody asked.
/// </summary>
public sealed class MemoryStore(int most = MemoryStore.Enough) : IDisposable
{
    /// <summary>About 100 MB of short messages.</summary>
    public const int Enough = 200_000;

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly List<Recorded> _events = [];
    private long _forgotten;

    public string Epoch { get; } = JournalFile.NewEpoch();

    /// <summary>The last event, or none of an empty journal.</summary>
    internal Recorded? End
    {
        get
        {
            lock (_lock)
                return _events.Count == 0 ? null : _events[^1];
        }
    }

    public void Dispose() => _turn.Dispose();

    internal void TakeTurn() => _turn.Wait();

    internal void GiveTurn() => _turn.Release();

    /// <summary>All events of a turn become visible at once.</summary>
    internal void Append(IReadOnlyList<Recorded> events)
    {
        lock (_lock)
        {
            _events.AddRange(events);
            if (_events.Count < 2L * most)
                return;
            // Half of the list at a time, so that forgetting costs next to nothing for each event.
            var surplus = _events.Count - most;
            _events.RemoveRange(0, surplus);
            _forgotten += surplus;
        }
    }

    /// <summary>What lies between two places, both exclusive, as it is now.</summary>
    internal T Between<T>(Sequence after, Sequence before, Func<ReadOnlySpan<Recorded>, T> read)
    {
        lock (_lock)
        {
            var first = (int)Math.Clamp(after.Number - _forgotten, 0, _events.Count);
            var end = (int)Math.Clamp(before.Number - 1 - _forgotten, first, _events.Count);
            return read(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_events)[first..end]);
        }
    }
}
