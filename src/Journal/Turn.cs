using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Codec;

namespace ChatRoom.Journal;

/// <summary>
/// The discipline that every journal keeps: turns begin before they end, nothing happens on a lost journal, and what is
/// committed continues the journal without a gap. A caller that breaks it has a bug, so it is an argument's exception.
/// </summary>
internal sealed class Turn
{
    /// <summary>Of so many places it is remembered who wrote them: how far a fork can be looked back for.</summary>
    private const int Remembered = 64;

    private readonly List<Place> _trail = [];
    private bool _begun;
    private bool _lost;
    private TurnToKeep? _unknown;
    private Timestamp _now;

    /// <summary>An event's place with what tells it from another one there: its moment, and which opening of the journal wrote it.</summary>
    public readonly record struct Place(Sequence Sequence, Timestamp At, long Writer);

    public Sequence Last { get; private set; }

    public Timestamp LastAt { get; private set; }

    /// <summary>The last change of facts that this server knows.</summary>
    public long Revision { get; set; }

    public void Begin()
    {
        RequireOpen();
        if (_begun)
            throw new InvalidOperationException("A turn has begun already.");
        _begun = true;
    }

    public void RequireOpen()
    {
        if (_lost)
            throw new JournalLostException("the journal was lost and is not open again");
    }

    public void End()
    {
        if (!TryEnd())
            throw new InvalidOperationException("No turn has begun.");
    }

    public bool TryEnd()
    {
        var begun = _begun;
        _begun = false;
        return begun;
    }

    /// <summary>The connection to the journal is gone; of this turn nobody knows whether it is kept.</summary>
    public void Lose(TurnToKeep? unknown = null) => (_begun, _lost, _unknown) = (false, true, unknown ?? _unknown);

    /// <summary>This server knows all up to here, by what it was given or by what it kept.</summary>
    public void Reached(Sequence last, Timestamp at, long writer)
    {
        (Last, LastAt) = (last, at);
        if (last.Number == 0)
            return;
        if (_trail.Count == Remembered)
            _trail.RemoveAt(0);
        _trail.Add(new Place(last, at, writer));
    }

    /// <summary>The journal's clock, which never goes back.</summary>
    public Timestamp Now(TimeProvider clock) => Now(clock.GetUtcNow().ToUnixTimeMilliseconds());

    public Timestamp Now(long milliseconds) => _now = new Timestamp(Math.Max(Math.Max(milliseconds, LastAt.Milliseconds), _now.Milliseconds));

    /// <summary>
    /// The journal is open again: what became of the turn. Kept or not is known by who wrote its first event, never by its
    /// number, which another server may have taken. A turn of facts alone counts as not kept: to do it again changes nothing.
    /// </summary>
    public Fate Reopened(Func<Sequence, Place?> find, long writer)
    {
        var unknown = _unknown;
        if (_trail.Count > 0 && find(Last) != _trail[^1])
            return new Fate.Forked(_trail.LastOrDefault(place => find(place.Sequence) == place).Sequence);
        (_begun, _lost, _unknown) = (false, false, null);
        if (unknown is null)
            return new Fate.Nothing();
        if (unknown.Events.Count == 0 || find(unknown.Events[0].Sequence)?.Writer != writer)
            return new Fate.NotKept();
        Reached(unknown.Events[^1].Sequence, unknown.Events[^1].At, writer);
        return new Fate.Kept();
    }

    public void Require(IReadOnlyList<Recorded> events)
    {
        var (last, at) = (Last, LastAt);
        foreach (var recorded in events)
        {
            if (!recorded.Event.IsKept)
                throw new ArgumentException($"{recorded.Event.GetType().Name} is not kept.", nameof(events));
            if (recorded.Sequence != last.Next)
                throw new ArgumentException($"Event {recorded.Sequence.Number} does not follow {last.Number}.", nameof(events));
            if (recorded.At.Milliseconds < at.Milliseconds)
                throw new ArgumentException($"Event {recorded.Sequence.Number} is earlier than the one before it.", nameof(events));
            if (EventKinds.Of(recorded.Event).Words(recorded.Event).Lines.Any(line => line.Contains('\n', StringComparison.Ordinal)))
                throw new ArgumentException($"A line of event {recorded.Sequence.Number} holds a line feed.", nameof(events));
            (last, at) = (recorded.Sequence, recorded.At);
        }
    }
}
