using System.Text;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions;

/// <summary>Questions about people: WHO, WHOIS.</summary>
public static class People
{
    public static void Who(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var mask = line.Count == 0 ? "*" : line.Text(0);
        session.Ask((world, to) => PeopleAnswers.Who(world, session.Id, mask, to, session.Host.Info));
    }

    /// <summary>With two parameters the first names a server, and there is only this one.</summary>
    public static void Whois(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var nick = Encoding.UTF8.GetString(line.Count > 1 ? line[1] : line[0]);
        session.Ask((world, to) => PeopleAnswers.Whois(world, nick, to, session.Host.Info));
    }
}
