namespace ChatRoom.Server.Sessions;

/// <summary>What stands around a line in an answer: the batch that it belongs to, and whether it only comes with the message before it (draft/chathistory-context).</summary>
public readonly record struct Within(string? Batch, bool IsContext = false);
