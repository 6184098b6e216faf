using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Events;

/// <summary>
/// Whose words are forgotten: those of all events in these ranges, or only of what belongs to one room. The events
/// themselves stay, with their places.
/// </summary>
public sealed record Forgetting(ValueList<SequenceRange> Ranges, Option<RoomId> Room)
{
    public bool Covers(Sequence sequence) => Ranges.Any(range => range.Covers(sequence));
}

/// <summary>From the first to the last, both included.</summary>
public readonly record struct SequenceRange(Sequence First, Sequence Last)
{
    public bool Covers(Sequence sequence) => First.CompareTo(sequence) <= 0 && sequence.CompareTo(Last) <= 0;
}
