using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>How a room with a founder ends, and what becomes of it when its last founder's account does.</summary>
internal static class FounderRules
{
    /// <summary>A founder need not be in it.</summary>
    public static Decision Drop(World world, Person person, Command.DropRoom wish)
    {
        if (!world.Room(wish.Room).TryGet(out var room) || !room.IsKnownTo(person))
            return Decision.No(new Refusal.NoSuchRoom(wish.Room));
        return room.HeldBy(person.Who).HasFlag(Rights.Founder)
            ? Decision.Yes(new Event.RoomDropped(person.Who, room.Id, room.Name, wish.Reason))
            : Decision.No(new Refusal.NotFounder(room.Name));
    }

    /// <summary>Everybody is shown out, and nobody takes up its history.</summary>
    public static Applied Dropped(World world, Event.RoomDropped dropped, Recorded recorded)
    {
        var room = world.RoomOf(dropped.Room);
        var effects = new List<Effect> { new Effect.TellEach(room.Id, recorded) };
        var next = RoomLife.Gone(world, room);
        foreach (var member in room.Members.Keys)
        {
            var person = next.PersonOf(member);
            next = next.With(person with { Rooms = person.Rooms.Remove(room.Id) });
            effects.Add(new Effect.Exit(member, room.Id));
        }
        return new Applied(next, [.. effects]);
    }

    /// <summary>
    /// The rooms of which an account that ends is the last founder go to the account that is their operator and was registered first; where there is
    /// none they are as rooms of guests are.
    /// </summary>
    public static IEnumerable<Event> PassOn(World world, AccountRef from)
    {
        foreach (var room in world.FoundedBy(from.Id).Select(world.RoomOf).Where(room => room.Founders == 1).ToList())
        {
            var heir = room.Holders.AsEnumerable().Where(one => one.Key != from.Id && one.Value.HasFlag(Rights.Operator))
                .Select(one => world.Accounts.Find(one.Key)).Somes().HeadOrNone();
            yield return new Event.RoomPassedOn(room.Id, room.Name, from, heir.Map(account => account.Ref));
            if (heir.Bind(account => world.Member(account.Id)).TryGet(out var person) && room.Has(person.Id))
                yield return new Event.RightsFollowed(person.Who, room.Id, room.Name, Rights.Founder, IsGiven: true);
        }
    }

    public static Applied PassedOn(World world, Event.RoomPassedOn passed, Recorded recorded)
    {
        if (passed.To.TryGet(out var heir))
            return Applied.Silently(RightRules.Held(world, passed.Room, heir.Id, Rights.Founder, isGiven: true));
        var room = world.RoomOf(passed.Room);
        var next = world with { Foundings = world.Foundings.Remove(new Founding(passed.From.Id, room.Id)) };
        room = room with { Holders = Map<Ascending<AccountId>, AccountId, Rights>.Empty };
        return Applied.Silently(room.Members.IsEmpty ? RoomLife.Ended(next, room, recorded.Sequence) : next.With(room));
    }

    /// <summary>No room remembers the rights of an account that is no more.</summary>
    public static World Without(World world, AccountId account)
    {
        foreach (var room in world.Rooms.Values.Where(room => room.Holders.ContainsKey(account)))
        {
            world = world.With(room with { Holders = room.Holders.Remove(account) }) with
            {
                Foundings = world.Foundings.Remove(new Founding(account, room.Id)),
            };
        }
        return world;
    }
}
