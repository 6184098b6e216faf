using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Connection;

/// <summary>What is known of a connection that is made again whenever it breaks: a value, owned by one loop.</summary>
/// <param name="Client">What the last connection knew. While a session talks, it alone knows better.</param>
public sealed record LinkModel(LinkSettings Settings, ClientModel Client)
{
    public LinkModel(LinkSettings settings)
        : this(settings, new ClientModel(settings.Client))
    {
    }

    public LinkPhase Phase { get; init; }

    public LinkState State { get; init; } = new LinkState.Connecting();

    /// <summary>Tries since the last connection that stood for a while.</summary>
    public int Attempt { get; init; }

    /// <summary>The person wants to leave; no new try after that.</summary>
    public bool IsLeaving { get; init; }

    /// <summary>The next try is wanted as soon as this connection has ended.</summary>
    public bool IsHurried { get; init; }
}
