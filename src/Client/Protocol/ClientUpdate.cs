using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>
/// The rules of the client: what becomes of what is known when something happens. Pure, so that every conversation with a server,
/// also one that no real server would have, is a table in a test. This file sorts; the others decide, one subject each.
/// </summary>
public static partial class ClientUpdate
{
    public static Step Update(ClientModel model, ClientMessage message) => model.Phase == ClientPhase.Ended
        ? Step.Of(model)
        : (message switch
        {
            ClientMessage.Opened m => Open(model, m),
            ClientMessage.Heard m => Hear(model with { HeardAt = m.Now, Probing = false, WaitingSince = null }, m).Then(LimitHeld),
            ClientMessage.Lost m => Lose(model, m.Why),
            ClientMessage.Passed m => Watch(model, m.Now).Then(watched => GiveUpPages(watched, m.Now)).Then(watched => GiveUpGaps(watched, m.Now)),
            ClientMessage.Discard m => Discard(model, m.Id),
            ClientMessage.React m => React(model, m),
            ClientMessage.Type m => Type(model, m),
            ClientMessage.MarkRead m => MarkRead(model, m),
            ClientMessage.Join m => Join(model, m),
            ClientMessage.Part m => Part(model, m),
            ClientMessage.Order m => Order(model, m),
            ClientMessage.Page m => AskPage(model, m),
            ClientMessage.Search m => Search(model, m),
            ClientMessage.Say m => Say(model, m),
            ClientMessage.Rename m => Rename(model, m.Nick),
            ClientMessage.Mistyped m => Step.Of(model).Tell(new ChatEvent.Refused(new Stamp(m.Now), m.Reason)),
            ClientMessage.Finish m => Step.Of(model with { Farewell = m.Farewell }),
            ClientMessage.Leave m => Leave(model, m.Farewell),
        })
        .Then(SendWaiting)
        .Then(LeaveWhenDone);

    private static Step Hear(ClientModel model, ClientMessage.Heard heard)
    {
        if (Gather(model, heard.Line) is { } gathered)
            return gathered;
        var line = Incoming.Of(model, heard);
        return line.At.History && !line.Line.Is("BATCH") ? HearPlayed(model, line) : HearNow(model, line);
    }

    private static Step HearNow(ClientModel model, Incoming line) => line.Line.Command.ToUpperInvariant() switch
    {
        "PING" => Step.Of(model).Send(Message.Of("PONG", line.Words)),
        "PONG" => HearPong(model, line),
        "PRIVMSG" => HearMessage(model, line),
        "NOTICE" => HearNotice(model, line),
        "JOIN" => HearJoin(model, line),
        "PART" => HearPart(model, line),
        "KICK" => HearKick(model, line),
        "QUIT" => Step.Of(model).Tell(new ChatEvent.Quit(line.At, line.Who.Nick, line.Line.Parameter(0))),
        "NICK" => HearNick(model, line),
        "TOPIC" => HearTopic(model, line),
        "BATCH" => HearBatch(model, line),
        "ACK" => HearAck(model, line),
        "CAP" => HearCap(model, line),
        "AUTHENTICATE" => HearAuthenticate(model, line),
        "ERROR" => HearError(model, line),
        "FAIL" => HearFail(model, line),
        "WARN" or "NOTE" => Step.Of(model).Tell(new ChatEvent.Info(line.At, line.Words) { Where = WhereAsked(model, line) }),
        "CHGHOST" when model.IsOwn(line.Who.Nick) => HearOwnHost(model, $"{line.Line.Parameter(0)}@{line.Line.Parameter(1)}"),
        var command when Numerics.IsNumeric(command) => HearNumeric(model, line, command),
        var command => model.Wants(ClientFeatures.Activity) ? HearMore(model, line, command) : Step.Of(model),
    };

    private static Step HearNumeric(ClientModel model, in Incoming line, string numeric) => numeric switch
    {
        Numeric.Welcome => HearWelcome(model, line),
        // `004 client server version people's-modes rooms'-modes [with a word]`
        Numeric.MyInfo => Step.Of(model with { RoomModes = line.Line.Parameter(4) }),
        Numeric.Support => Step.Of(model with { Support = model.Support.With(line.Line) }),
        Numeric.EndOfMotd or Numeric.NoMotd when model.Phase == ClientPhase.Greeted || !model.Wants(ClientFeatures.Replies) => HearEndOfGreeting(model, line),
        Numeric.Away => Step.Of(model).Tell(new ChatEvent.Info(line.At, $"{line.Line.Parameter(1)} is away: {line.Words}")
        {
            Where = Asked(model, line)?.Where ?? (model.Wants(ClientFeatures.Replies) ? line.Line.Parameter(1) : null),
        }),
        Numeric.SaslSuccess => HearProved(model),
        Numeric.NickLocked or Numeric.SaslFail or Numeric.SaslTooLong or Numeric.SaslAborted or Numeric.SaslAlready or Numeric.SaslMechanisms
            when model.Phase == ClientPhase.Registering => HearUnproved(model, line, numeric),
        Numeric.Topic => Step.Of(model).Tell(new ChatEvent.TopicSet(line.At, line.Line.Parameter(1), null, line.Words)),
        Numeric.Names => HearNames(model, line),
        Numeric.EndOfNames => HearEndOfNames(model, line),
        Numeric.OwnHost => HearOwnHost(model, line.Line.Parameter(1)),
        _ when Numerics.IsError(numeric) => HearRefusal(model, line, numeric),
        _ => model.Wants(ClientFeatures.Replies) ? HearReply(model, line, numeric) : Step.Of(model),
    };

    private static Step Lose(ClientModel model, string why) =>
        Step.Of(model).End(model.Phase == ClientPhase.Leaving ? new Ending.Left() : new Ending.Lost(why));

    private static Step Leave(ClientModel model, string farewell) => model.Phase == ClientPhase.Leaving
        ? Step.Of(model)
        : Step.Of(model with { Phase = ClientPhase.Leaving })
            .Send(farewell.Length == 0 ? Message.Of("QUIT") : Message.Of("QUIT", farewell));

    /// <summary>The end of a conversation over a pipe: everything is confirmed, and the history has been shown.</summary>
    private static Step LeaveWhenDone(ClientModel model)
    {
        var done = model is { Phase: ClientPhase.Ready, Farewell: not null } && model.Lines.IsEmpty && model.Waiting.IsEmpty
            && model.Rooms.TrueForAll(room => room.Phase is RoomPhase.Open or RoomPhase.Closed);
        return done ? Leave(model, model.Farewell!) : Step.Of(model);
    }

    private static Step Watch(ClientModel model, DateTimeOffset now)
    {
        var silence = now - model.HeardAt;
        if ((model.Phase is ClientPhase.Registering or ClientPhase.Greeted) && now - model.OpenedAt > ClientLimits.Greeting)
            return GiveUp(model, "the server did not finish its greeting within", ClientLimits.Greeting);
        if (silence > ClientLimits.Death)
            return GiveUp(model, "the server has been silent for", ClientLimits.Death);
        return model.Phase == ClientPhase.Ready ? WatchAnswers(model, silence, now) : Step.Of(model);
    }

    /// <summary>
    /// A dead line is silent, and so is a quiet server: they differ only when something waits for an answer. Then nobody waits for minutes.
    /// </summary>
    private static Step WatchAnswers(ClientModel model, TimeSpan silence, DateTimeOffset now)
    {
        var waits = !model.Lines.IsEmpty || model.LastRound > model.LastRoundBack;
        if (!waits)
            return silence > ClientLimits.Silence || (model.Wants(ClientFeatures.Activity) && now - model.MeasuredAt >= ClientLimits.Measuring) ? Measure(model, now) : Step.Of(model);
        if (model.WaitingSince is not { } since)
            return Step.Of(model with { WaitingSince = now });
        if (now - since > ClientLimits.Unanswered)
            return GiveUp(model, "the server has not answered for", ClientLimits.Unanswered);
        return now - since >= ClientLimits.Patience && !model.Probing ? Measure(model with { Probing = true }, now) : Step.Of(model);
    }

    private static Step Measure(ClientModel model, DateTimeOffset now) =>
        Ping(model with { Measured = (model.LastRound + 1, now), MeasuredAt = now });

    private static Step GiveUp(ClientModel model, string why, TimeSpan after) =>
        Step.Of(model).End(new Ending.Lost($"{why} {after.TotalSeconds:0} s"));

    /// <summary>
    /// Servers answer in order, so the PONG of a PING says that all before it has been dealt with.
    /// </summary>
    private static Step Ping(ClientModel model)
    {
        var round = model.LastRound + 1;
        return Step.Of(model with { LastRound = round }).Send("PING", round.ToString());
    }
}
