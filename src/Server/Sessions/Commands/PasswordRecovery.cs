using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Server.Accounts;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>RECOVER code password: a new password for who forgot theirs, with a code of who tends the server. The code says whose account it is.</summary>
public static class PasswordRecovery
{
    internal static readonly CommandRow[] Commands = [new("RECOVER", 2, CommandTime.After, Hear)];

    internal const string WrongCode = "That code is none, was used, or is over; ask who tends this server for another one";

    public static void Hear(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        Hear(session, line.Text(0), line.Text(1));
    }

    public static void Hear(Session session, string code, string password)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (PasswordProof.WhyNot(password, PasswordProof.MostBytesOnLine) is { } wrong)
            session.Fail("RECOVER", "UNACCEPTABLE_PASSWORD", "", $"Choose another password: {wrong}");
        else if (Whose(session, Invitations.HashOf(code)) is null)
            // To hash costs much, and a code that is none should cost nothing.
            session.Fail("RECOVER", "INVALID_CODE", "", WrongCode);
        else
            session.Await(session.Context.Logins.Make(session.Address, password), made => Made(session, Invitations.HashOf(code), made));
    }

    private static void Made(Session session, TokenHash code, Verifier? made)
    {
        if (made is not { } verifier)
        {
            session.Fail("RECOVER", "TEMPORARILY_UNAVAILABLE", "", LoginDesk.Busy);
            return;
        }
        session.Act(new Command.Recover(code, verifier));
        if (Whose(session, code) is not { } account)
            return;
        session.Act(
            new Command.LogIn(new Credential(account, new Proof.Password(verifier))),
            new IrcReply.LoggedInAs(account.Name, new IrcReply.Registered("RECOVER", "SUCCESS", account.Name.Text, "You have a new password, and are logged in")));
    }

    /// <summary>The account whose password the code sets, if it is one and its time is not over.</summary>
    private static AccountRef? Whose(Session session, TokenHash code)
    {
        var at = new Timestamp(session.Context.Clock.GetUtcNow().ToUnixTimeMilliseconds());
        return session.Context.Hub.Facts.Recovers(code, at).Bind(id => session.Context.World.Accounts.Find(id)).TryGet(out var account) ? account.Ref : null;
    }
}
