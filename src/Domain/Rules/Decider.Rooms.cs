using System.Text;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>Entering and leaving rooms, and what they are about.</summary>
public static partial class Decider
{
    private static Decision Join(World world, Person person, Command.Join wish)
    {
        if (person.Rooms.Count >= world.Limits.RoomsOfPerson && !IsIn(world, person, wish.Room))
            return No(new Refusal.TooManyRooms(wish.Room, world.Limits.RoomsOfPerson));
        if (world.Room(wish.Room).TryGet(out var room))
            return room.Has(person.Id)
                ? Nothing()
                : Yes(new Event.Joined(person.Who, room.Id, room.Name, Rights.None));
        // The one who opens a room looks after it.
        var id = world.Past.Find(wish.Room.Key).TryGet(out var past) ? past.Id : new RoomId(world.LastRoom.Number + 1);
        return Yes(new Event.Joined(person.Who, id, wish.Room, Rights.Operator));
    }

    private static Decision Leave(World world, Person person, Command.Leave wish)
    {
        if (!world.Room(wish.Room).TryGet(out var room))
            return No(new Refusal.NoSuchRoom(wish.Room));
        return room.Has(person.Id)
            ? Yes(new Event.Left(person.Who, room.Id, room.Name, wish.Reason))
            : No(new Refusal.NotInRoom(room.Name));
    }

    private static Decision SetTopic(World world, Person person, Command.SetTopic wish)
    {
        if (!world.Room(wish.Room).TryGet(out var room))
            return No(new Refusal.NoSuchRoom(wish.Room));
        if (!room.Has(person.Id))
            return No(new Refusal.NotInRoom(room.Name));
        var bytes = Encoding.UTF8.GetByteCount(wish.Text);
        return bytes > world.Limits.TopicBytes
            ? No(new Refusal.TopicTooLong(room.Name, bytes, world.Limits.TopicBytes))
            : Yes(new Event.TopicSet(person.Who, room.Id, room.Name, wish.Text));
    }

    private static bool IsIn(World world, Person person, RoomName name) =>
        world.RoomNames.Find(name.Key).TryGet(out var room) && person.Rooms.Contains(room);
}
