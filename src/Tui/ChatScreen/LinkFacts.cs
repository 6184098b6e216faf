namespace ChatRoom.Tui.ChatScreen;

/// <summary>What the chat does not know of its connection, and a person may ask.</summary>
/// <param name="Server">As host and port.</param>
/// <param name="Encryption">In words: "TLS 1.3, pinned"; null for none.</param>
/// <param name="Account">Null when not logged in.</param>
/// <param name="Lag">The last round to the server; null when none was made.</param>
public sealed record LinkFacts(string Server, string? Encryption = null, string? Account = null, TimeSpan? Lag = null);
