using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Server.Hubs;

/// <summary>What a message can ask for: data, equal to another with equal contents. All of it takes its place in the connection's order.</summary>
public abstract record HubRequest
{
    private HubRequest() { }

    /// <summary>Let the rules decide.</summary>
    public sealed record Submit(Command Command) : HubRequest
    {
        /// <summary>The answer if they say yes, which comes before everything that is told of it; null where that says enough.</summary>
        public Question? Done { get; init; }
    }

    /// <summary>Nothing, but to be known to the hub or to have a label acknowledged.</summary>
    public sealed record Nothing : HubRequest;

    /// <summary>Write the answer at once, on the hub's thread: a few lines, if any.</summary>
    public sealed record Render(Question Question) : HubRequest;

    /// <summary>Answer page by page, off the hub, when it is the answer's turn to be sent.</summary>
    public sealed record Query(Question Question) : HubRequest;

    /// <summary>From here on the client hears in another way; this tells it so.</summary>
    public sealed record SetDelivery(DeliveryOptions DeliveryOptions, Question Question) : HubRequest;

    /// <summary>From here on the client hears when somebody of these nicknames comes or goes, or no longer.</summary>
    public sealed record Watch(ValueList<Nick> Nicks, bool IsOn) : HubRequest;

    /// <summary>From here on the client hears of metadata under these keys.</summary>
    public sealed record Subscribe(ValueList<MetadataKey> Keys) : HubRequest;

    /// <summary>A passing sign came from another server. From nobody who is here.</summary>
    public sealed record Hear(string Sign) : HubRequest;

    /// <summary>The connection is over, or has to be.</summary>
    public sealed record Disconnect(Ending End) : HubRequest;
}

/// <summary>
/// What a client asks, to be answered from the world as it is at its place in the connection's order. It is data and no closure, so a message can
/// be logged, compared and simulated. The hub doesn't know what can be asked; only its <see cref="ILineRenderer"/> does.
/// </summary>
public abstract record Question;
