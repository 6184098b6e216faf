using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Connection;

/// <summary>Why there is no connection, for code that offers help with it.</summary>
public abstract record LinkFault
{
    private LinkFault()
    {
    }

    /// <summary>The server was not reached, or its certificate not accepted.</summary>
    public sealed record Unreached(DialResult Result) : LinkFault;

    /// <summary>The connection was made, and ended.</summary>
    public sealed record Ended(Ending Ending) : LinkFault;
}
