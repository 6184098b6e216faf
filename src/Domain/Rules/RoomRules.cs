using System.Diagnostics.CodeAnalysis;
using System.Text;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>Entering and leaving rooms, what they are about, and what their operators set. A room begins with the first who enters and ends with the last who leaves.</summary>
internal static class RoomRules
{
    public static Decision Join(World world, Person person, Command.Join wish, Timestamp at)
    {
        var room = world.Room(wish.Room).TryGet(out var open) ? open : null;
        if (room is not null && room.Has(person.Id))
            return Decision.Nothing;
        if (person.Rooms.Count >= world.Limits.RoomsOfPerson)
            return Decision.No(new Refusal.TooManyRooms(wish.Room, world.Limits.RoomsOfPerson));
        if (room is null)
            return Decision.Yes(RoomLife.Opening(world, person, wish.Room, at));
        if (DoorRules.Refuses(person, room, wish.Key) is { } closed)
            return Decision.No(closed);
        var rights = room.HeldBy(person.Who) | Returning.Of(room.Returning, person.Who, at);
        var joined = new Event.Joined(person.Who, room.Id, room.Name, Rights.None);
        return rights == Rights.None
            ? Decision.Yes(joined)
            : new Decision.Accepted([joined, new Event.RightsFollowed(person.Who, room.Id, room.Name, rights, IsGiven: true)]);
    }

    public static Applied Joined(World world, Event.Joined joined, Recorded recorded)
    {
        var opened = world.Rooms.Find(joined.Room).TryGet(out var room) ? world : RoomLife.Opened(world, joined, recorded.At, out room);
        var person = opened.PersonOf(joined.Who.Id);
        var next = opened
            // Who comes to a room in slow mode waits too, or leaving and coming back would be a way around it.
            .With(MaskRules.Silencing(Entered(room, joined, recorded.At), person.Who).Speaking(person.Id, recorded.At))
            .With(person with { Rooms = person.Rooms.AddOrUpdate(joined.Room), Invitations = person.Invitations.Remove(joined.Room) });
        var (enter, tell) = (new Effect.Enter(person.Id, joined.Room), new Effect.TellRoom(joined.Room, Audience.Everyone, recorded));
        return person.Away.TryGet(out var away)
            ? new Applied(next, [enter, tell, new Effect.TellRoom(joined.Room, Audience.Everyone, IsAway(person, away, recorded))])
            : new Applied(next, [enter, tell]);
    }

    private static Room Entered(Room room, Event.Joined joined, Timestamp at) => room with
    {
        Members = room.Members.AddOrUpdate(joined.Who.Id, joined.Rights),
        Invited = room.Invited.Remove(joined.Who.Id),
        Returning = Returning.Without(room.Returning, joined.Who, at),
    };

    public static Decision Leave(World world, Person person, Command.Leave wish) => IsIn(world, person, wish.Room, out var room, out var refusal)
        ? Decision.Yes(new Event.Left(person.Who, room.Id, room.Name, room.IsSilent(person.Id) ? "" : wish.Reason))
        : Decision.No(refusal);

    public static Applied Left(World world, Event.Left left, Recorded recorded)
    {
        var person = world.PersonOf(left.Who.Id);
        var next = RoomLife.WithoutMember(world, world.RoomOf(left.Room), person.Id, recorded.Sequence)
            .With(person with { Rooms = person.Rooms.Remove(left.Room) });
        return new Applied(
            next, [new Effect.TellRoom(left.Room, Audience.Everyone, recorded), new Effect.Exit(person.Id, left.Room)]);
    }

    public static Decision SetTopic(World world, Person person, Command.SetTopic wish)
    {
        if (!IsIn(world, person, wish.Room, out var room, out var refusal))
            return Decision.No(refusal);
        if (room.Modes.Has(RoomMode.TopicLocked) && !room.RightsOf(person.Id).MayTend())
            return Decision.No(new Refusal.NotOperator(room.Name));
        // A topic is speech too, and so is why one leaves.
        if (room.IsSilent(person.Id))
            return Decision.No(new Refusal.Silenced(room.Name));
        var bytes = Encoding.UTF8.GetByteCount(wish.Text);
        return bytes > world.Limits.TopicBytes
            ? Decision.No(new Refusal.TopicTooLong(room.Name, bytes, world.Limits.TopicBytes))
            : Decision.Yes(new Event.TopicSet(person.Who, room.Id, room.Name, wish.Text));
    }

    public static Applied TopicSet(World world, Event.TopicSet set, Recorded recorded)
    {
        var topic = set.Text.Length == 0 ? Option<Topic>.None : new Topic(new Words(set.Text, recorded.Sequence), set.Who, recorded.At);
        return new Applied(
            world.With(world.RoomOf(set.Room) with { Topic = topic }),
            [new Effect.TellRoom(set.Room, Audience.Everyone, recorded)]);
    }

    public static Decision SetModes(World world, Person person, RoomName name, ValueList<ModeChange> wished)
    {
        if (!IsIn(world, person, name, out var room, out var refusal))
            return Decision.No(refusal);
        if (!room.RightsOf(person.Id).MayTend())
            return Decision.No(new Refusal.NotOperator(room.Name));
        var (modes, changes) = (room.Modes, new List<ModeChange>());
        foreach (var change in wished)
        {
            if (modes[change.Mode] == change.Value)
                continue;
            modes = modes.With(change.Mode, change.Value);
            changes.Add(change);
        }
        return changes switch
        {
            [] => Decision.Nothing,
            [var only] => Decision.Yes(new Event.ModeSet(person.Who, room.Id, room.Name, only.Mode, only.Value)),
            _ => Decision.Yes(new Event.ModesSet(person.Who, room.Id, room.Name, [.. changes])),
        };
    }

    public static Applied ModesSet(World world, RoomId id, ValueList<ModeChange> changes, Recorded recorded)
    {
        var room = world.RoomOf(id);
        var modes = changes.Aggregate(room.Modes, (all, one) => all.With(one.Mode, one.Value));
        var spoke = modes.Has(RoomMode.Slow) ? room.Spoke : Map<Ascending<PersonId>, PersonId, Timestamp>.Empty;
        return new Applied(
            world.With(room with { Modes = modes, Spoke = spoke }),
            [new Effect.TellRoom(id, Audience.Everyone, recorded)]);
    }

    public static Decision SetKey(World world, Person person, Command.SetKey wish)
    {
        if (!IsIn(world, person, wish.Room, out var room, out var refusal))
            return Decision.No(refusal);
        if (!room.RightsOf(person.Id).MayTend())
            return Decision.No(new Refusal.NotOperator(room.Name));
        return room.Key == wish.Key ? Decision.Nothing : Decision.Yes(new Event.KeySet(person.Who, room.Id, room.Name, wish.Key));
    }

    public static Applied KeySet(World world, Event.KeySet set, Recorded recorded) => new(
        world.With(world.RoomOf(set.Room) with { Key = set.Key }), [new Effect.TellRoom(set.Room, Audience.Everyone, recorded)]);

    /// <summary>The room in which somebody who is in it wants something. A secret one is no room to others, by the name that they gave.</summary>
    public static bool IsIn(World world, Person person, RoomName name, [NotNullWhen(true)] out Room? room, [NotNullWhen(false)] out Refusal? refusal)
    {
        room = world.Room(name).TryGet(out var found) ? found : null;
        refusal = room is null || !room.IsKnownTo(person) ? new Refusal.NoSuchRoom(name) : room.Has(person.Id) ? null : new Refusal.NotInRoom(room.Name);
        return room is not null && refusal is null;
    }

    /// <summary>That they are away is news to this room alone: nothing happened, so it has no place in the journal.</summary>
    public static Recorded IsAway(Person person, Words away, Recorded entered) =>
        entered with { Sequence = default, Event = new Event.AwaySet(person.Who, true, away.Text) };
}
