namespace ChatRoom.Client.Chat;

/// <summary>A conversation as it was left: enough to open it again, and to know there what is new.</summary>
/// <param name="ReadUntil">The time of the last message that was read; null where nothing was.</param>
public sealed record Bookmark(string Name, bool IsRoom, DateTimeOffset? ReadUntil);
