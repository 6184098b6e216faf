namespace ChatRoom.Client.Protocol;

/// <summary>A command that the person gave, while its answers may still come.</summary>
/// <param name="Where">The conversation in which they are shown.</param>
/// <param name="Round">The PING behind it: its PONG says that the server has dealt with it.</param>
public sealed record Order(string Label, string Command, string Where, long Round)
{
    /// <summary>Something was shown of the answer. If nothing was when it ends, the end says so.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>We asked for it ourselves, and it is not shown.</summary>
    public bool IsQuiet { get; init; }
}
