namespace ChatRoom.Client.Chat;

/// <summary>A conversation as it was left: enough to open it again, and to know there what is new.</summary>
/// <param name="ReadUntil">The time of the last message that was read; null where nothing was.</param>
/// <param name="Draft">What was written and not said.</param>
public sealed record Bookmark(string Name, bool IsRoom, DateTimeOffset? ReadUntil, string Draft);
