namespace ChatRoom.Client.Connection;

/// <summary>Where a server is, as people and files write it.</summary>
public static class ServerPlace
{
    public const int PlainPort = 6667;

    /// <summary>The usual one for IRC over TLS (RFC 7194).</summary>
    public const int TlsPort = 6697;

    /// <summary>The colons of an IPv6 address stand apart from that of the port.</summary>
    public static string Of(string host, int port) => host.Contains(':', StringComparison.Ordinal) ? $"[{host}]:{port}" : $"{host}:{port}";
}
