using ChatRoom.Domain.Events;

namespace ChatRoom.Journal.Maintenance;

/// <summary>A message that was found: when (UTC), by which id `replay` and `forget` know it, where, by whom, and what.</summary>
public sealed record FoundMessage(string At, string Id, string Place, string Nick, string Text)
{
    internal static FoundMessage Of(Recorded recorded, Epochs epochs) => recorded.Event is Event.Said said
        ? new(
            TimestampText.Format(recorded.At), MessageIds.Format(epochs, recorded.Sequence), PlaceOf(said.In), said.Who.Nick.Text,
            string.Join(" / ", said.Body.Lines))
        : throw new ArgumentException("Only what was said is found.", nameof(recorded));

    private static string PlaceOf(Conversation place) => place switch
    {
        Conversation.InRoom room => room.Name.Text,
        Conversation.Between pair => $"to {pair.To.Nick.Text}",
    };
}
