using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Connection;

/// <summary>What can happen to a link. Times and chance come in here: <see cref="LinkUpdate"/> has none of its own.</summary>
public abstract record LinkMessage
{
    private LinkMessage()
    {
    }

    public sealed record Begun : LinkMessage;

    /// <summary>The connection is made.</summary>
    public sealed record Reached : LinkMessage;

    /// <summary>It could not be made.</summary>
    /// <param name="Chance">From 0 up to 1, so that not everybody comes back at the same moment.</param>
    public sealed record Unreached(DialResult Result, DateTimeOffset Now, double Chance) : LinkMessage;

    /// <summary>It is over.</summary>
    /// <param name="Client">What it knew at its end.</param>
    public sealed record Ended(Ending Ending, ClientModel Client, DateTimeOffset Now, double Chance) : LinkMessage;

    /// <summary>The time to wait is over.</summary>
    public sealed record Due : LinkMessage;

    /// <summary>
    /// The person does not want to wait, or knows that the network is another one now: whatever connection there is is given up for a new
    /// one.
    /// </summary>
    /// <param name="Changed">What the person has changed: another nickname, a password. Null for nothing.</param>
    public sealed record TryNow(ClientSettings? Changed) : LinkMessage;

    /// <summary>A message for the client.</summary>
    public sealed record Posted(ClientMessage Message) : LinkMessage;
}
