using System.Globalization;
using System.Text;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Server.Sessions.Answers;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>Who is here, who is away, and whom one does not hear: WHO, WHOIS, USERHOST, ISON, WHOWAS, AWAY, SETNAME, SILENCE.</summary>
public static class People
{
    internal static readonly CommandRow[] Commands =
    [
        new("WHO", 0, CommandTime.After, Who),
        new("WHOIS", 1, CommandTime.After, Whois),
        new("WHOWAS", 1, CommandTime.After, Whowas),
        new("USERHOST", 1, CommandTime.After, UserHost),
        new("ISON", 1, CommandTime.After, IsOn),
        new("AWAY", 0, CommandTime.Always, Away),
        new("SETNAME", 1, CommandTime.After, SetName),
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
        if (!session.IsRegistered)
        {
            BeforeComing(session, words);
            return;
        }
        // For who knows what it means it is no word that others are to read (draft/pre-away).
        if (words == "*" && session.Capabilities.HasFlag(Capability.PreAway))
            words = EventWriter.AwayWords("");
        session.Act(new Command.SetAway(words));
        session.Reply(new IrcReply.OwnAbsence(words));
    }

    private static void BeforeComing(Session session, string words)
    {
        if (!session.Capabilities.HasFlag(Capability.PreAway))
            session.Reply(Numerics.ErrNotRegistered, "You are not connected yet: send NICK and USER first, or ask for draft/pre-away");
        else if (Encoding.UTF8.GetByteCount(words) > session.Context.World.Limits.AwayBytes)
            session.Reply(Numerics.ErrInputTooLong, $"That message for being away has more than {session.Context.World.Limits.AwayBytes} bytes");
        else
            session.ComeAway(words);
    }

    /// <summary>SETNAME :what one is really called (ircv3.net/specs/extensions/setname).</summary>
    public static void SetName(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var name = line.Text(0);
        if (name.Length > 0 && line[0].Length <= Limits.RealNameBytes)
            session.Act(new Command.SetRealName(name));
        else
            session.Fail("SETNAME", "INVALID_REALNAME", "", $"A real name has 1 to {Limits.RealNameBytes} bytes");
    }

    /// <summary>WHOWAS nick count; where the count is not positive all are meant that are known.</summary>
    public static void Whowas(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var most = int.TryParse(line.Text(1), CultureInfo.InvariantCulture, out var count) && count > 0 ? count : int.MaxValue;
        session.Reply(new IrcReply.Formers(line.Text(0), most));
    }

    /// <summary>With two parameters the first names a server, and there is only this one.</summary>
    public static void Whois(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var nick = Encoding.UTF8.GetString(line.Count > 1 ? line[1] : line[0]);
        session.Ask(new IrcQuestion.Whois(nick));
    }
}
