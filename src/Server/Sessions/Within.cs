namespace ChatRoom.Server.Sessions;

/// <summary>What stands around a line: that it is history, the batch that it belongs to, and whether it only comes with the message before it (draft/chathistory-context).</summary>
public readonly record struct Within(bool IsPlayed, string? Batch, bool IsContext = false);
