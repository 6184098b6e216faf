using System.Text;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Server.Sessions.Answers;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>Who is here, who is away, and whom one does not hear: WHO, WHOIS, USERHOST, ISON, AWAY, SILENCE.</summary>
public static class People
{
    internal static readonly CommandRow[] Commands =
    [
        new("WHO", 0, CommandTime.After, Who),
        new("WHOIS", 1, CommandTime.After, Whois),
        new("USERHOST", 1, CommandTime.After, UserHost),
        new("ISON", 1, CommandTime.After, IsOn),
        new("AWAY", 0, CommandTime.After, Away),
        new("SILENCE", 0, CommandTime.After, Silence),
    ];

    public static void Who(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var mask = line.Count == 0 ? "*" : line.Text(0);
        session.Ask(new IrcQuestion.Who(mask, WhoFields.Parse(line.Text(1))));
    }

    /// <summary>Five at most, says RFC 2812.</summary>
    public static void UserHost(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Reply(new IrcReply.UserHosts([.. Nicks(line, Limits.UserHosts)]));
    }

    public static void IsOn(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Reply(new IrcReply.AreOn([.. Nicks(line, Limits.NicksAskedFor)]));
    }

    /// <summary>SILENCE +mask and -mask; alone it lists them. A word without a sign is meant to be added, unless it is one's own name.</summary>
    public static void Silence(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var word = line.Text(0);
        if (word.Length == 0 || session.Person.Exists(self => self.Nick.Key == Folding.Fold(word)))
        {
            session.Reply(new IrcReply.Silences());
            return;
        }
        var isSigned = word[0] is '+' or '-';
        if (Mask.Parse(isSigned ? word[1..] : word).ToOption().TryGet(out var mask))
            session.Act(new Command.Silence(mask, word[0] != '-'));
        else
            session.Fail("SILENCE", "INVALID_PARAMS", word, $"SILENCE needs a mask behind its sign, nick!user@host or a:account, of at most {Mask.Most} bytes");
    }

    private static List<Nick> Nicks(in Line line, int most)
    {
        var nicks = new List<Nick>();
        for (var i = 0; i < line.Count; i++)
            nicks.AddRange(line.Text(i).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Nick.Parse(word).ToOption()).Somes());
        return [.. nicks.Take(most)];
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
