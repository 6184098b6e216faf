namespace ChatRoom.Client.Protocol;

/// <summary>What was said in a conversation while the connection was away, as far as it is asked for.</summary>
/// <param name="From">The last that we know of there; what is wanted comes after it.</param>
public sealed record GapFill(string Target, Stamp From)
{
    public GapWay Way { get; init; }

    /// <summary>Pages that have come.</summary>
    public int Pages { get; init; }

    /// <summary>The PING behind the request: when that is back and nothing has begun, there is nothing.</summary>
    public long Round { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    /// <summary>The person knows already that something may be missing here.</summary>
    public bool IsHoleTold { get; init; }
}
