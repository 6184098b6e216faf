using ChatRoom.Domain.Names;

namespace ChatRoom.Journal;

/// <summary>
/// The journal lost events that this server, and its people, had been told: a failover to an incomplete copy, or a restored backup. This
/// server's world is not the journal's any more, so it stops.
/// </summary>
public sealed class JournalForkedException(Sequence agreed, Sequence known) : Exception(
    $"the journal lost events that people had been told: this server knew event {known}, and the journal and it agree up to event {agreed}; start it again")
{
    public Sequence Agreed { get; } = agreed;
}
