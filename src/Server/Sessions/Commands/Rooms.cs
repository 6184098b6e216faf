using System.Text;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Server.Sessions.Answers;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>Rooms: JOIN, PART, TOPIC, NAMES, LIST, RENAME, DROP.</summary>
public static class Rooms
{
    internal static readonly CommandRow[] Commands =
    [
        new("JOIN", 1, CommandTime.After, Join),
        new("PART", 1, CommandTime.After, Part) { WordsFrom = 1 },
        new("TOPIC", 1, CommandTime.After, Topic),
        new("NAMES", 0, CommandTime.After, Names),
        new("LIST", 0, CommandTime.After, List),
        new("RENAME", 2, CommandTime.After, Rename) { WordsFrom = 2 },
        new("DROP", 1, CommandTime.After, Drop) { WordsFrom = 1 },
    ];

    public static void Join(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        // "JOIN 0" leaves all rooms, says RFC 2812; it is how people lose them by a typing error, so '0' is just no room here.
        var (rooms, keys) = (Words(line[0]), Words(line[1]));
        for (var i = 0; i < rooms.Length; i++)
        {
            if (Room(session, rooms[i]).TryGet(out var room))
                session.Act(new Command.Join(room, i < keys.Length ? keys[i] : ""));
        }
    }

    public static void Part(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var reason = line.Text(1);
        foreach (var word in Words(line[0]))
        {
            if (Room(session, word).TryGet(out var room))
                session.Act(new Command.Leave(room, reason));
        }
    }

    public static void Topic(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (!Room(session, line.Text(0)).TryGet(out var name))
            return;
        if (line.Count > 1)
        {
            session.Act(new Command.SetTopic(name, line.Text(1)));
            return;
        }
        session.Reply(new IrcReply.Topic(name));
    }

    public static void Names(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        // All rooms of a large server at once are no answer that anybody reads; RFC 2812 lets a server send just the end.
        var words = line.Count == 0 ? ["*"] : Words(line[0]);
        if (words.Length > Limits.Targets)
        {
            session.Reply(Numerics.ErrTooManyTargets, words[Limits.Targets], $"{Limits.Targets} rooms at once are the most");
            return;
        }
        foreach (var word in words)
            session.Ask(new IrcQuestion.Names(word));
    }

    public static void List(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Ask(new IrcQuestion.Rooms(new RoomFilter([.. Words(line[0])], session.Context.Clock.GetUtcNow().ToUnixTimeMilliseconds())));
    }

    /// <summary>RENAME room new :why (draft/channel-rename).</summary>
    public static void Rename(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (!Room(session, line.Text(0)).TryGet(out var room))
            return;
        if (RoomName.Parse(line.Text(1)).TryGet(out var name, out var fault))
            session.Act(new Command.RenameRoom(room, name, line.Text(2)));
        else
            session.Reply(new IrcReply.Fail("RENAME", "CANNOT_RENAME", $"{room} {Numeric.Word(line.Text(1))}", Faults.Room(fault)));
    }

    /// <summary>DROP room :why.</summary>
    public static void Drop(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (Room(session, line.Text(0)).TryGet(out var room))
            session.Act(new Command.DropRoom(room, line.Text(1)));
    }

    internal static Option<RoomName> Room(Session session, string text) => RoomName.Parse(text).Match(
        name => name,
        fault =>
        {
            session.Reply(Numerics.ErrNoSuchChannel, text, Faults.Room(fault));
            return Option<RoomName>.None;
        });

    internal static string[] Words(ReadOnlySpan<byte> list) => Encoding.UTF8.GetString(list).Split(',', StringSplitOptions.RemoveEmptyEntries);
}
