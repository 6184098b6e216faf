using System.Collections.Immutable;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Irc;

namespace ChatRoom.Client.Chat;

/// <summary>
/// All that a person can look at, whatever screen shows it: a value, made from what the connection tells. It outlives a connection, so
/// that a reconnect changes nothing that is shown.
/// </summary>
/// <param name="Client">What the connection knows now.</param>
public sealed record ChatModel(ClientModel Client)
{
    public LinkState Link { get; init; } = new LinkState.Connecting();

    /// <summary>The server tells what was said earlier, as the connection knew that is there or was there last: what it had heard may be sorted when it is over.</summary>
    public bool IsOfHistory { get; init; }

    /// <summary>The server's own first, then in the order in which they were opened.</summary>
    public ImmutableList<Conversation> Conversations { get; init; } = [new Conversation("", ConversationKind.Server)];

    /// <summary>The conversation that the person looks at; empty for the server's.</summary>
    public string Looking { get; init; } = "";

    /// <summary>The person looks at this network. Of several only one is in front, and what is said in the others is not seen.</summary>
    public bool IsShown { get; init; } = true;

    /// <summary>Of whom the person wants to hear nothing: by the nickname in the server's small letters, the nickname as it was written.</summary>
    public ImmutableSortedDictionary<string, string> Ignored { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Words that name the person besides their nickname.</summary>
    public ImmutableArray<string> Highlights { get; init; } = [];

    /// <summary>When the server last told us the time; for what ends by itself, such as typing.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>The last thing that called for the person.</summary>
    public Alert? Alert { get; init; }

    /// <summary>The answer to the last search on the server; null while it has not come.</summary>
    public Found? Found { get; init; }

    /// <summary>What the server tells of all that the person's account did; null where nobody asked.</summary>
    public Records? Records { get; init; }

    /// <summary>Rooms that we are leaving, in the server's small letters: what is still heard from there opens nothing again.</summary>
    public ImmutableSortedSet<string> Leaving { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Perhaps somebody is writing somewhere, so that it has to be looked whether they still are.</summary>
    public bool SomebodyWrites { get; init; }

    /// <summary>Where we last told others that we write, and when; they are told again only after a while.</summary>
    public (string Conversation, DateTimeOffset At)? Wrote { get; init; }

    /// <summary>When the other devices were last told how far the person has read.</summary>
    public DateTimeOffset? ToldReadAt { get; init; }

    /// <summary>
    /// Something ends by itself, or is counted in seconds: a connection that is not there, an answer that does not come, somebody who writes,
    /// something read that is to be told.
    /// </summary>
    public bool IsWaiting => SomebodyWrites || Reading.IsUntold(this) || Link is not LinkState.Online || Client.WaitingSince is not null;

    public Conversation Current => Find(Looking) ?? Conversations[0];

    public Conversation? Find(string name) => IndexOf(name) is >= 0 and var index ? Conversations[index] : null;

    /// <summary>What the person said there and nobody has confirmed, in its order. It stands below the entries and is none of them yet.</summary>
    public ImmutableList<EntryWhat.Said> Pending(Conversation conversation) =>
    [
        .. Client.Lines.Where(line => IsSaidTo(conversation, line.Target))
            .Select(line => Unconfirmed(line.Target, line.Text, line.Manner, line.ReplyTo, line.Id, DeliveryState.Sent)),
        .. Client.Waiting.Where(said => IsSaidTo(conversation, said.Target))
            .Select(said => Unconfirmed(said.Target, said.Text, said.Manner, said.ReplyTo, said.Id, DeliveryState.Waiting)),
    ];

    internal int IndexOf(string name)
    {
        for (var i = 0; i < Conversations.Count; i++)
        {
            if (Client.Same(Conversations[i].Name, name))
                return i;
        }
        return -1;
    }

    internal string Fold(string name) => Client.Support.CaseMapping.Fold(name);

    internal bool Ignores(string nick) => !Ignored.IsEmpty && Ignored.ContainsKey(Fold(nick));

    internal bool IsLookingAt(Conversation conversation) => IsShown && Client.Same(Looking, conversation.Name);

    private bool IsSaidTo(Conversation conversation, string target) => Client.Same(Client.RoomOf(target) ?? target, conversation.Name);

    private EntryWhat.Said Unconfirmed(string target, string text, Manner manner, string? replyTo, UInt128 id, DeliveryState fate) =>
        new(Client.Nick, text, manner, Own: true) { Fate = fate, Id = id, ReplyTo = replyTo, To = Narrowed(target) };

    /// <summary>The target where it is narrower than its room (`@#lobby`), else null.</summary>
    internal string? Narrowed(string target) => Client.RoomOf(target) is { } room && room.Length < target.Length ? target : null;
}

/// <summary>What a search found.</summary>
/// <param name="Conversation">Where it was looked for.</param>
/// <param name="Entries">From older to newer; their numbers are those of the list and not of the conversation.</param>
public sealed record Found(string Words, ValueList<Hit> Hits);

/// <summary>A message that was found, and the name of its conversation.</summary>
public sealed record Hit(string Conversation, Entry Entry);

/// <summary>Something that a person wants to be called for: they were named, spoken to alone, or invited.</summary>
/// <param name="Number">Counts calls, so that the code that rings the bell sees that there is a new one.</param>
/// <param name="Conversation">Where it is to be read.</param>
public sealed record Alert(long Number, string Conversation, string Nick, string Text);

/// <summary>Somebody who is writing something, as far as they let us know (IRCv3 +typing).</summary>
/// <param name="Until">When we stop believing it unless they say so again.</param>
public sealed record Typist(string Nick, DateTimeOffset Until);
