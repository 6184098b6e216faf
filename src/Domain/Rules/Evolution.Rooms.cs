using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>Rooms begin with the first who enters and end with the last who leaves.</summary>
public static partial class Evolution
{
    private static Applied Joined(World world, Event.Joined joined, Recorded recorded)
    {
        var opened = world.Rooms.Find(joined.Room).TryGet(out var room) ? world : Opened(world, joined, recorded.At, out room);
        var person = PersonOf(opened, joined.Who.Id);
        var next = With(
            With(opened, room with { Members = room.Members.AddOrUpdate(person.Id, joined.Rights) }),
            person with { Rooms = person.Rooms.AddOrUpdate(joined.Room) });
        var (enter, tell) = (new Effect.Enter(person.Id, joined.Room), new Effect.TellRoom(joined.Room, Audience.Everyone, recorded));
        return person.Away.TryGet(out var away)
            ? new Applied(next, [enter, tell, new Effect.TellRoom(joined.Room, Audience.Everyone, IsAway(person, away, recorded))])
            : new Applied(next, [enter, tell]);
    }

    /// <summary>That they are away is news to this room alone: nothing happened, so it has no place in the journal.</summary>
    private static Recorded IsAway(Person person, Words away, Recorded entered) =>
        entered with { Sequence = default, Event = new Event.AwaySet(person.Who, true, away.Text) };

    private static Applied Left(World world, Event.Left left, Recorded recorded)
    {
        var person = PersonOf(world, left.Who.Id);
        var next = With(
            WithoutMember(world, RoomOf(world, left.Room), person.Id, recorded.Sequence),
            person with { Rooms = person.Rooms.Remove(left.Room) });
        return new Applied(
            next, [new Effect.TellRoom(left.Room, Audience.Everyone, recorded), new Effect.Exit(person.Id, left.Room)]);
    }

    private static Applied TopicSet(World world, Event.TopicSet set, Recorded recorded)
    {
        var topic = set.Text.Length == 0 ? Option<Topic>.None : new Topic(new Words(set.Text, recorded.Sequence), set.Who, recorded.At);
        return new Applied(
            With(world, RoomOf(world, set.Room) with { Topic = topic }),
            [new Effect.TellRoom(set.Room, Audience.Everyone, recorded)]);
    }

    /// <summary>
    /// The room that the event names takes up the memory of that very room. An earlier one of that name which it does not
    /// continue is past for good.
    /// </summary>
    private static World Opened(World world, Event.Joined joined, Timestamp at, out Room room)
    {
        var key = joined.Name.Key;
        var past = world.Past.Find(key).TryGet(out var found) ? found : null;
        var seen = past?.Id == joined.Room ? past.Seen : SeenIds.None;
        room = new Room(joined.Room, joined.Name, at, Option<Topic>.None, Map<Ascending<PersonId>, PersonId, Rights>.Empty, seen);
        return world with
        {
            LastRoom = world.LastRoom.Number < joined.Room.Number ? joined.Room : world.LastRoom,
            RoomNames = world.RoomNames.AddOrUpdate(key, joined.Room),
            Past = past is null ? world.Past : world.Past.Remove(key),
            PastByEnd = past is null ? world.PastByEnd : world.PastByEnd.Remove(new PastRoomKey(past.EndedAt, past.Id)),
        };
    }

    private static World WithoutMember(World world, Room room, PersonId person, Sequence at)
    {
        var members = room.Members.Remove(person);
        return members.IsEmpty ? Ended(world, room, at) : With(world, room with { Members = members });
    }

    private static World Ended(World world, Room room, Sequence at)
    {
        var next = world with
        {
            Rooms = world.Rooms.Remove(room.Id),
            RoomNames = world.RoomNames.Remove(room.Name.Key),
            Past = world.Past.AddOrUpdate(room.Name.Key, new PastRoom(room.Id, room.Name, at, room.Seen)),
            PastByEnd = world.PastByEnd.AddOrUpdate(new PastRoomKey(at, room.Id), room.Name.Key),
        };
        return next.Past.Count > next.Limits.PastRooms ? WithoutOldestPast(next) : next;
    }

    private static World WithoutOldestPast(World world)
    {
        var (ending, key) = world.PastByEnd.Min.IfNone(() => throw new InvalidOperationException("A past room has no ending."));
        return world with { Past = world.Past.Remove(key), PastByEnd = world.PastByEnd.Remove(ending) };
    }
}
