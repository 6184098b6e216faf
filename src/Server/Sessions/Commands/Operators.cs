using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Server.Accounts;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>Who tends the server: OPER, and GRANT and REVOKE, which make operators and end that.</summary>
public static class Operators
{
    internal static readonly CommandRow[] Commands =
    [
        new("OPER", 2, CommandTime.After, Oper),
        new("GRANT", 1, CommandTime.After, Grant),
        new("REVOKE", 1, CommandTime.After, Revoke),
    ];

    /// <summary>
    /// OPER account password: the account's own, asked for once more. While there is no operator the code that the server printed stands in its
    /// place, and makes the person who is logged in to that account the first one.
    /// </summary>
    public static void Oper(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var (account, password) = (line.Text(0), line.Text(1));
        if (session.Context.World.Operators.IsEmpty)
        {
            session.Act(new Command.Claim(Invitations.HashOf(password)));
            session.Account.IfSome(own => session.Reply(new IrcReply.IfOnDuty(own.Name)));
            return;
        }
        session.Await(session.Context.Logins.Check(session.Address, account, password), result => Proved(session, result));
    }

    /// <summary>GRANT account [right,right]: every right, if none is named.</summary>
    public static void Grant(Session session, in Line line) => Change(session, line, isGiven: true);

    /// <summary>REVOKE account [right,right].</summary>
    public static void Revoke(Session session, in Line line) => Change(session, line, isGiven: false);

    private static void Proved(Session session, LoginResult result)
    {
        switch (result)
        {
            case LoginResult.Proved { By: var proved }:
                session.Act(new Command.Oper(proved));
                session.Reply(new IrcReply.IfOnDuty(proved.Account.Name));
                break;
            case LoginResult.Wrong:
                session.Reply(Numerics.ErrPasswdMismatch, LoginDesk.Wrong);
                break;
            case LoginResult.Busy:
                session.Reply(Numerics.ErrPasswdMismatch, LoginDesk.Busy);
                break;
        }
    }

    private static void Change(Session session, in Line line, bool isGiven)
    {
        ArgumentNullException.ThrowIfNull(session);
        var verb = isGiven ? "GRANT" : "REVOKE";
        if (!AccountName.Parse(line.Text(0)).TryGet(out var account, out _))
            session.Fail(verb, "ACCOUNT_UNKNOWN", line.Text(0), "There is no such account");
        else if (PowerWords.Parse(line.Text(1)) is not { } powers)
            session.Fail(verb, "INVALID_PARAMS", line.Text(1), $"The rights of operators are {PowerWords.Known}, or all: {verb} account right,right");
        else
            session.Act(new Command.ChangePowers(account, powers, isGiven));
    }
}
