using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>Questions about the server: MOTD, LUSERS, VERSION, TIME, INFO.</summary>
public static class About
{
    internal static readonly CommandRow[] Commands =
    [
        new("MOTD", 0, CommandTime.After, Motd),
        new("LUSERS", 0, CommandTime.After, Users),
        new("VERSION", 0, CommandTime.After, Version),
        new("TIME", 0, CommandTime.After, Time),
        new("INFO", 0, CommandTime.After, Info),
    ];

    public static void Motd(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Reply(new IrcReply.Motd());
    }

    public static void Users(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Reply(new IrcReply.Users());
    }

    public static void Version(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Reply(new IrcReply.Version());
    }

    public static void Time(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Reply(new IrcReply.Time(session.Context.Clock.GetUtcNow().ToUnixTimeMilliseconds()));
    }

    public static void Info(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Reply(new IrcReply.Info());
    }
}
