namespace ChatRoom.Client.Connection;

/// <summary>What came of trying to connect.</summary>
public abstract record DialResult
{
    private DialResult()
    {
    }

    public sealed record Connected(IWire Transport) : DialResult;

    /// <summary>The machine is there and refuses: no program listens on that port.</summary>
    public sealed record NobodyListens : DialResult;

    /// <summary>No machine of that name is known.</summary>
    public sealed record UnknownHost : DialResult;

    public sealed record TimedOut : DialResult;

    public sealed record Failed(string Reason) : DialResult;

    /// <summary>The server does not speak TLS on that port, or none that we speak.</summary>
    public sealed record NoTls(string Reason) : DialResult;

    /// <summary>Nothing says that this is the server that is meant, unless somebody knows the fingerprint.</summary>
    public sealed record Untrusted(Fingerprint Found, string Reason) : DialResult;

    /// <summary>The server has another certificate than the one that was pinned.</summary>
    public sealed record OtherCertificate(Fingerprint Pinned, Fingerprint Found) : DialResult;
}
