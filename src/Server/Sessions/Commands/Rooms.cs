using System.Text;
using ChatRoom.Domain;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions;

/// <summary>Rooms: JOIN, PART, TOPIC, NAMES, LIST, MODE.</summary>
public static class Rooms
{
    public static void Join(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        // "JOIN 0" leaves all rooms, says RFC 2812; it is how people lose them by a typing error, so '0' is just no room here.
        foreach (var word in Words(line[0]))
        {
            if (Room(session, word).TryGet(out var room))
                session.Act(new Command.Join(room));
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
        session.Reply((world, to) => InRoom(world, session.Id, name, to, room => RoomAnswers.Topic(room, to)));
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
        {
            session.Ask((world, to) =>
            {
                if (RoomName.Parse(word).ToOption().Bind(world.Room).TryGet(out var room))
                    return RoomAnswers.Names(world, room, to);
                RoomAnswers.EndOfNames(word, to);
                return [default];
            });
        }
    }

    public static void List(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var wanted = Words(line[0]).Select(word => RoomName.Parse(word).ToOption()).Somes().Select(name => name.Key).ToHashSet();
        session.Ask((world, to) => RoomAnswers.List(world, wanted, to));
    }

    public static void Mode(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var (target, modes) = (line.Text(0), line.Text(1).TrimStart('+'));
        if (!target.StartsWith('#'))
        {
            OwnMode(session, target, modes);
            return;
        }
        if (!Room(session, target).TryGet(out var name))
            return;
        session.Reply((world, to) => InRoom(world, null, name, to, room =>
        {
            switch (modes)
            {
                case "":
                    RoomAnswers.Modes(room, to);
                    break;
                case "b":
                    to.Begin(Numerics.RplEndOfBanList).Param(name.Text).Last("Nobody is banned").End();
                    break;
                default:
                    to.Begin(Numerics.ErrUnknownMode).Param(Numeric.Word(modes[..1])).Last("The modes of a room can't be changed on this server yet").End();
                    break;
            }
        }));
    }

    private static void OwnMode(Session session, string target, string modes) => session.Reply((world, to) =>
    {
        if (!string.Equals(Folding.Fold(target), Folding.Fold(to.Nick), StringComparison.Ordinal))
            OfAnother(world, target, to);
        else if (modes.Length > 0 && modes.Trim('i', '-').Length > 0)
            to.Begin(Numerics.ErrUModeUnknownFlag).Last("There are no such modes of people on this server").End();
        else
            to.Begin(Numerics.RplUModeIs).Param("+i").End();
    });

    private static void OfAnother(World world, string target, Numeric to)
    {
        if (Nick.Parse(target).ToOption().Bind(world.Person).IsSome)
            to.Begin(Numerics.ErrUsersDontMatch).Last("You can see and change only your own modes").End();
        else
            to.Begin(Numerics.ErrNoSuchNick).Param(Numeric.Word(target)).Last("Nobody of that nickname is here").End();
    }

    /// <summary>What only those who are in a room may know, if an asker is named; or that there is no such room.</summary>
    private static void InRoom(World world, ConnectionId? asker, RoomName name, Numeric to, Action<Room> answer)
    {
        if (!world.Room(name).TryGet(out var room))
            to.Begin(Numerics.ErrNoSuchChannel).Param(name.Text).Last("There is no such room; JOIN opens it").End();
        else if (asker is { } id && !world.Person(id).Exists(person => room.Has(person.Id)))
            to.Begin(Numerics.ErrNotOnChannel).Param(name.Text).Last("You are not in that room; JOIN it first").End();
        else
            answer(room);
    }

    private static Option<RoomName> Room(Session session, string text) => RoomName.Parse(text).Match(
        name => name,
        fault =>
        {
            session.Reply(Numerics.ErrNoSuchChannel, text, Faults.Room(fault));
            return Option<RoomName>.None;
        });

    private static string[] Words(ReadOnlySpan<byte> list) => Encoding.UTF8.GetString(list).Split(',', StringSplitOptions.RemoveEmptyEntries);
}
