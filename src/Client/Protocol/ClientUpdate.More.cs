using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>What only a screen can show: reactions, who is writing, who is away, modes, invitations.</summary>
public static partial class ClientUpdate
{
    private static Step HearMore(ClientModel model, Incoming line, string command) => command switch
    {
        "TAGMSG" => HearTags(model, line),
        "REDACT" => Step.Of(model).Tell(Redaction(model, line)),
        "MODE" => Step.Of(model).Tell(ModesOf(model, line)),
        "AWAY" => Step.Of(model).Tell(new ChatEvent.AwayChanged(
            line.At, line.Who.Nick, line.Line.Parameters.Count == 0 ? null : line.Words, model.IsOwn(line.Who.Nick))),
        "INVITE" => Step.Of(model).Tell(new ChatEvent.Invited(
            line.At, line.Line.Parameter(1), line.Line.Parameter(0), line.Who.Nick, model.IsOwn(line.Line.Parameter(0)))),
        "WALLOPS" => Step.Of(model).Tell(new ChatEvent.Info(line.At, $"{line.Who.Nick} says to all operators: {line.Words}")),
        // They tell what we don't show: accounts, real names, what our other devices have read.
        "ACCOUNT" or "SETNAME" or "CHGHOST" or "MARKREAD" => Step.Of(model),
        _ => Step.Of(model).Tell(new ChatEvent.Info(line.At, $"{command} {string.Join(' ', line.Line.Parameters)}".TrimEnd())
        {
            Where = WhereAsked(model, line),
        }),
    };

    private static Step HearTags(ClientModel model, Incoming line)
    {
        if (Reaction(model, line) is { } reaction)
            return Step.Of(model).Tell(reaction);
        var (nick, room) = (line.Who.Nick, model.RoomOf(line.Line.Parameter(0)));
        return line.Line.Tag(Caps.TypingTag) is { } typing && !model.IsOwn(nick)
            ? Step.Of(model).Tell(new ChatEvent.Typing(line.At, room, nick, typing == "active"))
            : Step.Of(model);
    }

    private static ChatEvent.Reacted? Reaction(ClientModel model, Incoming line)
    {
        var (nick, target) = (line.Who.Nick, line.Line.Parameter(0));
        var undone = line.Line.Tag(Caps.UnreactTag);
        return (line.Line.Tag(Caps.ReactTag) ?? undone) is { Length: > 0 } text && AnswerTo(line) is { } id
            ? new(line.At, model.RoomOf(target), nick, target, id, text, undone == text, model.IsOwn(nick))
            : null;
    }

    /// <summary>`REDACT target msgid [:reason]` (IRCv3 draft/message-redaction).</summary>
    private static ChatEvent.Redacted Redaction(ClientModel model, Incoming line)
    {
        var (by, target) = (line.Who.Nick, line.Line.Parameter(0));
        return new(line.At, model.RoomOf(target), by, target, line.Line.Parameter(1), line.Line.Parameter(2), model.IsOwn(by));
    }

    private static ChatEvent ModesOf(ClientModel model, Incoming line)
    {
        var (target, words) = (line.Line.Parameter(0), line.Line.Parameters.Skip(1));
        return model.Support.IsChannel(target)
            ? new ChatEvent.ModesChanged(line.At, target, line.Who.Nick, [.. words])
            : new ChatEvent.Info(line.At, $"modes of {target}: {string.Join(' ', words)}") { Where = WhereAsked(model, line) };
    }

    /// <summary>
    /// The conversation where an answer belongs: where it was asked; else, once the greeting is over, the room that it names or where
    /// the last command was given. Null for the server's own.
    /// </summary>
    private static string? WhereAsked(ClientModel model, in Incoming line)
    {
        if (Asked(model, line) is { } order)
            return order.Where;
        if (model.Phase != ClientPhase.Ready)
            return null;
        var about = line.Line.Parameter(1);
        return model.Room(about) is { } room ? room.Name : model.LastAsked.Length == 0 ? null : model.LastAsked;
    }

    /// <summary>An answer in words. Where nothing of it was shown, its end says so: `End of Channel Ban List`.</summary>
    private static Step HearReply(ClientModel model, Incoming line, string numeric)
    {
        var order = Asked(model, line);
        if (numeric is Numeric.NoLongerAway or Numeric.NowAway)
            return Step.Of(model).Tell(new ChatEvent.AwayChanged(line.At, model.Nick, numeric == Numeric.NowAway ? line.Words : null, Own: true));
        var text = ReplyWords.IsEnd(numeric) ? (order is { IsAnswered: false } ? line.Words : null) : ReplyWords.Of(line.Line);
        if (text is null || (model.Phase == ClientPhase.Greeted && ReplyWords.IsCustom(numeric)))
            return Step.Of(model);
        return order is { IsQuiet: true } ? HearQuietly(model, line) : Step.Of(Answered(model, line)).Tell(new ChatEvent.Info(line.At, text) { Where = WhereAsked(model, line) });
    }

    private static ClientModel Answered(ClientModel model, in Incoming line) => Asked(model, line) is { IsAnswered: false } order
        ? model with { Orders = model.Orders.Replace(order, order with { IsAnswered = true }) }
        : model;

    /// <summary>Of what we asked ourselves only who is away is told: `352 client room user host server nick flags ...`, G for gone.</summary>
    private static Step HearQuietly(ClientModel model, Incoming line) => line.Line.Command == Numeric.WhoReply
        ? Step.Of(model).Tell(new ChatEvent.AwayChanged(
            line.At, line.Line.Parameter(5), line.Line.Parameter(6).StartsWith('G') ? "" : null, Own: false))
        : Step.Of(model);

    /// <summary>
    /// Who is away in a room that we came into; afterwards away-notify tells. Not in large rooms, whose answer would be long, and not where
    /// nobody would tell that they are back.
    /// </summary>
    private static Step AskWhoIsAway(ClientModel model, RoomState room)
    {
        var isWorth = model.Has(Caps.AwayNotify) && room.Names.Count <= ClientLimits.AskedWho && model.Orders.Count < ClientLimits.Orders
            && model.Phase == ClientPhase.Ready && !model.Orders.Exists(order => order.Command == "NAMES");
        if (!isWorth)
            return Step.Of(model);
        var order = new Order($"o{model.LastLine + 1}", "WHO", room.Name, model.LastRound + 1) { IsQuiet = true, IsAnswered = true };
        return Step.Of(model with { LastLine = model.LastLine + 1, Orders = model.Orders.Add(order) })
            .Send(Labelled(model, Message.Of("WHO", room.Name), order.Label)).Then(Ping);
    }

    /// <summary>Names that the person asked for are shown too; those that come with a room only fill its list.</summary>
    private static Step HearNamesAsked(ClientModel model, Incoming line) => Asked(model, line) is { Command: "NAMES" } order
        ? Step.Of(model with { Orders = model.Orders.Replace(order, order with { IsAnswered = true }) })
            .Tell(new ChatEvent.Info(line.At, $"in {line.Line.Parameter(2)}: {line.Words.Trim()}") { Where = order.Where })
        : Step.Of(model);
}
