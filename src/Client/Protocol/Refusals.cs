namespace ChatRoom.Client.Protocol;

/// <summary>What the server says no to, and which of the things that we asked for it means.</summary>
internal static class Refusals
{
    public static ClientStep HearNumeric(ClientModel model, Incoming line, string numeric)
    {
        if (model.Phase == ClientPhase.Registering && WhyNotAdmitted(model, line, numeric) is { } ending)
            return ClientStep.Of(model).End(ending);
        var about = line.Line.Parameter(1);
        var reason = model.Wants(ClientFeatures.Replies) ? ErrorWords.Of(line.Line) : line.Words;
        // JOIN is sent without a label, so an answer with one is to something else: to what was said there before we were in.
        if (line.Label is null && model.Room(about) is { Phase: RoomPhase.Asked } room)
            return RefuseRoom(model, room, line.At, reason);
        if (Refused(model, line, about, numeric == Numeric.InputTooLong) is { } own)
            return Speaking.Fail(model, own, line.At, reason);
        if (numeric == Numeric.UnknownCommand)
            model = model with { Unknown = model.Unknown.Add(about.ToUpperInvariant()) };
        return numeric switch
        {
            // An old server does not know CAP and CHATHISTORY; we do without.
            Numeric.UnknownCommand when about is "CAP" or "CHATHISTORY" => ClientStep.Of(model),
            // Some servers say so to whatever comes before the greeting, for example to CAP.
            Numeric.NotRegistered => ClientStep.Of(model),
            Numeric.NoNicknameGiven or Numeric.ErroneousNickname or Numeric.NicknameInUse or Numeric.UnavailableResource
                or Numeric.NicknameTooFast => RefuseRename(model, line.At, model.Wants(ClientFeatures.Replies) ? reason : $"'{about}': {reason}"),
            _ => ClientStep.Of(Orders.Answered(model, line)).Tell(new ChatEvent.Refused(line.At, reason) { Where = Orders.WhereAsked(model, line) }),
        };
    }

    /// <summary>IRCv3 standard replies: `FAIL command code [context ...] :description`.</summary>
    public static ClientStep HearFail(ClientModel model, Incoming line)
    {
        var (command, code) = (line.Line.Parameter(0).ToUpperInvariant(), line.Line.Parameter(1));
        var context = line.Line.Parameters.Skip(2).SkipLast(1).ToList();
        if (model.Phase == ClientPhase.Registering && WhyNotAdmitted(model, line, code) is { } ending)
            return ClientStep.Of(model).End(ending);
        var about = context.Find(word => model.Lines.Exists(own => model.Same(own.Target, word)));
        if (Refused(model, line, about ?? "", command == "PRIVMSG") is { } own)
            return Speaking.Fail(model, own, line.At, line.Words);
        if (command is "CHATHISTORY" or "SEARCH" && Pages.Refused(model, line, context) is { } page)
            return Pages.Refuse(model, page, line.Words);
        var asked = context.Select(model.Room).FirstOrDefault(room => room is not null);
        return (command, asked) switch
        {
            ("CHATHISTORY", _) when Gaps.Refused(model, context) is { } gap => Gaps.GoAnotherWay(model, gap),
            ("CHATHISTORY", { Phase: RoomPhase.Loading } room) => HeldBack.OpenRoom(model, room.Name),
            ("JOIN", { Phase: RoomPhase.Asked } room) => RefuseRoom(model, room, line.At, line.Words),
            ("NICK", _) => RefuseRename(model, line.At, line.Words),
            _ => ClientStep.Of(model).Tell(new ChatEvent.Refused(line.At, line.Words) { Where = Orders.WhereAsked(model, line) }),
        };
    }

    private static ClientStep RefuseRoom(ClientModel model, RoomState room, Stamp at, string reason) =>
        ClientStep.Of(model).Tell(new ChatEvent.RoomRefused(at, room.Name, reason)).Then(m => Membership.Close(m, room.Name));

    private static ClientStep RefuseRename(ClientModel model, Stamp at, string reason) =>
        ClientStep.Of(model with { AskedNick = null }).Tell(new ChatEvent.Refused(at, reason));

    /// <summary>
    /// The line of ours that is refused: the one with this label; without labels the oldest under way to that target, or the oldest of
    /// all if the refusal is surely of a line and names no target. Servers answer in order, so it can be no later one.
    /// </summary>
    private static OutgoingLine? Refused(ClientModel model, Incoming line, string about, bool surely)
    {
        if (Speaking.Labelled(model, line.Label) is { } labelled)
            return labelled;
        if (model.Has(Caps.Labels))
            return null;
        return model.Lines.Find(own => model.Same(own.Target, about)) ?? (surely ? model.Lines.FirstOrDefault() : null);
    }

    /// <summary>The end of a registration that is refused by this numeric or code; null if it isn't.</summary>
    private static Ending? WhyNotAdmitted(ClientModel model, Incoming line, string code) => code switch
    {
        Numeric.NicknameInUse or Numeric.NicknameCollision or "NICKNAME_IN_USE" => new Ending.NicknameTaken(model.Nick, line.Words),
        Numeric.NoNicknameGiven or Numeric.ErroneousNickname or Numeric.UnavailableResource or Numeric.InvalidUserName =>
            new Ending.NicknameRefused(model.Nick, line.Words),
        Numeric.PasswordMismatch => new Ending.PasswordRefused(line.Words),
        Numeric.NoPermissionForHost or Numeric.Banned or Numeric.WillBeBanned => new Ending.NotAdmitted(line.Words),
        _ => null,
    };
}
