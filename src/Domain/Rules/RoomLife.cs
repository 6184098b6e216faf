using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>
/// How rooms begin and end. A room with a founder stays until it is dropped; any other ends with the last who leaves, and what anybody could
/// know of it is remembered for a later room of that name.
/// </summary>
internal static class RoomLife
{
    /// <summary>
    /// Who opens a room looks after it, and is its founder if they have an account. But where somebody who looked after it just lost their
    /// line, the person who comes first takes nothing from them.
    /// </summary>
    public static Event.Joined Opening(World world, Person person, RoomName name, Timestamp at)
    {
        var past = world.Past.Find(name.Key).TryGet(out var found) ? found : null;
        var id = past?.Id ?? new RoomId(world.LastRoom.Number + 1);
        var returning = past?.Returning ?? [];
        var isAwaited = returning.Any(one => at.CompareTo(one.Until) < 0 && one.Rights.MayRule() && !one.Means(person.Who));
        var isFounder = !isAwaited && person.Who.Account.TryGet(out var account) && MayFound(world, account);
        return new Event.Joined(person.Who, id, name, Rights.Operator | (isFounder ? Rights.Founder : Rights.None) | Returning.Of(returning, person.Who, at));
    }

    public static bool MayFound(World world, AccountRef account) => world.FoundedBy(account.Id).Count() < RuleLimits.RoomsOfFounder;

    /// <summary>
    /// The room that the event names takes up the memory of that very room. An earlier one of that name which it does not
    /// continue is past for good.
    /// </summary>
    public static World Opened(World world, Event.Joined joined, Timestamp at, out Room room)
    {
        var key = joined.Name.Key;
        var past = world.Past.Find(key).TryGet(out var found) ? found : null;
        var own = past?.Id == joined.Room ? past : null;
        room = new Room(joined.Room, joined.Name, at, own?.Topic ?? Option<Topic>.None, Map<Ascending<PersonId>, PersonId, Rights>.Empty, own is null ? SeenIds.None : own.Seen)
        {
            Returning = own?.Returning ?? [],
        };
        world = WithoutPast(world, key) with
        {
            LastRoom = world.LastRoom.Number < joined.Room.Number ? joined.Room : world.LastRoom,
            RoomNames = world.RoomNames.AddOrUpdate(key, joined.Room),
        };
        if (!joined.Rights.HasFlag(Rights.Founder) || !joined.Who.Account.TryGet(out var account))
            return world;
        room = room with { Holders = room.Holders.Add(account.Id, joined.Rights) };
        return world with { Foundings = world.Foundings.AddOrUpdate(new Founding(account.Id, room.Id)) };
    }

    /// <summary>Somebody is in it no more, and the room ends with the last one, if it has no founder.</summary>
    public static World WithoutMember(World world, Room room, PersonId person, Sequence at)
    {
        var members = room.Members.Remove(person);
        return members.IsEmpty && !room.Lasts
            ? Ended(world, room, at)
            : world.With(room with { Members = members, Spoke = room.Spoke.Remove(person), Silenced = room.Silenced.Remove(person) });
    }

    /// <summary>Nobody takes up the history of a room that was not open to all: who comes next may be anybody.</summary>
    public static World Ended(World world, Room room, Sequence at)
    {
        var ended = Gone(world, room);
        return !room.IsOpenToAll ? ended : WithinPast(ended with
        {
            Past = world.Past.AddOrUpdate(room.Name.Key, new PastRoom(room.Id, room.Name, at, room.Seen) { Topic = room.Topic, Returning = room.Returning }),
            PastByEnd = world.PastByEnd.AddOrUpdate(new PastRoomKey(at, room.Id), room.Name.Key),
        });
    }

    /// <summary>Nothing is left of it but its history, which nobody takes up.</summary>
    public static World Gone(World world, Room room) => MaskRules.WithoutEnds(world, room) with
    {
        People = room.Invited.Fold(world.People, (people, invited) => people.SetItem(invited, Uninvited(people[invited], room.Id))),
        Rooms = world.Rooms.Remove(room.Id),
        RoomNames = world.RoomNames.Remove(room.Name.Key),
        Foundings = room.Holders.Keys.Aggregate(world.Foundings, (foundings, account) => foundings.Remove(new Founding(account, room.Id))),
    };

    /// <summary>Of the ended rooms so many are remembered as the limits say; those that ended first are forgotten.</summary>
    public static World WithinPast(World world)
    {
        while (world.Past.Count > world.Limits.PastRooms)
        {
            var (_, key) = world.PastByEnd.Min.IfNone(() => throw new InvalidOperationException("A past room has no ending."));
            world = WithoutPast(world, key);
        }
        return world;
    }

    public static World WithoutPast(World world, string key) => !world.Past.Find(key).TryGet(out var past) ? world : world with
    {
        Past = world.Past.Remove(key),
        PastByEnd = world.PastByEnd.Remove(new PastRoomKey(past.EndedAt, past.Id)),
    };

    private static Person Uninvited(Person person, RoomId room) => person with { Invitations = person.Invitations.Remove(room) };
}
