namespace ChatRoom.Domain;

/// <summary>A command with what the world can't know by itself: over which connection it came, and when.</summary>
public readonly record struct Request(ConnectionId Origin, Timestamp At, Command Command);
