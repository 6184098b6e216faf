using System.Globalization;
using ChatRoom.Domain.Events;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>
/// Coming, being asked whether one is there, and going: CAP, PASS, NICK, USER, RESUME, AUTHENTICATE, PING, PONG, QUIT. What comes of the handshake
/// is in <see cref="Registration"/>; here a line becomes its input.
/// </summary>
public static class Handshake
{
    internal static readonly CommandRow[] Commands =
    [
        new("CAP", 1, CommandTime.Always, Cap),
        new("PASS", 1, CommandTime.Before, Pass),
        new("NICK", 0, CommandTime.Always, Nick),
        new("USER", 4, CommandTime.Before, User),
        new("AUTHENTICATE", 1, CommandTime.Always, Authenticate),
        new("RESUME", 1, CommandTime.Before, Resume),
        new("PING", 1, CommandTime.Always, Ping),
        new("PONG", 0, CommandTime.Always, Pong),
        new("QUIT", 0, CommandTime.Always, Quit),
    ];

    public static void Cap(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var sub = line.Text(0);
        session.Take(sub.ToUpperInvariant() switch
        {
            "LS" => new Registration.Input.CapLs(Version(line.Text(1))),
            "LIST" => new Registration.Input.CapList(),
            "REQ" => new Registration.Input.CapReq(line.Text(1)),
            "END" => new Registration.Input.CapEnd(),
            _ => new Registration.Input.CapOther(sub),
        });
    }

    public static void Pass(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Take(new Registration.Input.Pass(line.Text(0)));
    }

    public static void Nick(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Take(new Registration.Input.Nick(line.Text(0)));
    }

    public static void User(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Take(new Registration.Input.User(line.Text(0), line.Text(3)));
    }

    /// <summary>RESUME token (chatroom/resume): who comes, and later comes again with the same token, takes over from an own connection.</summary>
    public static void Resume(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Take(new Registration.Input.Resume(line.Text(0)));
    }

    public static void Authenticate(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Take(new Registration.Input.Authenticate(line.Text(0)));
    }

    public static void Ping(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Reply(new IrcReply.Pong(line.Text(0)));
    }

    /// <summary>That anything was heard is enough.</summary>
    public static void Pong(Session session, in Line line) { }

    public static void Quit(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.End(new Ending(CloseReason.Quit, line.Text(0)));
    }

    private static int Version(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
