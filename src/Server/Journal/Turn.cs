using ChatRoom.Domain;

namespace ChatRoom.Server.Journal;

/// <summary>
/// The discipline that every journal keeps: turns begin before they end, nothing happens on a lost journal, and what is
/// committed continues the journal without a gap. Whoever breaks it has a bug, so it is an argument's exception.
/// </summary>
internal sealed class Turn
{
    private bool _begun;
    private bool _lost;

    public Sequence Last { get; private set; }

    public Timestamp LastAt { get; private set; }

    public void Begin()
    {
        if (_lost)
            throw new JournalLostException("the journal was lost and is not open again");
        if (_begun)
            throw new InvalidOperationException("A turn has begun already.");
        _begun = true;
    }

    public void End()
    {
        if (!_begun)
            throw new InvalidOperationException("No turn has begun.");
        _begun = false;
    }

    public void Lose() => _lost = true;

    /// <summary>The journal ends here, by what is stored or by what was just stored.</summary>
    public void Reached(Sequence last, Timestamp at) => (Last, LastAt) = (last, at);

    public void Reopened() => (_begun, _lost) = (false, false);

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
