using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions;

/// <summary>Questions about the server: MOTD, LUSERS, VERSION.</summary>
public static class About
{
    public static void Motd(Session session, in Line line) => Answer(session, (_, to) => Welcome.Motd(to));

    public static void Users(Session session, in Line line) => Answer(session, Welcome.Users);

    public static void Version(Session session, in Line line) =>
        Answer(session, (_, to) => new Welcome(session.Host.Info).Version(to));

    private static void Answer(Session session, Action<Domain.World, Numeric> write)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Ask((world, to) =>
        {
            write(world, to);
            return [default];
        });
    }
}
