using System.Collections.Immutable;

namespace ChatRoom.Client;

/// <summary>
/// All that a person can look at, whatever screen shows it: a value, made from what the connection tells. It outlives a connection, so
/// that a reconnect changes nothing that is shown.
/// </summary>
/// <param name="Client">What the connection knows now.</param>
public sealed record ChatModel(ClientModel Client)
{
    public LinkState Link { get; init; } = new LinkState.Connecting();

    /// <summary>The server's own first, then in the order in which they were opened.</summary>
    public ImmutableList<Conversation> Conversations { get; init; } = [new Conversation("", ConversationKind.Server)];

    /// <summary>The conversation that the person looks at; empty for the server's.</summary>
    public string Looking { get; init; } = "";

    /// <summary>Nicknames, in the server's small letters, of whom the person wants to hear nothing.</summary>
    public ImmutableSortedSet<string> Ignored { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>When the server last told us the time; for what ends by itself, such as typing.</summary>
    public DateTimeOffset Now { get; init; }

    public Conversation? Find(string name) => Conversations.Find(known => Client.Same(known.Name, name));

    public Conversation Current => Find(Looking) ?? Conversations[0];
}
