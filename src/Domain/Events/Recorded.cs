using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Events;

/// <summary>An event with its place, its moment and the connection that it came from, if it came from one.</summary>
public sealed record Recorded(Sequence Sequence, Timestamp At, ConnectionId? Origin, Event Event);
