using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Server.Accounts;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>
/// What people's fingers and many clients know: `/msg NickServ IDENTIFY`, and NS. It is nobody, but another way to say the same commands; what
/// is said to it is heard by nobody else and kept nowhere.
/// </summary>
public static class NickServ
{
    internal static readonly CommandRow[] Commands =
    [
        new("NS", 0, CommandTime.After, Hear),
        new("NICKSERV", 0, CommandTime.After, Hear),
    ];

    private const string NoSpaces = "A password that is said to NickServ is one word, and here nothing else stands behind it: no mail address, and a code only where "
        + "people are invited; nothing was changed";

    private static readonly string[] Help =
    [
        "REGISTER password: the nickname that you hold is yours from then on",
        "REGISTER password code: the same, where you need an invitation",
        "IDENTIFY [account] password: you are that account's person",
        "PASSWORD new: another password for your account",
        "CERT ADD [fingerprint], CERT LIST, CERT DEL fingerprint: certificates that log in without a password",
        "RECOVER code new: another password, with a code of who tends this server",
        "DEVICES, DEVICES END device: the connections of your account",
        "SET PERSISTENCE ON: you stay in your rooms while nobody is connected",
        "SET PLAYBACK ON, OFF, DEFAULT or a number: what was said before you came is told to you, where your client can't ask for it",
        "EXPORT: all that your account did, and what was said to it alone",
        "ERASE: your account is no more, and nothing that it ever typed; it is asked back",
        "LOGOUT: you are a guest",
        "Better than IDENTIFY is SASL, which logs you in while you connect; your client knows it",
    ];

    /// <summary>The words as parameters, or as one text.</summary>
    public static void Hear(Session session, in Line line)
    {
        var words = new List<string>();
        for (var i = 0; i < line.Count; i++)
            words.Add(line.Text(i));
        Hear(session, string.Join(' ', words));
    }

    public static void Hear(Session session, string text)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var own = session.Person.Map(person => person.Nick.Text).IfNone("");
        switch (words is [var first, ..] ? first.ToUpperInvariant() : "", words.Length)
        {
            case ("IDENTIFY" or "LOGIN", 2):
                Identify(session, own, words[1]);
                break;
            case ("IDENTIFY" or "LOGIN", 3):
                Identify(session, words[1], words[2]);
                break;
            case ("REGISTER", 2):
                Register(session, own, words[1], "");
                break;
            // Elsewhere a mail address stands there, and a password of two words would be half of what somebody means to know.
            case ("REGISTER", 3) when session.Context.World.Registration is RegistrationPolicy.Invite or RegistrationPolicy.Approval:
                Register(session, own, words[1], words[2]);
                break;
            case ("PASSWORD" or "PASSWD", 2):
                ChangePassword(session, own, words[1]);
                break;
            case ("SET", 3) when string.Equals(words[1], "PASSWORD", StringComparison.OrdinalIgnoreCase):
                ChangePassword(session, own, words[2]);
                break;
            case ("RECOVER", > 3):
            case ("IDENTIFY" or "LOGIN" or "REGISTER" or "PASSWORD" or "PASSWD", > 2):
            case ("SET", > 3) when string.Equals(words[1], "PASSWORD", StringComparison.OrdinalIgnoreCase):
                Say(session, NoSpaces);
                break;
            case ("DEVICES", <= 3):
                Devices.Hear(session, words is [_, var deed, ..] ? deed : "", words is [_, _, var device] ? device : "", isSpoken: true);
                break;
            case ("SET", 3) when words[1].ToUpperInvariant() is "PERSISTENCE" or "ALWAYS-ON":
                Devices.Persistence(session, "SET", words[2], isSpoken: true);
                break;
            case ("SET", 3) when string.Equals(words[1], "PLAYBACK", StringComparison.OrdinalIgnoreCase):
                PlaybackModule.Set(session, words[2]);
                break;
            case ("RECOVER", 3):
                PasswordRecovery.Hear(session, words[1], words[2]);
                break;
            case ("CERT", 2 or 3):
                Certificates.Hear(session, words[1], words is [_, _, var print] ? print : "", isSpoken: true);
                break;
            case ("EXPORT", 1):
                OwnAccount.Export(session);
                break;
            case ("ERASE", 1 or 2):
                OwnAccount.Erase(session, words is [_, var erase] ? erase : "");
                break;
            case ("LOGOUT", 1):
                session.Act(new Command.LogOut());
                break;
            default:
                foreach (var line in Help)
                    Say(session, line);
                break;
        }
    }

    private static void Identify(Session session, string account, string password) =>
        session.Await(session.Context.Logins.Check(session.Address, account, password), result => Identified(session, result));

    private static void Identified(Session session, LoginResult result)
    {
        switch (result)
        {
            case LoginResult.Proved { By: var proved }:
                session.Act(new Command.LogIn(proved), new IrcReply.LoggedInAs(proved.Account.Name, new IrcReply.FromNickServ($"You are logged in as {proved.Account.Name}")));
                break;
            case LoginResult.Wrong:
                Say(session, LoginDesk.Wrong);
                break;
            case LoginResult.Busy:
                Say(session, LoginDesk.Busy);
                break;
        }
    }

    private static void Register(Session session, string own, string password, string code)
    {
        if (!IsPassword(session, password) || !AccountName.Parse(own).TryGet(out var name, out _))
            return;
        if (!session.MayRegister(out var known))
        {
            Say(session, $"You are logged in as {known.Name} already; PASSWORD new changes your password");
            return;
        }
        if (session.Context.Info.Live.Current.WantsMail)
        {
            Say(session, MailAddress.Missing);
            return;
        }
        if (session.Context.Places.Register(session.Address) is { } full)
        {
            Say(session, full);
            return;
        }
        var invitation = code.Length > 0 ? Invitations.HashOf(code) : Option<TokenHash>.None;
        session.Await(session.Context.Logins.Make(session.Address, password), made =>
        {
            if (made is not { } verifier)
            {
                Say(session, LoginDesk.Busy);
                return;
            }
            session.Act(
                new Command.Register(name, verifier, invitation),
                new IrcReply.Registering(
                    name, new IrcReply.FromNickServ($"The nickname {name} is yours, and you are logged in"), new IrcReply.FromNickServ(AccountRegistration.Waits)));
        });
    }

    private static void ChangePassword(Session session, string own, string password)
    {
        var account = session.Account.Map(known => known.Name.Text).IfNone(own);
        if (!IsPassword(session, password) || !AccountName.Parse(account).TryGet(out var name, out _))
            return;
        // That it is done is told to all connections of the account, and that it can't be by the refusal.
        session.Await(session.Context.Logins.Make(session.Address, password), made =>
        {
            if (made is { } verifier)
                session.Act(new Command.ChangePassword(name, verifier));
            else
                Say(session, LoginDesk.Busy);
        });
    }

    private static bool IsPassword(Session session, string password)
    {
        if (PasswordProof.WhyNot(password, PasswordProof.MostBytesOnLine) is not { } wrong)
            return true;
        Say(session, $"Choose another password: {wrong}");
        return false;
    }

    private static void Say(Session session, string text) => session.Reply(new IrcReply.FromNickServ(text));
}
