using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>What the person asks of the server besides saying something or giving a command.</summary>
internal static class Requests
{
    public static ClientStep Join(ClientModel model, ClientMessage.Join wish)
    {
        if (model.Room(wish.Room) is { Phase: not RoomPhase.Closed })
            return ClientStep.Of(model);
        var asked = new RoomState(wish.Room, RoomPhase.Asked) { Key = wish.Key };
        // It is asked for with the others, once there is a server to ask.
        if (model.Phase < ClientPhase.Ready)
            return ClientStep.Of(model.WithRoom(asked));
        var line = wish.Key is null ? Message.Of("JOIN", wish.Room) : Message.Of("JOIN", wish.Room, wish.Key);
        return Orders.Sendable(model, line, wish.Room) ?? ClientStep.Of(model.WithRoom(asked)).Send(line);
    }

    public static ClientStep Part(ClientModel model, ClientMessage.Part wish)
    {
        if (model.Phase < ClientPhase.Ready)
            return Membership.Close(model, wish.Room);
        var line = wish.Reason.Length == 0 ? Message.Of("PART", wish.Room) : Message.Of("PART", wish.Room, wish.Reason);
        return Orders.Sendable(model, line, wish.Room) ?? Membership.Close(model, wish.Room).Send(line);
    }

    public static ClientStep Rename(ClientModel model, Nickname nick) => model.Phase == ClientPhase.Ready
        ? ClientStep.Of(model with { AskedNick = nick.Text }).Send("NICK", nick.Text)
        : Orders.Refuse(model, "", "there is no connection at the moment; the nickname can be changed when there is one");

    public static ClientStep React(ClientModel model, ClientMessage.React wish)
    {
        var line = Message.Of("TAGMSG", wish.Target)
            .WithTag(wish.Undo ? Caps.UnreactTag : Caps.ReactTag, wish.Text)
            .WithTag(Caps.ReplyTag, wish.MessageId);
        return Orders.Sendable(model, line, wish.Target) ?? ClientStep.Of(model).Send(line);
    }

    /// <summary>Not worth a word where it can't be told.</summary>
    public static ClientStep Type(ClientModel model, ClientMessage.Type wish)
    {
        var line = Message.Of("TAGMSG", wish.Target).WithTag(Caps.TypingTag, wish.IsWriting ? "active" : "done");
        var isHeard = model.RoomOf(wish.Target) is not { } room || model.Room(room) is { Phase: RoomPhase.Open };
        return isHeard && model.Passes(Caps.TypingTag) && Orders.Sendable(model, line, wish.Target) is null ? ClientStep.Of(model).Send(line) : ClientStep.Of(model);
    }

    /// <summary>`MARKREAD target timestamp=...` (IRCv3 draft/read-marker), for the person's other devices.</summary>
    public static ClientStep MarkRead(ClientModel model, ClientMessage.MarkRead wish)
    {
        var line = Message.Of("MARKREAD", wish.Target, $"timestamp={new Stamp(wish.Until).UtcText}");
        return model.Has(Caps.ReadMarker) && Orders.Sendable(model, line, wish.Target) is null ? ClientStep.Of(model).Send(line) : ClientStep.Of(model);
    }
}
