using ChatRoom.Domain;

namespace ChatRoom.Server.Journal;

/// <summary>The world at the end of the journal, how many events were replayed for it, and why a snapshot was not used.</summary>
public sealed record Recovered(World World, long Replayed, Option<string> IgnoredSnapshot);
