using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>The door of a room: KICK, INVITE, KNOCK.</summary>
public static class Doors
{
    internal static readonly CommandRow[] Commands =
    [
        new("KICK", 2, CommandTime.After, Kick) { WordsFrom = 2 },
        new("INVITE", 0, CommandTime.After, Invite),
        new("KNOCK", 1, CommandTime.After, Knock) { WordsFrom = 1 },
    ];

    /// <summary>KICK room nick,nick :why. With as many rooms as people each is shown out of their own (RFC 2812).</summary>
    public static void Kick(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var (rooms, people, reason) = (Rooms.Words(line[0]), Rooms.Words(line[1]), line.Text(2));
        for (var i = 0; i < people.Length; i++)
        {
            if (i == Limits.Targets)
            {
                session.Reply(Numerics.ErrTooManyTargets, people[i], $"{Limits.Targets} people at once are the most; from this one on nobody was shown out");
                return;
            }
            var isEach = rooms.Length == people.Length;
            if (!Rooms.Room(session, rooms.Length == 0 ? "" : rooms[isEach ? i : 0]).TryGet(out var room))
                continue;
            if (Person(session, people[i]).TryGet(out var nick))
                session.Act(new Command.Kick(room, nick, reason));
        }
    }

    /// <summary>INVITE nick room. Alone it says which rooms the client is invited to.</summary>
    public static void Invite(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (line.Count == 0)
        {
            session.Reply(new IrcReply.Invitations());
            return;
        }
        if (line.Count == 1)
        {
            session.Reply(Numerics.ErrNeedMoreParams, "INVITE", "Into which room? INVITE needs a nickname and a room, or nothing");
            return;
        }
        if (!Rooms.Room(session, line.Text(1)).TryGet(out var room) || !Person(session, line.Text(0)).TryGet(out var nick))
            return;
        session.Act(new Command.InviteTo(room, nick));
        Talk.TellWhetherAway(session, nick);
    }

    /// <summary>KNOCK room :words.</summary>
    public static void Knock(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (Rooms.Room(session, line.Text(0)).TryGet(out var room))
            session.Act(new Command.Knock(room, line.Text(1)));
    }

    internal static Option<Nick> Person(Session session, string text) => Nick.Parse(text).Match(
        nick => nick,
        _ =>
        {
            session.Reply(Numerics.ErrNoSuchNick, text, "Nobody of that nickname is here");
            return Option<Nick>.None;
        });
}
