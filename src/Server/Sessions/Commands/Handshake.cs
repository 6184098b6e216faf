using System.Globalization;
using System.Text;
using ChatRoom.Domain;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions;

/// <summary>Coming, being asked whether one is there, and going: CAP, PASS, NICK, USER, RESUME, PING, PONG, QUIT.</summary>
public static class Handshake
{
    public static void Cap(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var sub = line.Text(0);
        switch (sub.ToUpperInvariant())
        {
            case "LS":
                Begin(session);
                List(session, "LS", Offered.All, Knows302(line) ? session.Host.Info.Sts?.Offer(session.IsEncrypted) : null);
                break;
            case "LIST":
                List(session, "LIST", session.Capabilities);
                break;
            case "REQ":
                Begin(session);
                Request(session, line.Text(1));
                break;
            case "END":
                session.Registration = session.Registration with { IsNegotiating = false };
                session.TryToEnter();
                break;
            default:
                session.Reply(Numerics.ErrInvalidCapCmd, sub, "CAP knows LS, LIST, REQ and END");
                break;
        }
    }

    public static void Pass(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Registration = session.Registration with { Password = line.Text(0) };
    }

    public static void Nick(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var text = line.Text(0);
        if (text.Length == 0)
        {
            session.Reply(Numerics.ErrNoNicknameGiven, "NICK needs a nickname");
            return;
        }
        Domain.Nick.Parse(text).Match(
            nick =>
            {
                if (session.IsRegistered)
                {
                    session.Act(new Command.Rename(nick));
                    return;
                }
                session.Registration = session.Registration with { Nick = nick };
                session.TryToEnter();
            },
            fault => session.Reply(Numerics.ErrErroneusNickname, text, Faults.Nick(fault)));
    }

    public static void User(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (line[3].IsEmpty)
        {
            session.Reply(Numerics.ErrNeedMoreParams, "USER", "Your real name, the fourth parameter, may be anything but empty");
            return;
        }
        session.Registration = session.Registration.WithUser(line.Text(0), line.Text(3));
        session.TryToEnter();
    }

    /// <summary>RESUME token (chatroom/resume): who comes, and later comes again with the same token, takes over from themselves.</summary>
    public static void Resume(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var token = line.Text(0);
        if (!ResumeTokens.IsToken(token))
        {
            session.Fail("RESUME", "INVALID_TOKEN", "", $"This is no token: {ResumeTokens.Rule}");
            return;
        }
        session.Registration = session.Registration with { Token = ResumeTokens.HashOf(token) };
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

    /// <summary>Whoever asks about capabilities before he is let in is not let in until he says END.</summary>
    private static void Begin(Session session)
    {
        if (!session.IsRegistered)
            session.Registration = session.Registration with { IsNegotiating = true };
    }

    /// <summary>Values of capabilities came with version 302; older clients would take the value for a part of the name.</summary>
    private static bool Knows302(in Line line) =>
        int.TryParse(line.Text(1), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version >= 302;

    private static void List(Session session, string sub, Capability capabilities, string? more = null)
    {
        // Our names fit one line with room to spare, so the form of several lines with '*' is not needed.
        var names = Capabilities.Names(capabilities);
        session.Reply(new IrcReply.Cap(session.Nick, sub, string.Join(' ', more is null ? names : names.Append(more))));
    }

    /// <summary>All of a request or nothing of it.</summary>
    private static void Request(Session session, string list)
    {
        var wanted = session.Capabilities;
        var isKnown = true;
        foreach (var word in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var isLess = word.StartsWith('-');
            var capability = Capabilities.Find(isLess ? word[1..] : word);
            isKnown &= capability != Capability.None && Offered.All.HasFlag(capability);
            wanted = isLess ? wanted & ~capability : wanted | capability;
        }
        if (isKnown)
            session.Listen(wanted, new IrcReply.Cap(session.Nick, "ACK", list));
        else
            session.Reply(new IrcReply.Cap(session.Nick, "NAK", list));
    }
}
