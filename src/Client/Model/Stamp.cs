namespace ChatRoom.Client;

/// <summary>Where an event belongs in time.</summary>
/// <param name="Time">When it happened, by the server's clock where the server says so, else when we heard of it.</param>
/// <param name="MessageId">The server's id for a message, where it gives one.</param>
/// <param name="History">It happened before we came and is played back to us.</param>
public sealed record Stamp(DateTimeOffset Time, string? MessageId = null, bool History = false);
