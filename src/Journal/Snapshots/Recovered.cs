using ChatRoom.Domain.Worlds;

namespace ChatRoom.Journal.Snapshots;

/// <summary>The world and the facts at the end of the journal, how many events were replayed for it, and why a snapshot was not used.</summary>
public sealed record Recovered(World World, Facts Facts, long Replayed, Option<string> IgnoredSnapshot);
