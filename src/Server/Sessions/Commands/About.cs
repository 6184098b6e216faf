using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>Questions about the server: MOTD, LUSERS, VERSION.</summary>
public static class About
{
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
}
