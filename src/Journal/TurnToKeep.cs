using ChatRoom.Domain.Events;
using ChatRoom.Journal.Codec;

namespace ChatRoom.Journal;

/// <summary>All that one turn makes durable, or nothing of it.</summary>
/// <param name="Events">They continue what this server knows, without a gap.</param>
/// <param name="Facts">State that is no history.</param>
/// <param name="Forget">Whose words are blanked, of earlier events and of this turn's.</param>
public sealed record TurnToKeep(IReadOnlyList<Recorded> Events, IReadOnlyList<StoredFact> Facts, IReadOnlyList<Forgetting> Forget)
{
    public bool IsEmpty => Events.Count == 0 && Facts.Count == 0;

    public static TurnToKeep Of(params IReadOnlyList<Recorded> events) => new(events, [], []);
}
