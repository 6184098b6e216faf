using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Server.Accounts;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>Registering an account: REGISTER and VERIFY (draft/account-registration). No mail is sent; what is verified is an invitation.</summary>
public static class AccountRegistration
{
    internal static readonly CommandRow[] Commands =
    [
        new("REGISTER", 3, CommandTime.Always, Register),
        new("VERIFY", 2, CommandTime.Always, Verify),
    ];

    internal const string Waits = "Who tends this server says yes or no, and you are told if you are here then; if not, try in some hours whether your password logs you in";

    /// <summary>REGISTER account mail password; '*' is one's own nickname.</summary>
    public static void Register(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (IsEarly(session))
        {
            EarlyRegistration.Register(session, line);
            return;
        }
        if (!MayRegister(session, "REGISTER", line.Text(0)) || Name(session, "REGISTER", line.Text(0)) is not { } name)
            return;
        if (session.Context.World.Registration == RegistrationPolicy.Closed)
            session.Fail("REGISTER", "TEMPORARILY_UNAVAILABLE", name.Text, "Nobody can register here by themselves; ask who tends this server");
        else if (PasswordProof.WhyNot(line.Text(2), PasswordProof.MostBytesOnLine) is { } wrong)
            session.Fail("REGISTER", "UNACCEPTABLE_PASSWORD", name.Text, $"Choose another password: {wrong}");
        else if (Mail(session, name, line.Text(1)) is not { } mail)
            return;
        else if (session.Context.Places.Register(session.Address) is { } full)
            session.Fail("REGISTER", "TEMPORARILY_UNAVAILABLE", name.Text, full);
        else
            session.Await(session.Context.Logins.Make(session.Address, line.Text(2)), verifier => Made(session, name, verifier, mail));
    }

    /// <summary>VERIFY account code: the invitation that REGISTER asked for, on the same connection, because until then nothing is kept.</summary>
    public static void Verify(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (IsEarly(session))
        {
            EarlyRegistration.Verify(session, line);
            return;
        }
        if (!MayRegister(session, "VERIFY", line.Text(0)) || Name(session, "VERIFY", line.Text(0)) is not { } name)
            return;
        if (session.Unverified is not var (wanted, verifier, mail) || wanted.Key != name.Key)
        {
            session.Fail("VERIFY", "INVALID_CODE", name.Text, "There is nothing to verify: REGISTER first, over this connection");
            return;
        }
        session.Act(
            new Command.Register(wanted, verifier, Invitations.HashOf(line.Text(1))) { Mail = mail },
            new IrcReply.LoggedInAs(wanted, new IrcReply.Registered("VERIFY", "SUCCESS", wanted.Text, "You are registered, and logged in")));
    }

    /// <summary>The mail address, where one is wanted; elsewhere it is nobody's business and kept nowhere.</summary>
    internal static Option<string>? Mail(Session session, AccountName name, string word)
    {
        if (!session.Context.Info.Live.Current.WantsMail)
            return Option<string>.None;
        if (MailAddress.Parse(word) is { IsSome: true } mail)
            return mail;
        session.Fail("REGISTER", "INVALID_EMAIL", name.Text, MailAddress.Missing);
        return null;
    }

    private static void Made(Session session, AccountName name, Verifier? verifier, Option<string> mail)
    {
        if (verifier is null)
        {
            session.Fail("REGISTER", "TEMPORARILY_UNAVAILABLE", name.Text, LoginDesk.Busy);
        }
        else if (session.Context.World.Registration == RegistrationPolicy.Invite)
        {
            session.Unverified = (name, verifier, mail);
            session.Reply(new IrcReply.Registered("REGISTER", "VERIFICATION_REQUIRED", name.Text, "Send VERIFY with the account and your invitation"));
        }
        else
        {
            // Where each registration is decided on, an invitation is another way in.
            session.Unverified = session.Context.World.Registration == RegistrationPolicy.Approval ? (name, verifier, mail) : null;
            session.Act(new Command.Register(name, verifier, Option<TokenHash>.None) { Mail = mail }, new IrcReply.Registering(
                name, new IrcReply.Registered("REGISTER", "SUCCESS", name.Text, "You are registered, and logged in"),
                new IrcReply.Registered("REGISTER", "VERIFICATION_REQUIRED", name.Text, Waits)));
        }
    }

    private static bool IsEarly(Session session) => !session.IsRegistered && session.Context.Info.Live.Current.RegistersBefore;

    private static bool MayRegister(Session session, string command, string account)
    {
        if (!session.IsRegistered)
            session.Fail(command, "COMPLETE_CONNECTION_REQUIRED", account, "Connect first: an account is registered by who holds its nickname");
        else if (!session.MayRegister(out var own))
            session.Fail(command, "ALREADY_AUTHENTICATED", own.Name.Text, $"You are logged in as {own.Name} already");
        else
            return true;
        return false;
    }

    private static AccountName? Name(Session session, string command, string text)
    {
        var name = text == "*" ? session.Person.Map(person => person.Nick.Text).IfNone("") : text;
        if (AccountName.Parse(name).TryGet(out var parsed, out var fault))
            return parsed;
        session.Fail(command, "BAD_ACCOUNT_NAME", text, Faults.Nick(fault));
        return null;
    }
}
