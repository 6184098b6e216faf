global using NetworksStep = ChatRoom.Client.Step<ChatRoom.Client.Chat.Networks, ChatRoom.Client.Chat.NetworkMessage>;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Chat;

/// <summary>
/// What becomes of several networks: each changes by itself, as <see cref="ChatUpdate"/> says, and this knows which one is meant and which one
/// is looked at. Pure.
/// </summary>
public static class NetworksUpdate
{
    /// <summary>One of the connections told these; see <see cref="ChatUpdate.Hear"/>.</summary>
    public static NetworksStep Hear(Networks networks, string network, ClientModel client, LinkState link, IEnumerable<ChatEvent> events, DateTimeOffset now) =>
        In(networks, network, chat => ChatUpdate.Hear(chat, client, link, events, now));

    /// <summary>The person wants something in this network. Who looks at a conversation there, or opens one, looks at that network.</summary>
    public static NetworksStep Wish(Networks networks, string network, ChatWish wish)
    {
        var there = wish is ChatWish.Look or ChatWish.Open ? LookAt(networks, network) : new(networks, []);
        return there.Then(next => In(next, network, chat => ChatUpdate.Wish(chat, wish)));
    }

    /// <summary>Time passed, everywhere.</summary>
    public static NetworksStep Pass(Networks networks, DateTimeOffset now)
    {
        var step = new NetworksStep(networks, []);
        foreach (var network in networks.All)
            step = step.Then(next => In(next, network.Name, chat => ChatUpdate.Pass(chat, now)));
        return step;
    }

    private static NetworksStep LookAt(Networks networks, string network)
    {
        if (networks.Looking == network || networks.Find(network) is null)
            return new(networks, []);
        return In(networks, networks.Looking, Looking.Away)
            .Then(left => In(left with { Looking = network }, network, chat => ChatStep.Of(chat with { IsShown = true })));
    }

    /// <summary>What a network that is gone still tells is nobody's news.</summary>
    private static NetworksStep In(Networks networks, string name, Func<ChatModel, ChatStep> update)
    {
        if (networks.Find(name) is not { } network)
            return new(networks, []);
        var (chat, messages) = update(network.Chat);
        var next = ReferenceEquals(chat, network.Chat) ? networks : networks.With(network with { Chat = chat });
        return new(next, messages.ConvertAll(message => new NetworkMessage(name, message)));
    }
}

/// <summary>Something for the connection to this network.</summary>
public sealed record NetworkMessage(string Network, ClientMessage Message);
