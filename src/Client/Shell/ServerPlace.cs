namespace ChatRoom.Client;

/// <summary>Where a server is, as people and files write it.</summary>
public static class ServerPlace
{
    /// <summary>The colons of an IPv6 address stand apart from that of the port.</summary>
    public static string Of(string host, int port) => host.Contains(':', StringComparison.Ordinal) ? $"[{host}]:{port}" : $"{host}:{port}";
}
