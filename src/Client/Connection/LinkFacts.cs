namespace ChatRoom.Client.Connection;

/// <summary>What a connection's own model does not know of it, and a person may ask.</summary>
/// <param name="Server">As host and port.</param>
/// <param name="Encryption">In words: "TLS 1.3, pinned"; null for none.</param>
/// <param name="Account">Null when not logged in.</param>
public sealed record LinkFacts(string Server, string? Encryption = null, string? Account = null);
