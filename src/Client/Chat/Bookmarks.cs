using System.Collections.Immutable;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Chat;

/// <summary>What one left, and finds again at the next start: which conversations, in which order, and how far they were read.</summary>
public static class Bookmarks
{
    /// <summary>The conversations to come back to, in their order. Rooms that we were put out of, or never got into, are none.</summary>
    public static ImmutableList<Bookmark> Of(ChatModel model) =>
    [
        .. model.Conversations.Where(known => known is { Kind: not ConversationKind.Server, Inside: true })
            .Select(known => new Bookmark(known.Name, known.Kind == ConversationKind.Room, ReadUntil(known))),
    ];

    /// <summary>They are there again before the server has said anything.</summary>
    /// <param name="looking">The one that is looked at, if it is among them.</param>
    public static ChatModel Reopen(ChatModel model, IEnumerable<Bookmark> left, string looking)
    {
        foreach (var bookmark in left.Where(one => Looking.CanBeName(one.Name)).Take(ClientLimits.Conversations - 1))
        {
            var kind = bookmark.IsRoom ? ConversationKind.Room : ConversationKind.Person;
            if (model.IndexOf(bookmark.Name) < 0)
                model = model with { Conversations = model.Conversations.Add(new Conversation(bookmark.Name, kind) { Inside = !bookmark.IsRoom, ReadUntil = bookmark.ReadUntil }) };
        }
        return model.Find(looking) is { } found ? model with { Looking = found.Name } : model;
    }

    /// <summary>Up to the first that is counted as unread; where nothing came yet, as far as it was before.</summary>
    private static DateTimeOffset? ReadUntil(Conversation known)
    {
        var end = known is { Unread: > 0, UnreadFrom: { } from } ? known.Entries.IndexOfNumber(from) : known.Entries.Count;
        for (var i = end - 1; i >= 0; i--)
        {
            if (known.Entries[i].IsReference)
                return known.Entries[i].At.Time;
        }
        return known.ReadUntil;
    }
}

/// <summary>A conversation as it was left: enough to open it again, and to know there what is new.</summary>
/// <param name="ReadUntil">The time of the last message that was read; null where nothing was.</param>
public sealed record Bookmark(string Name, bool IsRoom, DateTimeOffset? ReadUntil);
