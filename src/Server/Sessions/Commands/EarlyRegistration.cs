using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Server.Accounts;
using ChatRoom.Server.Hubs;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>
/// REGISTER and VERIFY of who is not let in yet (draft/account-registration, before-connect), where a setting allows it. It gives nobody what they could not have otherwise:
/// who does not know the server's password registers nothing, nor does anybody under a nickname that somebody holds.
/// </summary>
internal static class EarlyRegistration
{
    public static void Register(Session session, in Line line)
    {
        if (Name(session, "REGISTER", line.Text(0)) is not { } name)
            return;
        if (PasswordProof.WhyNot(line.Text(2), PasswordProof.MostBytesOnLine) is { } wrong)
            session.Fail("REGISTER", "UNACCEPTABLE_PASSWORD", name.Text, $"Choose another password: {wrong}");
        else if (AccountRegistration.Mail(session, name, line.Text(1)) is not { } mail)
            return;
        else if (session.Context.Places.Register(session.Address) is { } full)
            session.Fail("REGISTER", "TEMPORARILY_UNAVAILABLE", name.Text, full);
        else
            session.Await(session.Context.Logins.Make(session.Address, line.Text(2)), verifier => Made(session, name, verifier, mail));
    }

    public static void Verify(Session session, in Line line)
    {
        if (Name(session, "VERIFY", line.Text(0)) is not { } name)
            return;
        if (session.Unverified is var (wanted, verifier, mail) && wanted.Key == name.Key)
            Order(session, "VERIFY", new Command.Register(wanted, verifier, Invitations.HashOf(line.Text(1))) { Mail = mail });
        else
            session.Fail("VERIFY", "INVALID_CODE", name.Text, "There is nothing to verify: REGISTER first, over this connection");
    }

    private static void Made(Session session, AccountName name, Verifier? verifier, Option<string> mail)
    {
        var world = session.Context.World;
        if (verifier is null)
        {
            session.Fail("REGISTER", "TEMPORARILY_UNAVAILABLE", name.Text, LoginDesk.Busy);
        }
        else if (world.IsAlarmed || world.Registration is RegistrationPolicy.Invite or RegistrationPolicy.Approval)
        {
            session.Unverified = (name, verifier, mail);
            session.Reply(new IrcReply.Registered("REGISTER", "VERIFICATION_REQUIRED", name.Text, "Send VERIFY with the account and your invitation"));
        }
        else
        {
            Order(session, "REGISTER", new Command.Register(name, verifier, Option<TokenHash>.None) { Mail = mail });
        }
    }

    /// <summary>Nobody is there yet whose command it could be, so the hub takes it as from nobody, and the answer comes here.</summary>
    private static void Order(Session session, string verb, Command.Register wish) =>
        session.Await(session.Context.Hub.Order(wish), verdict => Decided(session, verb, wish, verdict));

    private static void Decided(Session session, string verb, Command.Register wish, Verdict verdict)
    {
        switch (verdict)
        {
            case Verdict.Done done:
                var account = done.Events.OfType<Event.AccountRegistered>().Single().Account;
                session.Unverified = null;
                session.Reply(new IrcReply.Registered(verb, "SUCCESS", account.Name.Text, "You are registered, and logged in"));
                session.Take(new Registration.Input.Registered(new Credential(account, new Proof.Password(wish.Verifier))));
                break;
            case Verdict.Refused refused:
                session.Reply(new IrcReply.Refused(wish, refused.Why));
                break;
            case Verdict.NotKept notKept:
                session.Fail(verb, "TEMPORARILY_UNAVAILABLE", wish.Name.Text, $"This was not kept: {notKept.Why}. Try again later");
                break;
        }
    }

    private static AccountName? Name(Session session, string command, string said)
    {
        if (session.ProvedEarly is { } own)
            session.Fail(command, "ALREADY_AUTHENTICATED", own.Text, $"You are logged in as {own} already");
        else if (session.NickAsked is not { } nick)
            session.Fail(command, "NEED_NICK", "*", "Say with NICK how you are called first: that is what you register");
        else if (!AccountName.Parse(nick.Text).TryGet(out var name, out var fault))
            session.Fail(command, "BAD_ACCOUNT_NAME", nick.Text, Faults.Nick(fault));
        else if (said != "*" && !(AccountName.Parse(said).TryGet(out var wanted, out _) && wanted.Key == name.Key))
            session.Fail(command, "ACCOUNT_NAME_MUST_BE_NICK", said, $"You register the nickname that you ask for, which is {nick}: take {said} first");
        else if (!session.KnowsPassword)
            session.Fail(command, "TEMPORARILY_UNAVAILABLE", name.Text, "This server wants its password first: send it with PASS");
        else
            return name;
        return null;
    }
}
