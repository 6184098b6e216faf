using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>Questions about the server: MOTD, LUSERS, VERSION, TIME, INFO, ISUPPORT, ADMIN, LINKS, MAP, STATS.</summary>
public static class About
{
    internal static readonly CommandRow[] Commands =
    [
        new("MOTD", 0, CommandTime.After, Motd),
        new("LUSERS", 0, CommandTime.After, Users),
        new("VERSION", 0, CommandTime.After, Version),
        new("TIME", 0, CommandTime.After, Time),
        new("INFO", 0, CommandTime.After, Info),
        new("ISUPPORT", 0, CommandTime.Always, Support),
        new("ADMIN", 0, CommandTime.After, Admin),
        new("LINKS", 0, CommandTime.After, Links),
        new("MAP", 0, CommandTime.After, Map),
        new("STATS", 0, CommandTime.After, Stats),
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
        session.Reply(new IrcReply.Version(line.Text(0)));
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

    /// <summary>What is supported here, also before one is let in, for who asked for that (draft/extended-isupport).</summary>
    public static void Support(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (session.IsRegistered || session.Capabilities.HasFlag(Capability.ExtendedSupport))
            session.Reply(new IrcReply.Support());
        else
            session.Reply(Numerics.ErrNotRegistered, "You are not connected yet: send NICK and USER first, or ask for draft/extended-isupport");
    }

    public static void Admin(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Reply(new IrcReply.Admin());
    }

    /// <summary>LINKS, LINKS mask and LINKS server mask: all servers know the same.</summary>
    public static void Links(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Reply(new IrcReply.Links(line.Text(1) is { Length: > 0 } mask ? mask : line.Text(0)));
    }

    public static void Map(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Reply(new IrcReply.Map());
    }

    /// <summary>STATS letter: u for how long the server runs, or the one that is named; o for who its operators are, which is for operators.</summary>
    public static void Stats(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Reply(new IrcReply.Stats(line.Text(0), line.Text(1), session.Context.Clock.GetUtcNow().ToUnixTimeMilliseconds()));
    }
}
