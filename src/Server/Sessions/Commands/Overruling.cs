using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Irc;
using ChatRoom.Server.Accounts;
using ChatRoom.Server.Settings;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>What else operators of the server do: SAMODE, SATOPIC and SAKICK in any room, WALLOPS, ALARM, REHASH.</summary>
public static class Overruling
{
    internal static readonly CommandRow[] Commands =
    [
        new("SAMODE", 2, CommandTime.After, (Session session, in Line line) => Overrule(session, line, Modes.Mode)),
        new("SATOPIC", 2, CommandTime.After, (Session session, in Line line) => Overrule(session, line, Rooms.Topic)),
        new("SAKICK", 2, CommandTime.After, (Session session, in Line line) => Overrule(session, line, Doors.Kick)) { WordsFrom = 2 },
        new("WALLOPS", 1, CommandTime.After, Announce) { WordsFrom = 0 },
        new("ALARM", 1, CommandTime.After, Alarm) { WordsFrom = 1 },
        new("REHASH", 0, CommandTime.After, Rehash),
    ];

    /// <summary>WALLOPS :text, to operators and to all who are +w.</summary>
    public static void Announce(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (line.Text(0).Length == 0)
            session.Reply(Numerics.ErrNeedMoreParams, "WALLOPS", "There is no text to send");
        else
            session.Act(new Command.Announce(line.Text(0)));
    }

    /// <summary>ALARM ON|OFF :why.</summary>
    public static void Alarm(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var word = line.Text(0).ToUpperInvariant();
        if (word is "ON" or "OFF")
            session.Act(new Command.SetAlarm(word == "ON", line.Text(1)));
        else
            session.Fail("ALARM", "INVALID_PARAMS", line.Text(0), "ALARM ON :why lets only accounts in, and ALARM OFF everybody");
    }

    /// <summary>The settings are read again; wrong ones change nothing, and it is said why.</summary>
    public static void Rehash(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var (power, isOnDuty) = session.Person.Map(person => (session.Context.World.PowersOf(person), person.OnDutyAs.IsSome)).IfNone((Powers.None, false));
        if (!power.HasFlag(Powers.Reload))
        {
            session.Reply(new IrcReply.NoPower(Powers.Reload, isOnDuty));
            return;
        }
        session.Reply(Numerics.RplRehashing, "settings", "Reading the settings again");
        session.Await(session.Context.Reread(), read => session.Reply(new IrcReply.Notice(read.ToSentence())));
    }

    private static void Overrule(Session session, in Line line, CommandHandler handler)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (!Rooms.Room(session, line.Text(0)).TryGet(out var room))
            return;
        var words = new List<string>();
        for (var i = 1; i < line.Count; i++)
            words.Add(line.Text(i));
        session.Overruling = (room, $"{System.Text.Encoding.ASCII.GetString(line.Command).ToUpperInvariant()} {room.Text} {string.Join(' ', words)}");
        try
        {
            handler(session, line);
        }
        finally
        {
            session.Overruling = null;
        }
    }
}
