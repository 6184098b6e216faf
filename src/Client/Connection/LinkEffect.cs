using System.Collections.Immutable;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Connection;

/// <summary>What the shell has to do after an update of the link, in this order.</summary>
public abstract record LinkEffect
{
    private LinkEffect()
    {
    }

    /// <summary>Make a connection; what comes of it is <see cref="LinkMessage.Reached"/> or <see cref="LinkMessage.Unreached"/>.</summary>
    public sealed record Dial : LinkEffect;

    /// <summary>Talk over the connection that was made, going on from this.</summary>
    public sealed record Talk(ClientModel Client) : LinkEffect;

    /// <summary>Hand this to the session.</summary>
    public sealed record Pass(ClientMessage Message) : LinkEffect;

    /// <summary>Send <see cref="LinkMessage.Due"/> after this time.</summary>
    public sealed record Wake(TimeSpan After) : LinkEffect;

    /// <summary>Nobody waits any more, neither for a connection nor for a moment.</summary>
    public sealed record StopWaiting : LinkEffect;

    /// <summary>Show this to the person.</summary>
    public sealed record Tell(ChatEvent Event) : LinkEffect;
}

/// <summary>What happened since the last report, and what is known after it.</summary>
/// <param name="Model">Immutable, and so shared.</param>
/// <param name="Events">Perhaps none: then only what is known has changed.</param>
public sealed record LinkReport(ClientModel Model, LinkState State, ImmutableList<ChatEvent> Events);
