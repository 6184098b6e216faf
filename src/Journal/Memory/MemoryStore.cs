using System.Runtime.InteropServices;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Codec;

namespace ChatRoom.Journal.Memory;

/// <summary>
/// What journals in memory share, as servers share a database: the events, the facts, and the turn that one of them has at a
/// time. It keeps the last events only, for memory has an end; what is older is gone, and nobody is asked.
/// </summary>
public class MemoryStore(int most = MemoryStore.Enough) : IDisposable
{
    /// <summary>About 100 MB of short messages.</summary>
    public const int Enough = 200_000;

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly List<Recorded> _events = [];
    private readonly List<long> _writers = [];
    private readonly Dictionary<(int Kind, string Key), (ReadOnlyMemory<byte>? Value, long Revision)> _facts = [];
    private readonly SortedDictionary<long, (int Kind, string Key)> _changes = [];
    private readonly System.Collections.Generic.HashSet<Sequence> _takenBack = [];
    private long _forgotten;
    private long _lastWriter;

    /// <summary>Rings when something was appended, for everybody who shares it; says who did it.</summary>
    internal event Action<long>? Appended;

    /// <summary>A passing sign, for everybody who shares it; says whose.</summary>
    internal event Action<long, string>? Signed;

    /// <summary>A store that loses its tail has another one from there on.</summary>
    public Epochs Epochs { get; protected set; } = Epochs.Of(Epochs.NewName());

    internal long Revision { get; private set; }

    /// <summary>A number for each journal that is opened on it.</summary>
    internal long NextWriter() => Interlocked.Increment(ref _lastWriter);

    internal void Sign(long writer, string sign) => Signed?.Invoke(writer, sign);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Somebody reads without the turn. A store that is away says so as below.</summary>
    public virtual void Look(long writer)
    {
        // Memory is always there.
    }

    /// <summary>Waits for the turn. A store that is away says so by a <see cref="JournalLostException"/>.</summary>
    public virtual void TakeTurn(long writer) => _turn.Wait();

    public virtual void GiveTurn(long writer) => _turn.Release();

    /// <summary>All of a turn becomes visible at once. Yields the revision of the facts then.</summary>
    public virtual long Append(long writer, TurnToKeep turn)
    {
        var revision = Load(writer, turn);
        Appended?.Invoke(writer);
        return revision;
    }

    /// <summary>The way to the store is open again.</summary>
    public virtual void Reach(long writer)
    {
        // Memory is always there.
    }

    /// <summary>What lies between two places, both exclusive, as it is now.</summary>
    internal T Between<T>(Sequence after, Sequence before, Func<ReadOnlySpan<Recorded>, T> read)
    {
        lock (_lock)
        {
            var first = (int)Math.Clamp(after.Number - _forgotten, 0, _events.Count);
            var end = (int)Math.Clamp(before.Number - 1 - _forgotten, first, _events.Count);
            return read(CollectionsMarshal.AsSpan(_events)[first..end]);
        }
    }

    /// <summary>Within <see cref="Between"/>.</summary>
    internal bool IsTakenBack(Sequence sequence)
    {
        lock (_lock)
        {
            return _takenBack.Contains(sequence);
        }
    }

    internal Turn.Place? Find(Sequence sequence)
    {
        lock (_lock)
        {
            var index = sequence.Number - _forgotten - 1;
            return index >= 0 && index < _events.Count
                ? new Turn.Place(sequence, _events[(int)index].At, _writers[(int)index])
                : null;
        }
    }

    internal List<(long Revision, StoredFact Fact)> ChangedAfter(long revision, int most)
    {
        lock (_lock)
        {
            if (revision >= Revision)
                return [];
            return [.. _changes.SkipWhile(change => change.Key <= revision).Take(most)
                .Select(change => (change.Key, new StoredFact(change.Value.Kind, change.Value.Key, _facts[change.Value].Value)))];
        }
    }

    /// <summary>Takes in what was appended, by any server, and rings for nobody. Yields the revision of the facts afterwards.</summary>
    protected long Load(long writer, TurnToKeep turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        lock (_lock)
        {
            _events.AddRange(turn.Events);
            _writers.AddRange(Enumerable.Repeat(writer, turn.Events.Count));
            foreach (var fact in turn.Facts)
                Change(fact);
            foreach (var what in turn.Forget)
                Blank(what);
            foreach (var redacted in turn.Events.Select(recorded => recorded.Event).OfType<Event.Redacted>())
            {
                _takenBack.Add(redacted.What);
                Blank(new Forgetting([new SequenceRange(redacted.What, redacted.What)], Option<RoomId>.None));
            }
            Trim();
            _lastWriter = Math.Max(_lastWriter, writer);
            return Revision;
        }
    }

    /// <summary>Forgets everything, to be loaded anew.</summary>
    protected void Unload()
    {
        lock (_lock)
        {
            _events.Clear();
            _writers.Clear();
            _facts.Clear();
            _changes.Clear();
            _takenBack.Clear();
            (_forgotten, Revision) = (0, 0);
        }
    }

    protected virtual void Dispose(bool disposing) => _turn.Dispose();

    private void Change(StoredFact fact)
    {
        var key = (fact.Kind, fact.Key);
        if (_facts.TryGetValue(key, out var stored))
        {
            if (stored.Value is { } value && !fact.Replaces(value.Span))
                return;
            _changes.Remove(stored.Revision);
        }
        _facts[key] = (fact.Value is { } made ? made.ToArray() : StoredFact.Gone, ++Revision);
        _changes[Revision] = key;
    }

    private void Blank(Forgetting what)
    {
        using var encoder = new EventEncoder();
        var from = what.Ranges is [var only] ? (int)Math.Clamp(only.First.Number - _forgotten - 1, 0, _events.Count) : 0;
        var end = what.Ranges is [var one] ? (int)Math.Clamp(one.Last.Number - _forgotten, from, _events.Count) : _events.Count;
        foreach (ref var recorded in CollectionsMarshal.AsSpan(_events)[from..end])
        {
            if (what.Covers(recorded.Sequence) && (what.Room.IsNone || what.Room == Places.RoomOf(recorded.Event)))
                recorded = recorded with { Event = WithoutWords(encoder, recorded.Event) };
        }
    }

    private static Event WithoutWords(EventEncoder encoder, Event happened)
    {
        var stored = encoder.Encode(happened);
        return EventDecoder.Decode(new StoredEvent(stored.Kind, stored.Version, stored.Header, false, default, default));
    }

    /// <summary>Half of the list at a time, so that it costs next to nothing for each event.</summary>
    private void Trim()
    {
        if (_events.Count < 2L * most)
            return;
        var surplus = _events.Count - most;
        _events.RemoveRange(0, surplus);
        _writers.RemoveRange(0, surplus);
        _forgotten += surplus;
    }
}
