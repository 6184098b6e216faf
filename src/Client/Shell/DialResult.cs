namespace ChatRoom.Client;

/// <summary>What came of trying to connect.</summary>
public abstract record DialResult
{
    private DialResult()
    {
    }

    public sealed record Connected(TcpTransport Transport) : DialResult;

    /// <summary>The machine is there and refuses: no program listens on that port.</summary>
    public sealed record NobodyListens : DialResult;

    /// <summary>No machine of that name is known.</summary>
    public sealed record UnknownHost : DialResult;

    public sealed record TimedOut : DialResult;

    public sealed record Failed(string Reason) : DialResult;

    public T Match<T>(
        Func<Connected, T> connected,
        Func<NobodyListens, T> nobodyListens,
        Func<UnknownHost, T> unknownHost,
        Func<TimedOut, T> timedOut,
        Func<Failed, T> failed) => this switch
        {
            Connected r => connected(r),
            NobodyListens r => nobodyListens(r),
            UnknownHost r => unknownHost(r),
            TimedOut r => timedOut(r),
            Failed r => failed(r),
            _ => throw new InvalidOperationException($"unknown result {GetType().Name}"),
        };
}
