namespace ChatRoom.Client.Connection;

/// <summary>How a connection is to be encrypted.</summary>
/// <param name="Pinned">The one certificate that is right, whoever vouches for it; null for any that this system trusts for the host.</param>
public sealed record Encryption(Fingerprint? Pinned);
