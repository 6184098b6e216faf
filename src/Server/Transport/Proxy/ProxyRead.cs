using System.Net;

namespace ChatRoom.Server.Transport.Proxy;

/// <summary>What the first bytes of a connection from a proxy are.</summary>
public abstract record ProxyRead
{
    private ProxyRead() { }

    /// <summary>The beginning of a header, or nothing yet.</summary>
    public sealed record NeedMore : ProxyRead;

    /// <summary>A header of so many bytes; where the client is, or null where the proxy speaks for itself or does not know.</summary>
    public sealed record Header(IPEndPoint? Client, int Length) : ProxyRead;

    /// <summary>No header, or one that is not as it has to be.</summary>
    public sealed record Wrong(string Why) : ProxyRead;
}
