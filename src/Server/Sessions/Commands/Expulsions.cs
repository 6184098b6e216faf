using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>Whom operators of the server end and keep out: KILL; BAN, UNBAN and BANS, which also hear to the names that operators' fingers know.</summary>
public static class Expulsions
{
    internal static readonly CommandRow[] Commands =
    [
        new("KILL", 2, CommandTime.After, Kill) { WordsFrom = 1 },
        .. ((string[])["BAN", "KLINE", "DLINE", "GLINE", "ZLINE"]).Select(name => new CommandRow(name, 1, CommandTime.After, Ban) { WordsFrom = 1 }),
        .. ((string[])["UNBAN", "UNKLINE", "UNDLINE", "UNGLINE", "UNZLINE"]).Select(name => new CommandRow(name, 1, CommandTime.After, Unban)),
        new("BANS", 0, CommandTime.After, List),
    ];

    /// <summary>KILL nick :why.</summary>
    public static void Kill(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var reason = line.Text(1);
        Doors.Person(session, line.Text(0)).IfSome(nick => session.Act(new Command.Kill(nick, reason)));
    }

    /// <summary>BAN [length] whom :why. Without a length it holds until somebody lifts it.</summary>
    public static void Ban(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var isTimed = line.Count > 1 && TimeWords.IsMeant(line.Text(0));
        if (isTimed && TimeWords.Parse(line.Text(0)) is null)
        {
            session.Fail("BAN", "INVALID_PARAMS", line.Text(0), $"How long? {TimeWords.Rule}; ten years are the most: BAN 7d WHOM :why");
            return;
        }
        var next = isTimed ? 1 : 0;
        var seconds = isTimed ? TimeWords.Parse(line.Text(0)) : null;
        if (Target(session, "BAN", line.Text(next)) is { } target)
            session.Act(new Command.Ban(target, seconds is { } number ? number : Option<int>.None, line.Text(next + 1)));
    }

    public static void Unban(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (Target(session, "UNBAN", line.Text(0)) is { } target)
            session.Act(new Command.Unban(target));
    }

    public static void List(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Ask(new IrcQuestion.ServerBans());
    }

    private static BanTarget? Target(Session session, string verb, string text)
    {
        if (BanWords.Parse(text, session.Context.World, out var wrong) is { } target)
            return target;
        session.Fail(verb, "INVALID_PARAMS", text, wrong);
        return null;
    }
}
