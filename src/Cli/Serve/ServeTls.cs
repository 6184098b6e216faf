namespace ChatRoom.Cli.Serve;

/// <summary>What `chatroom serve` was asked to do about TLS.</summary>
/// <param name="Port">0 lets the system choose one.</param>
/// <param name="Certificate">The operator's certificate as PEM; null for a self-signed one.</param>
/// <param name="Key">Its key; given together with it.</param>
/// <param name="StsDays">For how many days clients are told to come over TLS only; 0 does not tell them.</param>
public sealed record ServeTls(int Port, string? Certificate, string? Key, int StsDays);
