using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Irc;
using ChatRoom.Server.Accounts;

namespace ChatRoom.Server.Sessions;

/// <summary>The table of refusals: each in the numeric that IRC has for it, in words that say what is wrong and what would be right.</summary>
public static class Refusals
{
    public static void Write(Numeric to, Command command, Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        // A NOTICE is never answered with an error (RFC 1459 section 4.4.2). That it was not kept is said all the same, and that a line is too long.
        if (command is Command.Say { Kind: SayKind.Notice } && refusal is not Refusal.LineTooLong)
            return;
        Said(to, command, refusal).End();
    }

    private static LineWriter Said(Numeric to, Command command, Refusal refusal) => refusal switch
    {
        Refusal.NickTaken no when command is Command.Register => Fail(to, command, "ACCOUNT_EXISTS", no.Wanted.Text)
            .Last($"{no.Holder} is here and holds that nickname; take another one first"),
        Refusal.NickTaken no => to.Begin(Numerics.ErrNicknameInUse).Param(no.Wanted.Text)
            .Last($"Nickname is in use: {no.Holder} holds it since {ServerTime.Format(no.Since.Milliseconds)}; choose another"),
        Refusal.NickRegistered no => to.Begin(Numerics.ErrNicknameInUse).Param(no.Wanted.Text)
            .Last($"Nickname belongs to the account {no.Account}: log in with SASL or 'PASS {no.Account}:password', or come under another one and '/msg NickServ IDENTIFY {no.Account} password'"),
        Refusal.AlreadyLoggedIn no when command is Command.LogIn => to.Begin(Numerics.ErrSaslAlready)
            .Last($"You are logged in as {no.Account} already, and not over this connection alone; or the other is here too: log out first"),
        Refusal.LoginStale no => to.Begin(Numerics.ErrSaslFail).Last($"The password of {no.Account} was changed meanwhile: log in again"),
        Refusal.AlreadyLoggedIn no => Fail(to, command, "ALREADY_AUTHENTICATED", no.Account.Text).Last($"You are logged in as {no.Account} already"),
        Refusal.NotLoggedIn => Fail(to, command, "ACCOUNT_REQUIRED", "").Last("You are not logged in to an account"),
        Refusal.AccountExists no => Fail(to, command, "ACCOUNT_EXISTS", no.Account.Text).Last($"There is an account {no.Account} already; take another nickname first"),
        Refusal.NoSuchAccount no => Fail(to, command, "ACCOUNT_UNKNOWN", no.Account.Text).Last($"There is no account {no.Account}"),
        Refusal.NotOwnNick no => Fail(to, command, "ACCOUNT_NAME_MUST_BE_NICK", no.Wanted.Text).Last($"You register the nickname that you hold, which is {no.Nick}: take {no.Wanted} first"),
        Refusal.RegistrationClosed => Fail(to, command, "TEMPORARILY_UNAVAILABLE", "*").Last("Nobody can register here by themselves; ask who tends this server"),
        Refusal.InvitationNeeded { IsWrong: true } => Fail(to, command, "INVALID_CODE", Named(command)).Last("That code is none, is used, or is over; ask for another one"),
        Refusal.InvitationNeeded => Fail(to, command, "INVALID_CODE", Named(command)).Last("You need an invitation to register here; ask who tends this server for a code"),
        Refusal.AccountAwaited no => Fail(to, command, "ACCOUNT_EXISTS", no.Account.Text).Last($"Somebody asked for the account {no.Account} already and waits for an answer; take another nickname first"),
        Refusal.NobodyWaits no => Fail(to, command, "NOBODY_WAITS", no.Account.Text).Last($"Nobody waits for the account {no.Account}; ACCOUNTS WAITING lists who does"),
        Refusal.TooManyWait no => Fail(to, command, "TEMPORARILY_UNAVAILABLE", "*").Last($"{no.Most} people wait for an account already; try again later"),
        Refusal.CertificateTaken no => Fail(to, command, "CERT_TAKEN", $"{no.Print}").Last("Another account has that certificate: make one of your own"),
        Refusal.NoSuchCertificate no => Fail(to, command, "CERT_UNKNOWN", $"{no.Print}").Last("Your account has no such certificate; CERT LIST shows all"),
        Refusal.TooManyCertificates no => Fail(to, command, "CERT_LIMIT", "").Last($"Your account has {no.Most} certificates, which is the most; CERT DEL one first"),
        Refusal.NoPower no => NoPower(to, no),
        Refusal.ServerBanned no => to.Begin(Numerics.ErrYoureBannedCreep).LastFitting(BanWords.Sentence(no.Ban)),
        Refusal.NickBanned no => to.Begin(Numerics.ErrErroneusNickname).Param(no.Wanted.Text).Last("Who is called so is banned from this server; choose another nickname"),
        Refusal.AccountsOnly => Fail(to, command, "ACCOUNT_REQUIRED", "").Last(
            "Only who has an account comes in just now: log in while you connect, with SASL or 'PASS account:password'"),
        Refusal.TooManyDevices no => Fail(to, command, "TOO_MANY_DEVICES", "").Last(
            $"{no.Most} connections of {no.Account} are here, over all servers, which is the most; DEVICES lists and ends them"),
        Refusal.NoSuchBan => Fail(to, command, "NO_SUCH_BAN", "*").Last("There is no such ban; BANS lists those that there are"),
        Refusal.TooManyBans no => Fail(to, command, "TOO_MANY_BANS", "*").Last($"There are {no.Most} bans, which is the most; lift some first"),
        Refusal.NoOperator no => to.Begin(Numerics.ErrNoOperHost).Last($"{no.Account} is no operator of this server"),
        Refusal.WrongClaim => to.Begin(Numerics.ErrPasswdMismatch).Last(
            "That is not the code; while this server has no operator, it prints one at each start, and OPER takes it from who is logged in"),
        Refusal.LastOperator no => Fail(to, command, "LAST_OPERATOR", no.Account.Text).Last(
            $"{no.Account} is the last who can make operators here: make another one first"),
        Refusal.NoSuchDevice no => Fail(to, command, "DEVICE_UNKNOWN", DeviceNames.Of(no.Device)).Last("Your account has no such device; DEVICES lists them"),
        Refusal.WrongRecovery => Fail(to, command, "INVALID_CODE", "").Last(Commands.PasswordRecovery.WrongCode),
        Refusal.AlreadyConnected => to.Begin(Numerics.ErrAlreadyRegistered).Last("You are connected already"),
        Refusal.NotConnected => to.Begin(Numerics.ErrNotRegistered).Last("You are not connected yet: send NICK and USER first"),
        Refusal.NoSuchRoom no when command is Command.SetMetadata or Command.ClearMetadata => Fail(to, command, "INVALID_TARGET", no.Room.Text)
            .Last("There is no such room that you may know, and nobody of that nickname is here"),
        Refusal.NotInRoom { Room: var room } when command is Command.SetMetadata or Command.ClearMetadata => NoPermission(to, command, room),
        Refusal.NotOperator { Room: var room } when command is Command.SetMetadata or Command.ClearMetadata => NoPermission(to, command, room),
        Refusal.MetadataNotSet no => Fail(to, command, "KEY_NOT_SET", ((Command.SetMetadata)command).Room.Map(room => room.Text).IfNone("*")).Param(no.Key.Text).Last("Nothing is said under that key"),
        Refusal.MetadataFull no => Fail(to, command, "LIMIT_REACHED", ((Command.SetMetadata)command).Room.Map(room => room.Text).IfNone("*")).Last($"{no.Most} keys are the most"),
        Refusal.NoSuchRoom or Refusal.NotInRoom or Refusal.NoSuchPerson when command is Command.MarkRead mark => Fail(to, command, "INVALID_PARAMS", Name(mark.In))
            .Last("You are in no such room, and nobody of that nickname is here"),
        Refusal.NoSuchRoom no => to.Begin(IsSpeech(command) ? Numerics.ErrNoSuchNick : Numerics.ErrNoSuchChannel).Param(no.Room.Text)
            .Last("There is no such room; JOIN opens it"),
        Refusal.NotInRoom no => IsSpeech(command)
            ? to.Begin(Numerics.ErrCannotSendToChan).Param(no.Room.Text).Last("You are not in that room, so you can't speak there; JOIN it first")
            : to.Begin(Numerics.ErrNotOnChannel).Param(no.Room.Text).Last("You are not in that room; JOIN it first"),
        Refusal.NoSuchPerson no => to.Begin(Numerics.ErrNoSuchNick).Param(no.Nick.Text).Last("Nobody of that nickname is here"),
        Refusal.NotThere no => to.Begin(Numerics.ErrUserNotInChannel).Param(no.Nick.Text).Param(no.Room.Text).Last("They are not in that room"),
        Refusal.AlreadyThere no => to.Begin(Numerics.ErrUserOnChannel).Param(no.Nick.Text).Param(no.Room.Text).Last("They are in that room already"),
        Refusal.NotOperator no => to.Begin(Numerics.ErrChanOPrivsNeeded).Param(no.Room.Text).Last("Only an operator of that room may do that"),
        Refusal.NotFounder no => to.Begin(Numerics.ErrUniqOPrivsNeeded).Param(no.Room.Text).Last("Only a founder of that room may do that"),
        Refusal.LastFounder no => to.Begin(Numerics.ErrUniqOPrivsNeeded).Param(no.Room.Text)
            .Last("They are its only founder: make somebody else one first with MODE +q, or end the room with DROP"),
        Refusal.FounderNeedsAccount no => to.Begin(Numerics.ErrNeedReggedNick).Param(no.Room.Text)
            .Last($"{no.Nick} is not logged in to an account, and only an account can be a founder"),
        Refusal.TooManyFounded no => to.Begin(Numerics.ErrTooManyChannels).Param(no.Room.Text)
            .Last($"{no.Account} is a founder of {no.Most} rooms, which is the most; DROP one or pass one on first"),
        Refusal.HoldersFull no => to.Begin(Numerics.ErrBanListFull).Param(no.Room.Text).Param(no.Account.Text)
            .Last($"That room remembers the rights of {no.Most} accounts, which is the most; take a right from somebody first"),
        Refusal.RoomNameTaken no => Fail(to, command, "CHANNEL_NAME_IN_USE", no.Room.Text).Param(no.Wanted.Text).Last($"There is a room {no.Wanted} already"),
        Refusal.AccountNeeded no => to.Begin(Numerics.ErrNeedReggedNick).Param(no.Room.Text).Last("Only who is logged in to an account comes into that room"),
        Refusal.ShutsOutGuests no => to.Begin(Numerics.ErrNeedReggedNick).Param(no.Nick.Text).Last("They take private words only from people with an account: REGISTER, or log in"),
        Refusal.NotHeard no => to.Begin(Numerics.ErrCantSendToUser).Param(no.Nick.Text).Last("They take no private words and no invitations from you"),
        Refusal.SilencesFull no => to.Begin(Numerics.ErrSileListFull).Param(no.Mask.Text).Last($"You silence {no.Most} masks, which is the most; take one off first"),
        Refusal.Moderated no => to.Begin(Numerics.ErrCannotSendToChan).Param(no.Room.Text)
            .Last("That room is moderated: only who has a voice there can speak; ask an operator for one"),
        Refusal.TooSoon no => to.Begin(Numerics.ErrCannotSendToChan).Param(no.Room.Text)
            .Last($"That room is in slow mode: one message in {no.Every} s; say it again in {no.Wait} s"),
        Refusal.NoConversation => Fail(to, command, "INVALID_TARGET", Named(command)).Last("You are not in such a room, and nobody of that nickname is here"),
        Refusal.NothingSaid => Fail(to, command, "UNKNOWN_MSGID", Named(command)).Param(IdOf(command)).Last("No such message was said there, or it is gone"),
        Refusal.NotOwnWords => Fail(to, command, "REDACT_FORBIDDEN", Named(command)).Param(IdOf(command)).Last("You may take back what you said yourself; who tends a room may do more there"),
        Refusal.SaidTooLongAgo no => Fail(to, command, "REDACT_WINDOW_EXPIRED", Named(command)).Param(IdOf(command)).Param(no.Minutes * 60L)
            .Last(no.Minutes == 0 ? "Nobody takes back what they said here" : $"That was said more than {no.Minutes} minutes ago"),
        Refusal.LineTooLong no => to.Begin(Numerics.ErrInputTooLong)
            .Last($"That line is {no.Excess} {(no.Excess == 1 ? "byte" : "bytes")} too long: with your name in front it may have {LineLimits.Body}. Nobody heard it; say it in two"),
        Refusal.RoomFull no => to.Begin(Numerics.ErrChannelIsFull).Param(no.Room.Text).Last($"That room is full: its operators let in {no.Most}"),
        Refusal.Banned no => to.Begin(Numerics.ErrBannedFromChan).Param(no.Room.Text).Last("You are banned from that room"),
        Refusal.Silenced no => to.Begin(Numerics.ErrCannotSendToChan).Param(no.Room.Text).Last("You are muted or banned in that room, so you can't speak there"),
        Refusal.ListsFull no => to.Begin(Numerics.ErrBanListFull).Param(no.Room.Text).Param(no.Mask.Text)
            .Last($"The lists of that room hold {no.Most} masks, which is the most; take one off first"),
        Refusal.NotOnList no => to.Begin(Numerics.ErrInvalidModeParam).Param(no.Room.Text).Param($"{ModeTable.Row(no.List).Letter}").Param(ModeTable.Row(no.List).Shown(no.Mask))
            .Last($"That is not on the list; MODE {no.Room} {ModeTable.Row(no.List).Letter} shows what is"),
        Refusal.InviteOnly no => to.Begin(Numerics.ErrInviteOnlyChan).Param(no.Room.Text).Last("Only who is invited comes into that room; KNOCK asks its operators"),
        Refusal.WrongKey no => to.Begin(Numerics.ErrBadChannelKey).Param(no.Room.Text).Last("That room wants its key, and this is not it: JOIN it with the key behind its name"),
        Refusal.NoCtcp no => to.Begin(Numerics.ErrCannotSendToChan).Param(no.Room.Text).Last("Nobody asks people's programs anything in that room (+C)"),
        Refusal.NoNeedToKnock { IsIn: true } no => to.Begin(Numerics.ErrKnockOnChan).Param(no.Room.Text).Last("You are in that room already"),
        Refusal.NoNeedToKnock no => to.Begin(Numerics.ErrChanOpen).Param(no.Room.Text).Last("That room is open: JOIN it"),
        Refusal.KnockedTooSoon no => to.Begin(Numerics.ErrTooManyKnock).Param(no.Room.Text).Last($"You knocked a moment ago; wait {no.Wait} s"),
        Refusal.TooManyRooms no => to.Begin(Numerics.ErrTooManyChannels).Param(no.Room.Text).Last($"You are in {no.Most} rooms, which is the most; PART one first"),
        Refusal.TopicTooLong no => to.Begin(Numerics.ErrInputTooLong).Last($"That topic has {no.Length} bytes; {no.Most} are the most"),
        Refusal.AwayTooLong no => to.Begin(Numerics.ErrInputTooLong).Last($"That message for being away has {no.Length} bytes; {no.Most} are the most"),
        Refusal.LevelTooNew no => throw new InvalidOperationException($"A server of level {no.Reads} began on a journal of level {no.Level}."),
        Refusal.WorldsDiffer no => throw new InvalidOperationException($"A client compared worlds at event {no.Other.At.Number}."),
        Refusal.NotYetPossible no => Fail(to, command, "NOT_YET", "").Last(
            $"This needs level {no.Level} of the journal, which another server that shares it can't read; upgrade that one first"),
    };

    /// <summary>The journal failed: what was asked for did not happen, and the sender must know.</summary>
    public static void WriteNotKept(Numeric to, Command command, string why)
    {
        var about = command switch
        {
            Command.Say { To: Target.ToRoom room } => room.Name.Text,
            Command.Say { To: Target.ToPerson person } => person.Nick.Text,
            Command.Redact => Named(command),
            Command.Join join => join.Room.Text,
            Command.Leave leave => leave.Room.Text,
            Command.SetTopic topic => topic.Room.Text,
            Command.SetMode mode => mode.Room.Text,
            Command.SetModes modes => modes.Room.Text,
            Command.ChangeRight right => right.Room.Text,
            Command.SetKey key => key.Room.Text,
            Command.SetMask mask => mask.Room.Text,
            Command.LiftMask mask => mask.Room.Text,
            Command.Kick kick => kick.Room.Text,
            Command.InviteTo invite => invite.Room.Text,
            Command.Knock knock => knock.Room.Text,
            Command.DropRoom drop => drop.Room.Text,
            Command.RenameRoom rename => rename.Room.Text,
            _ => "*",
        };
        to.Writer.Source(to.Server).Command("FAIL"u8).Param(Verb(command)).Param("NOT_KEPT").Param(about)
            .Last($"This was not kept and nobody heard it: {why}. Say it again later").End();
    }

    public static LineWriter NoPower(Numeric to, Refusal.NoPower no)
    {
        ArgumentNullException.ThrowIfNull(no);
        return no.IsOnDuty
            ? to.Begin(Numerics.ErrNoPrivs).Param(PowerWords.Of(no.Needed)).Last("You are an operator without this right")
            : to.Begin(Numerics.ErrNoPrivileges).Last("Permission denied: that is for operators of this server, who say OPER first");
    }

    /// <summary>FAIL, in the form of standard replies.</summary>
    private static LineWriter Fail(Numeric to, Command command, string code, string about)
    {
        var begun = to.Writer.Source(to.Server).Command("FAIL"u8).Param(Verb(command)).Param(code);
        return about.Length > 0 ? begun.Param(about) : begun;
    }

    /// <summary>From where it was to be taken back, as it was named.</summary>
    private static string Named(Command command) => command switch
    {
        Command.Redact redact => Name(redact.From),
        Command.Register register => register.Name.Text,
        _ => "*",
    };

    private static string IdOf(Command command) => command is Command.Redact redact ? Numeric.Word(redact.Id) : "*";

    private static LineWriter NoPermission(Numeric to, Command command, RoomName room) => Fail(to, command, "KEY_NO_PERMISSION", room.Text)
        .Param(command is Command.SetMetadata set ? set.Key.Text : "*").Last("Operators of a room say what is said of it");

    private static string Name(Target target) => target switch
    {
        Target.ToRoom room => room.Name.Text,
        Target.ToPerson person => person.Nick.Text,
    };

    private static bool IsSpeech(Command command) => command is Command.Say or Command.Signal;

    private static string Verb(Command command) => command switch
    {
        Command.Say { Kind: SayKind.Notice } => "NOTICE",
        Command.Say { Kind: SayKind.Annotation } or Command.Signal => "TAGMSG",
        Command.Say => "PRIVMSG",
        Command.Redact => "REDACT",
        Command.Join => "JOIN",
        Command.Leave => "PART",
        Command.SetTopic => "TOPIC",
        Command.SetMode or Command.SetModes or Command.SetKey or Command.LiftMask or Command.ChangeRight or Command.SetMask { Seconds.IsNone: true } => "MODE",
        Command.SetMask => "TBAN",
        Command.Kick => "KICK",
        Command.InviteTo => "INVITE",
        Command.Knock => "KNOCK",
        Command.DropRoom => "DROP",
        Command.RenameRoom => "RENAME",
        Command.ShutOutGuests => "MODE",
        Command.Silence => "SILENCE",
        Command.Rename => "NICK",
        Command.SetAway => "AWAY",
        Command.SetRealName => "SETNAME",
        Command.MarkRead => "MARKREAD",
        Command.SetMetadata or Command.ClearMetadata => "METADATA",
        Command.Connect => "USER",
        Command.Quit => "QUIT",
        Command.Register register => register.Code.IsSome ? "VERIFY" : "REGISTER",
        Command.DecideRegistration or Command.GiveRecovery or Command.Invite => "ACCOUNTS",
        Command.LogIn => "AUTHENTICATE",
        Command.ChangeCertificate => "CERT",
        Command.SetPersistence => "PERSISTENCE",
        Command.SetPlayback => "PLAYBACK",
        Command.Recover => "RECOVER",
        Command.EndDevice => "DEVICES",
        Command.LogOut or Command.ChangePassword => "NICKSERV",
        Command.Oper or Command.Claim => "OPER",
        Command.Deoper => "MODE",
        Command.SetOwnMode => "MODE",
        Command.Announce => "WALLOPS",
        Command.SetAlarm => "ALARM",
        Command.Overrule overrule => Verb(overrule.Act),
        Command.Kill => "KILL",
        Command.Ban => "BAN",
        Command.Unban => "UNBAN",
        Command.ChangePowers { IsGiven: true } => "GRANT",
        Command.ChangePowers => "REVOKE",
        Command.StartServer or Command.EndServer or Command.ClearEnded or Command.Expire or Command.ChangeLimits or Command.CompareWorld or Command.Forget
            or Command.AddAccount or Command.RemoveAccount or Command.SetRegistration or Command.OfferClaim => "*",
    };
}
