using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Chat;

/// <summary>What becomes of the conversations when the connection breaks and when it is there again.</summary>
internal static class LinkChange
{
    /// <summary>While the connection is away nobody writes, and what was asked for does not come any more.</summary>
    /// <param name="model">What was there.</param>
    /// <param name="client">What the connection knows now.</param>
    /// <param name="link">How the connection stands.</param>
    /// <param name="renamed">Rooms that are called otherwise there, and here in a moment.</param>
    public static ChatModel Stand(ChatModel model, ClientModel client, LinkState link, IReadOnlyCollection<string> renamed)
    {
        var broke = model.Link is LinkState.Online && link is not LinkState.Online;
        var next = LeaveLost(model with { Client = client, Link = link, IsOfHistory = link is LinkState.Online ? client.TellsHistory : model.IsOfHistory }, renamed);
        if (broke)
            return Records.Drop(next with { Conversations = next.Conversations.ConvertAll(known => Broken(next, StandStill(known))), Wrote = null });
        // Without a connection nobody could say whether the server tells of earlier times.
        var came = model.Link is not LinkState.Online && link is LinkState.Online;
        return came ? next with { Conversations = next.Conversations.ConvertAll(known => Mended(AskAgain(known, client), client.HeardAt)) } : next;
    }

    /// <summary>
    /// A room that the connection is not in any more, and is not getting into again: it was left while there was no connection, or did not
    /// let us in after one. No line of the server says that we left.
    /// </summary>
    private static ChatModel LeaveLost(ChatModel model, IReadOnlyCollection<string> renamed)
    {
        for (var i = 0; i < model.Conversations.Count; i++)
        {
            var known = model.Conversations[i];
            if (known is { Kind: ConversationKind.Room, Inside: true } && model.Client.Room(known.Name) is null or { Phase: RoomPhase.Closed } && !renamed.Any(room => model.Client.Same(room, known.Name)))
                model = Placing.Put(model, i, known with { Inside = false, Members = known.Members.Clear(), MoreMembers = 0, Typing = [] });
        }
        return model;
    }

    private static Conversation AskAgain(Conversation known, ClientModel client) =>
        client.TellsHistory && known is { Kind: not ConversationKind.Server, Older: Reach.Untold } ? known with { Older = Reach.More } : known;

    /// <summary>
    /// Where the connection broke, a line says so. It has the time of what stands above it, so that what was said meanwhile, by the server's
    /// clock, comes below.
    /// </summary>
    private static Conversation Broken(ChatModel model, Conversation known) => known.Kind == ConversationKind.Server || known.Entries.Count == 0
        ? known
        : Placing.Append(model, known, new Stamp(known.Entries[^1].At.Time), new EntryWhat.Offline(model.Client.HeardAt, null));

    private static Conversation Mended(Conversation known, DateTimeOffset now)
    {
        for (var i = known.Entries.Count - 1; i >= Math.Max(0, known.Entries.Count - Placing.LookBack); i--)
        {
            if (known.Entries[i] is { What: EntryWhat.Offline { Until: null } offline } entry)
                return known with { Entries = known.Entries.SetItem(i, entry with { What = offline with { Until = now } }) };
        }
        return known;
    }

    private static Conversation StandStill(Conversation known) => known with
    {
        Typing = [],
        Older = known.Older == Reach.Loading ? Reach.More : known.Older,
        Newer = known.Newer == Reach.Loading ? Reach.More : known.Newer,
    };
}
