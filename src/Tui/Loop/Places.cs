using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.Commands;
using ChatRoom.Tui.ConnectForm;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.Loop;

/// <summary>From what was left to what is there again, and back.</summary>
public static class Places
{
    /// <summary>The rooms to join: those that are named, and those that were open.</summary>
    public static IEnumerable<RoomName> Rooms(FormValues values, LeftServer? left) => values.Rooms
        .Concat((left?.Conversations ?? []).Where(one => one.IsRoom).Select(one => RoomName.TryParse(one.Name, out var room, out _) ? room : null).OfType<RoomName>())
        .DistinctBy(room => room.Text, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Where nobody names a room, one looks at what one looked at last. A room that is named is there and looked at before the server has let us in,
    /// so that what one writes at once is written there.
    /// </summary>
    public static ChatModel Begin(ChatModel chat, FormValues values, LeftServer? left) => Bookmarks.Reopen(
        chat,
        (left?.Conversations ?? []).Select(one => new Bookmark(one.Name, one.IsRoom, one.ReadUntil))
            .Concat(values.Rooms.Select(room => new Bookmark(room.Text, true, null))),
        values.Rooms is [var first, ..] && (values.HasRooms || !Has(left, first.Text)) ? first.Text : left?.Looking ?? "");

    private static bool Has(LeftServer? left, string room) => left is not null && Array.Exists(left.Conversations, one => one.Name.Equals(room, StringComparison.OrdinalIgnoreCase));

    /// <summary>What the screen remembers of its conversations.</summary>
    public static TalkModel WithDrafts(TalkModel talk, Network network, LeftServer? left)
    {
        foreach (var one in left?.Conversations ?? [])
        {
            if (one.Notify is { } notify)
                talk = talk with { Notified = talk.Notified.SetItem(network.IdOf(one.Name), notify) };
        }
        foreach (var one in (left?.Conversations ?? []).Where(one => one.Draft.Length > 0))
        {
            var id = network.IdOf(one.Name);
            talk = talk.With(id, talk.ReadingOf(id) with { Draft = talk.ReadingOf(id).Draft.WithText(one.Draft) });
        }
        return talk;
    }

    /// <summary>Null before the server has let us into anything, so that nothing is forgotten by a start that failed.</summary>
    public static LeftServer? Of(TalkModel talk, Network network, FormValues values)
    {
        if (network.Chat.Client is { HasBeenHere: false, ReadyAt: null })
            return null;
        var conversations = Bookmarks.Of(network.Chat).Take(LeftServers.MostConversations)
            .Select(one => new LeftConversation(one.Name, one.IsRoom, one.ReadUntil, DraftOf(talk, network.IdOf(one.Name)), NotifyOf(talk, network.IdOf(one.Name))));
        var beside = talk.Networks.All.Where(other => other.Name != network.Name).Select(other => other.Name);
        return new LeftServer(values.Host, values.Port, values.Who, network.Chat.Looking, [.. conversations], [.. beside]);
    }

    public static bool AreSame(LeftServer left, LeftServer? other) =>
        other is not null && left.Looking == other.Looking && left.Conversations.SequenceEqual(other.Conversations)
        && (left.Beside ?? []).SequenceEqual(other.Beside ?? []);

    private static NotifyOf? NotifyOf(TalkModel talk, ConversationId conversation) =>
        talk.Notified.TryGetValue(conversation, out var notify) ? notify : null;

    /// <summary>A password that was typed and not sent is not kept.</summary>
    private static string DraftOf(TalkModel talk, ConversationId conversation) =>
        talk.ReadingOf(conversation).Draft.Text is { Length: <= LeftServers.LongestDraft } draft && !CommandTable.HoldsSecret(draft) ? draft : "";
}
