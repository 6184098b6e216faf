using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>What the person asks of the server besides saying something, and where the answers belong.</summary>
public static partial class ClientUpdate
{
    private static Step Join(ClientModel model, ClientMessage.Join wish)
    {
        if (model.Room(wish.Room) is { Phase: not RoomPhase.Closed })
            return Step.Of(model);
        var asked = new RoomState(wish.Room, RoomPhase.Asked) { Key = wish.Key };
        // It is asked for with the others, once there is a server to ask.
        if (model.Phase < ClientPhase.Ready)
            return Step.Of(model.WithRoom(asked));
        var line = wish.Key is null ? Message.Of("JOIN", wish.Room) : Message.Of("JOIN", wish.Room, wish.Key);
        return Sendable(model, line, wish.Room) ?? Step.Of(model.WithRoom(asked)).Send(line);
    }

    private static Step Part(ClientModel model, ClientMessage.Part wish)
    {
        if (model.Phase < ClientPhase.Ready)
            return CloseRoom(model, wish.Room);
        var line = wish.Reason.Length == 0 ? Message.Of("PART", wish.Room) : Message.Of("PART", wish.Room, wish.Reason);
        return Sendable(model, line, wish.Room) ?? CloseRoom(model, wish.Room).Send(line);
    }

    /// <summary>
    /// A command whose answers are shown where it was given. They are known by their label; without labels by the PING behind it,
    /// because servers answer in order.
    /// </summary>
    private static Step Order(ClientModel model, ClientMessage.Order wish)
    {
        if (Sendable(model, wish.Line, wish.Where) is { } refused)
            return refused;
        if (model.Orders.Count >= ClientLimits.Orders)
            return Refuse(model, wish.Where, "the server has not answered the commands before; try again in a moment");
        var order = new Order($"o{model.LastLine + 1}", wish.Line.Command.ToUpperInvariant(), wish.Where, model.LastRound + 1);
        var next = Rememberable(model, wish.Line) with { LastLine = model.LastLine + 1, Orders = model.Orders.Add(order), LastAsked = wish.Where };
        return Step.Of(next).Send(Labelled(model, wish.Line, order.Label)).Then(Ping);
    }

    private static Step React(ClientModel model, ClientMessage.React wish)
    {
        var line = Message.Of("TAGMSG", wish.Target)
            .WithTag(wish.Undo ? Caps.UnreactTag : Caps.ReactTag, wish.Text)
            .WithTag(Caps.ReplyTag, wish.MessageId);
        return Sendable(model, line, wish.Target) ?? Step.Of(model).Send(line);
    }

    /// <summary>Not worth a word where it can't be told.</summary>
    private static Step Type(ClientModel model, ClientMessage.Type wish)
    {
        var line = Message.Of("TAGMSG", wish.Target).WithTag(Caps.TypingTag, wish.IsWriting ? "active" : "done");
        var isHeard = model.RoomOf(wish.Target) is not { } room || model.Room(room) is { Phase: RoomPhase.Open };
        return isHeard && model.Passes(Caps.TypingTag) && Sendable(model, line, wish.Target) is null ? Step.Of(model).Send(line) : Step.Of(model);
    }

    /// <summary>`MARKREAD target timestamp=...` (IRCv3 draft/read-marker), for the person's other devices.</summary>
    private static Step MarkRead(ClientModel model, ClientMessage.MarkRead wish)
    {
        var line = Message.Of("MARKREAD", wish.Target, $"timestamp={new Stamp(wish.Until).UtcText}");
        return model.Has(Caps.ReadMarker) && Sendable(model, line, wish.Target) is null ? Step.Of(model).Send(line) : Step.Of(model);
    }

    /// <summary>What waits is not said; what is sent can't be called back.</summary>
    private static Step Discard(ClientModel model, UInt128 id) =>
        Step.Of(model with { Waiting = model.Waiting.RemoveAll(said => said.Id == id) });

    private static Message Labelled(ClientModel model, Message line, string label) =>
        model.Has(Caps.Labels) ? line.WithTag("label", label) : line;

    /// <summary>Why a line can't go out, as a step that says so; null if it can.</summary>
    private static Step? Sendable(ClientModel model, Message line, string where)
    {
        if (model.Phase != ClientPhase.Ready)
            return Refuse(model, where, "there is no connection at the moment; try again when there is one");
        var words = line.Parameters.SkipLast(1).Append(line.Command);
        var isBad = line.Parameters.Count > LineLimits.Parameters
            || words.Any(word => word.Length == 0 || word[0] == ':' || word.AsSpan().IndexOfAny(" \r\n\0") >= 0)
            || line.Command.Any(c => !char.IsAsciiLetterOrDigit(c));
        return isBad ? Refuse(model, where, $"'{line.Command}' can't be sent like this: only the last word may be empty, have spaces or begin with ':'") : null;
    }

    private static Step Refuse(ClientModel model, string where, string why) =>
        Step.Of(model).Tell(new ChatEvent.Refused(new Stamp(model.HeardAt), why) { Where = where });

    /// <summary>The order that a line of the server answers; without a label the oldest that may still be answered.</summary>
    private static Order? Asked(ClientModel model, in Incoming line)
    {
        if (line.Label is not { } label)
            return model.Has(Caps.Labels) ? null : model.Orders.FirstOrDefault();
        return model.Orders.Find(order => order.Label == label);
    }

    /// <summary>Orders are over when the PING behind them is back.</summary>
    private static Step FinishOrders(ClientModel model) => model.Orders.IsEmpty
        ? Step.Of(model)
        : Step.Of(model with { Orders = model.Orders.RemoveAll(order => order.Round <= model.LastRoundBack) });
}
