using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>How a room gets another name, how one with a founder ends, and what becomes of it when its last founder's account does.</summary>
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

    /// <summary>Where there is a founder, it is theirs to say; else the operators'.</summary>
    public static Decision Rename(World world, Person person, Command.RenameRoom wish)
    {
        if (!RoomRules.IsIn(world, person, wish.Room, out var room, out var refusal))
            return Decision.No(refusal);
        var own = room.RightsOf(person.Id);
        if (!own.MayRule())
            return Decision.No(new Refusal.NotOperator(room.Name));
        if (room.Lasts && !own.HasFlag(Rights.Founder))
            return Decision.No(new Refusal.NotFounder(room.Name));
        if (wish.New == room.Name)
            return Decision.Nothing;
        return world.RoomNames.Find(wish.New.Key).Exists(other => other != room.Id)
            ? Decision.No(new Refusal.RoomNameTaken(room.Name, wish.New))
            : Decision.Yes(new Event.RoomRenamed(person.Who, room.Id, room.Name, wish.New, room.IsSilent(person.Id) ? "" : wish.Reason));
    }

    /// <summary>Its history goes with it, and an earlier room of the new name is past for good.</summary>
    public static Applied Renamed(World world, Event.RoomRenamed renamed, Recorded recorded)
    {
        var room = world.RoomOf(renamed.Room);
        var next = RoomLife.WithoutPast(world, renamed.New.Key).With(room with { Name = renamed.New });
        next = next with { RoomNames = next.RoomNames.Remove(room.Name.Key).AddOrUpdate(renamed.New.Key, room.Id) };
        return new Applied(next, [new Effect.TellEach(room.Id, recorded)]);
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
