namespace ChatRoom.Server.Hubs;

/// <summary>One thing in an outbox: lines, or an answer that stands where lines will be.</summary>
public readonly record struct OutboxItem(Slice Lines, Answer? Answer);
