using System.Collections.Immutable;

namespace ChatRoom.Client.Chat;

/// <summary>
/// The networks that a person is in at once, and the one that they look at: a value, replaced by <see cref="NetworksUpdate"/>. What is known of
/// one is not known of another: the same nickname is somebody else there, and the same name another room.
/// </summary>
/// <param name="All">In the order in which they were joined; never empty.</param>
/// <param name="Looking">The name of the one that the person looks at.</param>
public sealed record Networks(ImmutableList<Network> All, string Looking)
{
    public Network Current => Find(Looking) ?? All[0];

    public static Networks Of(Network first) => new([first], first.Name);

    public Network? Find(string name) => All.Find(network => network.Name == name);

    /// <summary>In place of the one with this name, or behind the others, where nobody looks at it yet.</summary>
    public Networks With(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var index = All.FindIndex(known => known.Name == network.Name);
        return this with { All = index < 0 ? All.Add(network with { Chat = network.Chat with { IsShown = false } }) : All.SetItem(index, network) };
    }

    /// <summary>Without the one of this name. The last one stays: there is always something to look at.</summary>
    public Networks Without(string name)
    {
        var index = All.FindIndex(network => network.Name == name);
        if (index < 0 || All.Count == 1)
            return this;
        var rest = this with { All = All.RemoveAt(index) };
        if (Looking != name)
            return rest;
        var next = rest.All[Math.Max(0, index - 1)];
        return rest.With(next with { Chat = next.Chat with { IsShown = true } }) with { Looking = next.Name };
    }
}

/// <summary>A network, and all that can be looked at there.</summary>
/// <param name="Name">Ours for it: no two have the same, whatever they call themselves.</param>
public sealed record Network(string Name, ChatModel Chat, LinkFacts Facts)
{
    /// <summary>Which conversation this is, among those of all networks.</summary>
    public ConversationId IdOf(string conversation) => new(Name, Chat.Fold(conversation));
}

/// <summary>How a network is reached: what no model knows by itself, and a person may ask.</summary>
/// <param name="Server">As host and port.</param>
/// <param name="Encryption">In words: "TLS 1.3, pinned"; null for none.</param>
/// <param name="Account">Null when not logged in.</param>
public sealed record LinkFacts(string Server, string? Encryption = null, string? Account = null);

/// <summary>A conversation of one of several networks.</summary>
/// <param name="Conversation">Its name in that network's small letters; empty for the server's own words.</param>
public sealed record ConversationId(string Network, string Conversation);
