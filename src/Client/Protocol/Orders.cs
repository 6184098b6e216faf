using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>Commands of the person and our own, and where the answers to them belong.</summary>
internal static class Orders
{
    /// <summary>
    /// A command whose answers are shown where it was given. They are known by their label; without labels by the PING behind it,
    /// because servers answer in order.
    /// </summary>
    public static ClientStep Give(ClientModel model, ClientMessage.Order wish)
    {
        if (Sendable(model, wish.Line, wish.Where) is { } refused)
            return refused;
        if (model.Orders.Count >= ClientLimits.Orders)
            return Refuse(model, wish.Where, "the server has not answered the commands before; try again in a moment");
        var order = new Order($"o{model.LastLine + 1}", wish.Line.Command.ToUpperInvariant(), wish.Where, model.LastRound + 1);
        var next = WithAway(model, wish.Line) with { LastLine = model.LastLine + 1, Orders = model.Orders.Add(order), LastAsked = wish.Where };
        var given = ClientStep.Of(next).Send(Label(model, wish.Line, order.Label)).Then(Keepalive.Ping);
        return wish.Line.Is("NOTICE") && !model.Has(Caps.Echo) ? given.Tell(Unheard(model, wish.Line)) : given;
    }

    /// <summary>A notice of ours, where the server does not tell us what we said.</summary>
    private static ChatEvent.Noticed Unheard(ClientModel model, Message line) =>
        new(new Stamp(model.HeardAt), model.RoomOf(line.Parameter(0)), model.Nick, line.Parameter(0), line.Parameter(1), Own: true);

    /// <summary>
    /// Who is away in a room that we came into; afterwards away-notify tells. Not in large rooms, whose answer would be long, and not where
    /// nobody would tell that they are back.
    /// </summary>
    public static ClientStep AskWhoIsAway(ClientModel model, RoomState room)
    {
        var isWorth = model.Has(Caps.AwayNotify) && room.Names.Count <= ClientLimits.AskedWho && model.Orders.Count < ClientLimits.Orders
            && model.Phase == ClientPhase.Ready && !model.Orders.Exists(order => order.Command == "NAMES");
        if (!isWorth)
            return ClientStep.Of(model);
        var order = new Order($"o{model.LastLine + 1}", "WHO", room.Name, model.LastRound + 1) { IsQuiet = true, IsAnswered = true };
        return ClientStep.Of(model with { LastLine = model.LastLine + 1, Orders = model.Orders.Add(order) })
            .Send(Label(model, Message.Of("WHO", room.Name), order.Label)).Then(Keepalive.Ping);
    }

    /// <summary>Orders are over when the PING behind them is back.</summary>
    public static ClientStep Finish(ClientModel model) => model.Orders.IsEmpty
        ? ClientStep.Of(model)
        : ClientStep.Of(model with { Orders = model.Orders.RemoveAll(order => order.Round <= model.LastRoundBack) });

    /// <summary>The order that a line of the server answers; without a label the oldest that may still be answered.</summary>
    public static Order? Asked(ClientModel model, in Incoming line)
    {
        if (line.Label is not { } label)
            return model.Has(Caps.Labels) ? null : model.Orders.FirstOrDefault();
        return model.Orders.Find(order => order.Label == label);
    }

    public static ClientModel Answered(ClientModel model, in Incoming line) => Asked(model, line) is { IsAnswered: false } order
        ? model with { Orders = model.Orders.Replace(order, order with { IsAnswered = true }) }
        : model;

    /// <summary>
    /// The conversation where an answer belongs: where it was asked; else, once the greeting is over, the room that it names or where
    /// the last command was given. Null for the server's own.
    /// </summary>
    public static string? WhereAsked(ClientModel model, in Incoming line)
    {
        if (Asked(model, line) is { } order)
            return order.Where;
        if (model.Phase != ClientPhase.Ready)
            return null;
        var about = line.Line.Parameter(1);
        return model.Room(about) is { } room ? room.Name : model.LastAsked.Length == 0 ? null : model.LastAsked;
    }

    /// <summary>Why a line can't go out, as a step that says so; null if it can.</summary>
    public static ClientStep? Sendable(ClientModel model, Message line, string where)
    {
        if (model.Phase != ClientPhase.Ready)
            return Refuse(model, where, "there is no connection at the moment; try again when there is one");
        var words = line.Parameters.SkipLast(1).Append(line.Command);
        var isBad = line.Parameters.Count > LineLimits.Parameters
            || words.Any(word => word.Length == 0 || word[0] == ':' || word.AsSpan().IndexOfAny(" \r\n\0") >= 0)
            || line.Command.Any(c => !char.IsAsciiLetterOrDigit(c));
        return isBad ? Refuse(model, where, $"'{line.Command}' can't be sent like this: only the last word may be empty, have spaces or begin with ':'") : null;
    }

    public static Message Label(ClientModel model, Message line, string label) =>
        model.Has(Caps.Labels) ? line.WithTag("label", label) : line;

    public static ClientStep Refuse(ClientModel model, string where, string why) =>
        ClientStep.Of(model).Tell(new ChatEvent.Refused(new Stamp(model.HeardAt), why) { Where = where });

    /// <summary>AWAY is given as a command like any other; what it says has to outlive the connection.</summary>
    private static ClientModel WithAway(ClientModel model, Message line) =>
        line.Is("AWAY") ? model with { Away = line.Parameter(0) is { Length: > 0 } words ? words : null } : model;
}
