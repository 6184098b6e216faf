using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Chat;

/// <summary>What a room is about and who may do what there.</summary>
internal static class Rooms
{
    /// <summary>The topic as we found it is told at each coming in; it becomes an entry only if it is another one than we knew.</summary>
    public static ChatModel HearTopic(ChatModel model, ChatEvent.TopicSet e) => Placing.Change(model, e.Room, known =>
    {
        if (e.At.History || (e.Nick is null && e.Topic == known.Topic))
            return known with { TopicTold = known.TopicTold || !e.At.History };
        return Placing.Place(model, known with { Topic = e.Topic, TopicTold = true }, e.At, new EntryWhat.Topic(e.Nick, e.Topic));
    });

    /// <summary>The conversation goes on under the new name; one of that name that was left before is gone, as the room that it was of is.</summary>
    public static ChatModel HearRenamed(ChatModel model, ChatEvent.RoomRenamed e)
    {
        if (model.Find(e.Room) is not { } known)
            return model;
        var follows = model.Client.Same(model.Looking, e.Room);
        var rest = model.Find(e.NewRoom) is { } left && left != known ? model with { Conversations = model.Conversations.Remove(left) } : model;
        var index = rest.IndexOf(e.Room);
        var reason = e.Reason.Length > 0 ? $": {e.Reason}" : "";
        var told = Placing.Place(rest, known with { Name = e.NewRoom }, e.At, new EntryWhat.Info($"{e.By} calls this room {e.NewRoom} now; it was {e.Room}{reason}"));
        return Placing.Put(follows ? rest with { Looking = e.NewRoom } : rest, index, told);
    }

    public static ChatModel HearModes(ChatModel model, ChatEvent.ModesChanged e) => e.At.History
        ? model
        : Placing.Change(model, e.Room, known =>
        {
            var changes = ModeChange.Read(model.Client.Support, e.Words).ToList();
            var ranked = changes.Aggregate(known, (room, change) => Rank(model, room, change));
            return model.Ignores(e.Nick) ? ranked : Placing.Place(model, ranked, e.At, new EntryWhat.Modes(e.Nick, string.Join(", ", changes)));
        });

    private static Conversation Rank(ChatModel model, Conversation known, ModeChange change) =>
        model.Client.Support.Prefixes.SignOf(change.Letter) is { } sign && change.Word is { } nick ? Rank(model, known, nick, sign, change.IsOn) : known;

    private static Conversation Rank(ChatModel model, Conversation known, string nick, char sign, bool on)
    {
        var key = model.Fold(nick);
        if (!known.Members.TryGetValue(key, out var member))
            return known;
        var signs = model.Client.Support.Prefixes.Signs;
        var rank = string.Concat(signs.Where(one => one == sign ? on : member.Rank.Contains(one)));
        return known with { Members = known.Members.SetItem(key, member with { Rank = rank }) };
    }

    /// <summary>An invitation for us calls; others' (invite-notify) stand in the room.</summary>
    public static ChatModel HearInvited(ChatModel model, ChatEvent.Invited e)
    {
        if (model.Ignores(e.By))
            return model;
        if (!e.Own)
            return Placing.Tell(model, e.Room, e.At, new EntryWhat.Info($"{e.By} has invited {e.Nick}"));
        var text = $"{e.By} invites you to {e.Room}";
        var told = Placing.Tell(model, "", e.At, new EntryWhat.Invitation(e.By, e.Room));
        // Where the person looks it is one click; on the server's page it stays.
        if (model.Current.Kind != ConversationKind.Server)
            told = Placing.Tell(told, model.Looking, e.At with { MessageId = null }, new EntryWhat.Invitation(e.By, e.Room));
        return told with { Alert = new Alert((model.Alert?.Number ?? 0) + 1, "", e.By, text) };
    }

    public static ChatModel HearRefused(ChatModel model, ChatEvent.RoomRefused e) =>
        Placing.Tell(model, e.Room, e.At, new EntryWhat.Wrong($"cannot join {e.Room}: {e.Reason}"));
}
