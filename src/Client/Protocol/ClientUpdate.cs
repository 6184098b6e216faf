using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>
/// The rules of the client: what becomes of what is known when something happens. Pure, so that every conversation with a server,
/// also one that no real server would have, is a table in a test. This sorts; modules decide, one subject each, and call only
/// those below them.
/// </summary>
public static class ClientUpdate
{
    public static ClientStep Update(ClientModel model, ClientMessage message) => model.Phase == ClientPhase.Ended
        ? ClientStep.Of(model)
        : (message switch
        {
            ClientMessage.Opened m => Registration.Open(model, m),
            ClientMessage.Heard m => Hear(model with { HeardAt = m.Now, Probing = false, WaitingSince = null }, m).Then(RoomHistory.LimitHeld),
            ClientMessage.Lost m => Lose(model, m.Why),
            ClientMessage.Passed m => Keepalive.Watch(model, m.Now).Then(watched => Pages.GiveUp(watched, m.Now)).Then(watched => Gaps.GiveUp(watched, m.Now)),
            ClientMessage.Discard m => Speaking.Discard(model, m.Id),
            ClientMessage.React m => Requests.React(model, m),
            ClientMessage.Type m => Requests.Type(model, m),
            ClientMessage.MarkRead m => Requests.MarkRead(model, m),
            ClientMessage.Join m => Requests.Join(model, m),
            ClientMessage.Part m => Requests.Part(model, m),
            ClientMessage.Order m => Orders.Give(model, m),
            ClientMessage.Page m => Pages.Ask(model, m),
            ClientMessage.Search m => Pages.Search(model, m),
            ClientMessage.Say m => Speaking.Say(model, m),
            ClientMessage.Rename m => Requests.Rename(model, m.Nick),
            ClientMessage.Mistyped m => ClientStep.Of(model).Tell(new ChatEvent.Refused(new Stamp(m.Now), m.Reason)),
            ClientMessage.Finish m => ClientStep.Of(model with { Farewell = m.Farewell }),
            ClientMessage.Leave m => Leave(model, m.Farewell),
        })
        .Then(Speaking.SendWaiting)
        .Then(LeaveWhenDone);

    /// <summary>The connection is over; what is known goes on with the next.</summary>
    public static ClientStep Suspend(ClientModel model) => Resuming.Suspend(model);

    private static ClientStep Hear(ClientModel model, ClientMessage.Heard heard)
    {
        if (Batches.Gather(model, heard.Line, out var whole) is { } gathered)
            return whole is null ? ClientStep.Of(gathered) : Hear(gathered, new ClientMessage.Heard(whole, model.HeardAt));
        var line = Incoming.Of(model, heard);
        return line.At.History && !line.Line.Is("BATCH") ? Playing.Hear(model, line) : HearNow(model, line);
    }

    private static ClientStep HearNow(ClientModel model, Incoming line) => line.Line.Command.ToUpperInvariant() switch
    {
        "PING" => ClientStep.Of(model).Send(Message.Of("PONG", line.Words)),
        "PONG" => HearPong(model, line),
        "PRIVMSG" => Listening.HearMessage(model, line),
        "NOTICE" => Listening.HearNotice(model, line),
        "JOIN" => Membership.HearJoin(model, line),
        "PART" => Membership.HearPart(model, line),
        "KICK" => Membership.HearKick(model, line),
        "QUIT" => ClientStep.Of(model).Tell(new ChatEvent.Quit(line.At, line.Who.Nick, line.Line.Parameter(0))),
        "NICK" => Membership.HearNick(model, line),
        "TOPIC" => Membership.HearTopic(model, line),
        "RENAME" => Membership.HearRename(model, line),
        "BATCH" => HearBatch(model, line),
        "ACK" => Speaking.HearAck(model, line),
        "CAP" => Registration.HearCap(model, line),
        "AUTHENTICATE" => AccountProof.HearAuthenticate(model, line),
        "ERROR" => Registration.HearError(model, line),
        "FAIL" => Refusals.HearFail(model, line),
        "NOTE" when OwnRecords.Hear(model, line) is { } step => step,
        "WARN" or "NOTE" => ClientStep.Of(model).Tell(new ChatEvent.Info(line.At, line.Words) { Where = Orders.WhereAsked(model, line) }),
        "CHGHOST" when model.IsOwn(line.Who.Nick) => Membership.HearOwnHost(model, $"{line.Line.Parameter(0)}@{line.Line.Parameter(1)}"),
        var command when Numerics.IsNumeric(command) => HearNumeric(model, line, command),
        var command => model.Wants(ClientFeatures.Activity) ? Activity.Hear(model, line, command) : ClientStep.Of(model),
    };

    private static ClientStep HearNumeric(ClientModel model, in Incoming line, string numeric) => numeric switch
    {
        Numeric.Welcome => Registration.HearWelcome(model, line),
        // `004 client server version people's-modes rooms'-modes [with a word]`
        Numeric.MyInfo => ClientStep.Of(model with { RoomModes = line.Line.Parameter(4) }),
        Numeric.Support => ClientStep.Of(model with { Support = model.Support.With(line.Line) }),
        Numeric.EndOfMotd or Numeric.NoMotd when model.Phase == ClientPhase.Greeted || !model.Wants(ClientFeatures.Replies) => Registration.HearEndOfGreeting(model, line),
        Numeric.Away => ClientStep.Of(model).Tell(new ChatEvent.Info(line.At, $"{line.Line.Parameter(1)} is away: {line.Words}")
        {
            Where = Orders.Asked(model, line)?.Where ?? (model.Wants(ClientFeatures.Replies) ? line.Line.Parameter(1) : null),
        }),
        Numeric.LoggedIn => Replies.HearLoggedIn(model with { LoggedInAs = line.Line.Parameter(2) }, line, numeric),
        Numeric.LoggedOut => Replies.HearLoggedIn(model with { LoggedInAs = null }, line, numeric),
        Numeric.SaslSuccess => Registration.HearProved(model),
        Numeric.NickLocked or Numeric.SaslFail or Numeric.SaslTooLong or Numeric.SaslAborted or Numeric.SaslAlready or Numeric.SaslMechanisms
            when model.Phase == ClientPhase.Registering => AccountProof.HearUnproved(model, line, numeric),
        Numeric.Topic => ClientStep.Of(model).Tell(new ChatEvent.TopicSet(line.At, line.Line.Parameter(1), null, line.Words)),
        Numeric.Names => Membership.HearNames(model, line),
        Numeric.EndOfNames => Membership.HearEndOfNames(model, line),
        Numeric.OwnHost => Membership.HearOwnHost(model, line.Line.Parameter(1)),
        _ when Numerics.IsError(numeric) => Refusals.HearNumeric(model, line, numeric),
        _ => model.Wants(ClientFeatures.Replies) ? Replies.Hear(model, line, numeric) : ClientStep.Of(model),
    };

    private static ClientStep HearBatch(ClientModel model, in Incoming line)
    {
        var step = Batches.Hear(model, line, out var whole);
        return whole is null ? step : Hear(step.Model, new ClientMessage.Heard(whole, model.HeardAt));
    }

    /// <summary>All that was asked before this PING has been dealt with: what has not come by now does not come.</summary>
    private static ClientStep HearPong(ClientModel model, in Incoming line)
    {
        if (Keepalive.RoundOf(model, line) is not { } round)
            return ClientStep.Of(model);
        var at = new Stamp(line.At.Time);
        return ClientStep.Of(Keepalive.Back(model, round))
            .Then(m => Speaking.HearRound(m, round, at))
            .Then(RoomHistory.OpenSilentRooms)
            .Then(Gaps.EndSilent)
            .Then(Pages.FinishSilent)
            .Then(Orders.Finish)
            .Then(Speaking.AskWhetherSeen);
    }

    private static ClientStep Lose(ClientModel model, string why) =>
        ClientStep.Of(model).End(model.Phase == ClientPhase.Leaving ? new Ending.Left() : new Ending.Lost(why));

    private static ClientStep Leave(ClientModel model, string farewell) => model.Phase == ClientPhase.Leaving
        ? ClientStep.Of(model)
        : ClientStep.Of(model with { Phase = ClientPhase.Leaving })
            .Send(farewell.Length == 0 ? Message.Of("QUIT") : Message.Of("QUIT", farewell));

    /// <summary>The end of a conversation over a pipe: everything is confirmed, and the history has been shown.</summary>
    private static ClientStep LeaveWhenDone(ClientModel model)
    {
        var done = model is { Phase: ClientPhase.Ready, Farewell: not null } && model.Lines.IsEmpty && model.Waiting.IsEmpty
            && model.Rooms.TrueForAll(room => room.Phase is RoomPhase.Open or RoomPhase.Closed);
        return done ? Leave(model, model.Farewell!) : ClientStep.Of(model);
    }
}
