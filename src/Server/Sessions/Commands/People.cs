using System.Text;
using ChatRoom.Domain.Commands;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>Who is here, and who is away: WHO, WHOIS, AWAY.</summary>
public static class People
{
    internal static readonly CommandRow[] Commands =
    [
        new("WHO", 0, CommandTime.After, Who),
        new("WHOIS", 1, CommandTime.After, Whois),
        new("AWAY", 0, CommandTime.After, Away),
    ];

    public static void Who(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var mask = line.Count == 0 ? "*" : line.Text(0);
        session.Ask(new IrcQuestion.Who(mask));
    }

    /// <summary>The answer says how it is now; where the words were refused, the refusal says enough.</summary>
    public static void Away(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var words = line.Text(0);
        session.Act(new Command.SetAway(words));
        session.Reply(new IrcReply.OwnAbsence(words));
    }

    /// <summary>With two parameters the first names a server, and there is only this one.</summary>
    public static void Whois(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var nick = Encoding.UTF8.GetString(line.Count > 1 ? line[1] : line[0]);
        session.Ask(new IrcQuestion.Whois(nick));
    }
}
