using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Server.Accounts;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>ACCOUNTS, for operators who help people with their accounts: who waits for one, yes and no, invitations, and forgotten passwords.</summary>
public static class AccountTending
{
    internal static readonly CommandRow[] Commands = [new("ACCOUNTS", 1, CommandTime.After, Hear)];

    private const string Usage = "ACCOUNTS WAITING, APPROVE account, REFUSE account :why, INVITE, RECOVER account, or PASSWORD account :new";

    public static void Hear(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var (deed, words) = (line.Text(0).ToUpperInvariant(), line.Text(2));
        switch (deed)
        {
            case "WAITING":
                session.Ask(new IrcQuestion.Waiting());
                break;
            case "INVITE":
                Invite(session);
                break;
            case "APPROVE" or "REFUSE" or "RECOVER" or "PASSWORD" when AccountName.Parse(line.Text(1)).TryGet(out var name, out _):
                Tend(session, deed, name, words);
                break;
            default:
                session.Fail("ACCOUNTS", "INVALID_PARAMS", line.Text(0), Usage);
                break;
        }
    }

    private static void Tend(Session session, string deed, AccountName name, string words)
    {
        if (deed == "RECOVER")
            Recover(session, name);
        else if (deed == "PASSWORD")
            SetPassword(session, name, words);
        else
            Decide(session, session.Context.Hub.Facts.Waiting.Find(name.Key).Map(waits => waits.Name).IfNone(name), deed == "APPROVE", words);
    }

    private static void Decide(Session session, AccountName name, bool isApproved, string why) => session.Act(
        new Command.DecideRegistration(name, isApproved, why),
        new IrcReply.Notice(isApproved ? $"{name} has an account now" : $"{name} gets no account"));

    private static void Invite(Session session)
    {
        var code = Invitations.New();
        session.Act(
            new Command.Invite(Invitations.HashOf(code), Until(session, Invitations.GoodFor)),
            new IrcReply.Notice($"{code} registers one account, until {ServerTime.Format(Until(session, Invitations.GoodFor).Milliseconds)}"));
    }

    private static void Recover(Session session, AccountName name)
    {
        var code = Invitations.New();
        // Said only where the code is given out, which takes the right to it.
        var mail = session.Context.World.Account(name).Bind(account => session.Context.Hub.Facts.Mails.Find(account.Id)).Map(address => $" ({address})").IfNone("");
        session.Act(
            new Command.GiveRecovery(name, Invitations.HashOf(code), Until(session, Invitations.RecoversFor)),
            new IrcReply.Notice($"Tell the owner of {name}{mail}, and nobody else: RECOVER {code} and a new password; once, until {ServerTime.Format(Until(session, Invitations.RecoversFor).Milliseconds)}"));
    }

    /// <summary>Who may not do it is told so before anything is hashed.</summary>
    private static void SetPassword(Session session, AccountName name, string password)
    {
        var world = session.Context.World;
        var has = session.Person.Map(world.PowersOf).IfNone(Powers.None);
        // An operator's password is a way to their rights.
        var needed = has.HasFlag(Powers.Accounts) && world.Account(name).Exists(account => world.Operators.ContainsKey(account.Id)) ? Powers.Grant : Powers.Accounts;
        if (!has.HasFlag(needed))
            session.Reply(new IrcReply.NoPower(needed, session.Person.Exists(self => self.OnDutyAs.IsSome)));
        else if (PasswordProof.WhyNot(password, PasswordProof.MostBytesOnLine) is { } wrong)
            session.Fail("ACCOUNTS", "UNACCEPTABLE_PASSWORD", name.Text, $"Choose another password: {wrong}");
        else
            session.Await(session.Context.Logins.Make(session.Address, password), made =>
            {
                if (made is { } verifier)
                    session.Act(new Command.ChangePassword(name, verifier), new IrcReply.Notice($"{name} has another password, and was told so if they are here"));
                else
                    session.Fail("ACCOUNTS", "TEMPORARILY_UNAVAILABLE", name.Text, LoginDesk.Busy);
            });
    }

    private static Timestamp Until(Session session, TimeSpan goodFor) => new((session.Context.Clock.GetUtcNow() + goodFor).ToUnixTimeMilliseconds());
}
