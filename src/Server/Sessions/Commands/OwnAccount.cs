using ChatRoom.Domain.Data;
using ChatRoom.Domain.Rules;
using ChatRoom.Irc;
using ChatRoom.Server.Hubs;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>
/// ACCOUNT EXPORT: all that one's own account did. ACCOUNT ERASE: it is no more, and nothing that it ever typed; that is asked back, and done when the
/// account is named, because nothing of it can be taken back.
/// </summary>
public static class OwnAccount
{
    internal static readonly CommandRow[] Commands = [new("ACCOUNT", 1, CommandTime.After, Hear)];

    public static void Hear(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        switch (line.Text(0).ToUpperInvariant())
        {
            case "EXPORT":
                Export(session);
                break;
            case "ERASE":
                Erase(session, line.Text(1));
                break;
            default:
                session.Fail("ACCOUNT", "INVALID_PARAMS", line.Text(0), "ACCOUNT EXPORT, or ACCOUNT ERASE account");
                break;
        }
    }

    public static void Export(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Ask(new IrcQuestion.Exported());
    }

    public static void Erase(Session session, string name)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(name);
        if (!session.Account.TryGet(out var account))
        {
            session.Fail("ACCOUNT", "ACCOUNT_REQUIRED", "", "You are not logged in to an account");
            return;
        }
        var isAsked = session.EraseAsked == account.Id;
        // Asked once, it is good for one answer.
        session.EraseAsked = null;
        if (isAsked && name.Equals(account.Name.Text, StringComparison.OrdinalIgnoreCase))
        {
            session.Await(session.Context.Erase(account.Name), verdict => session.Reply(verdict is Verdict.Done
                ? new IrcReply.Note("ACCOUNT", "ERASED", account.Name.Text, "Your account is no more, and nothing that it ever typed; what is on other people's screens and in backups stays there")
                : new IrcReply.Fail("ACCOUNT", "ERASE_FAILED", account.Name.Text, Why(verdict))));
            return;
        }
        session.EraseAsked = account.Id;
        session.Reply(new IrcReply.Note("ACCOUNT", "ERASE_CONFIRM", account.Name.Text,
            $"Your account {account.Name}, its rights in rooms and everything that it ever typed would be gone for ever. If you mean it, say ACCOUNT ERASE {account.Name}"));
    }

    private static string Why(Verdict verdict) => verdict switch
    {
        Verdict.Refused { Why: Refusal.LastOperator } => "You are the last who can make operators; make another one first",
        Verdict.NotKept notKept => $"Not all of it is kept; say it again later: {notKept.Why}",
        _ => "It can't be done",
    };
}
