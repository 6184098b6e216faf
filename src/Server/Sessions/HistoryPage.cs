namespace ChatRoom.Server.Sessions;

/// <summary>A page of history: what of a conversation, and how much. <paramref name="Sub"/> is the subcommand that asked for it.</summary>
public sealed record HistoryPage(string Sub, string Target, HistoryPlace First, HistoryPlace Second, int Most);
