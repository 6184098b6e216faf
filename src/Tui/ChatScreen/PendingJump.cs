namespace ChatRoom.Tui.ChatScreen;

/// <summary>A place that was asked for and is shown as soon as it is loaded.</summary>
/// <param name="Moment">The first entry that is not older.</param>
/// <param name="MessageId">This very message, where it is known.</param>
public sealed record PendingJump(string Conversation, DateTimeOffset Moment, string? MessageId);
