using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>
/// Who has which right in a room. Where the room has a founder, accounts hold them: they are there when somebody comes again, logs in, or comes
/// over another connection, and go when somebody logs out.
/// </summary>
internal static class RightRules
{
    /// <summary>Anybody may lay down a right of their own, but the last founder.</summary>
    public static Decision ChangeRight(World world, Person person, Command.ChangeRight wish)
    {
        if (!RoomRules.IsIn(world, person, wish.Room, out var room, out var refusal))
            return Decision.No(refusal);
        var own = room.RightsOf(person.Id);
        if (!Find(world, room, wish.Of).TryGet(out var other))
        {
            if (!wish.IsGiven && world.Owner(wish.Of).TryGet(out var holder) && room.Holders.ContainsKey(holder.Id))
                return TakeFromHolder(person, room, own, holder.Ref, wish);
            return Decision.No(world.Person(wish.Of).TryGet(out var outside) ? new Refusal.NotThere(outside.Nick, room.Name) : new Refusal.NoSuchPerson(wish.Of));
        }
        if ((wish.IsGiven || other.Id != person.Id) && Forbids(room, own, room.RightsOf(other.Id), wish.Right) is { } forbidden)
            return Decision.No(forbidden);
        if (room.RightsOf(other.Id).HasFlag(wish.Right) == wish.IsGiven)
            return Decision.Nothing;
        return (wish.IsGiven ? CannotHold(world, room, other, wish.Right) : LeavesNone(room, wish.Right)) is { } no
            ? Decision.No(no)
            : Decision.Yes(new Event.RightChanged(person.Who, room.Id, room.Name, other.Who, wish.Right, wish.IsGiven));
    }

    public static Applied RightChanged(World world, Event.RightChanged changed, Recorded recorded)
    {
        var room = world.RoomOf(changed.Room);
        var next = Changed(room.RightsOf(changed.Of.Id), changed.Right, changed.IsGiven);
        world = world.With(room with { Members = room.Members.AddOrUpdate(changed.Of.Id, next) });
        if (changed.Of.Account.TryGet(out var account))
            world = Held(world, changed.Room, account.Id, changed.Right, changed.IsGiven);
        return new Applied(world, [new Effect.TellRoom(changed.Room, Audience.Everyone, recorded)]);
    }

    public static Applied HolderRemoved(World world, Event.HolderRemoved removed, Recorded recorded) =>
        new(Held(world, removed.Room, removed.Of.Id, removed.Right, isGiven: false), [new Effect.TellRoom(removed.Room, Audience.Everyone, recorded)]);

    /// <summary>Of a person who is there, what an account gives them in the rooms that they are in, or takes with it.</summary>
    public static IEnumerable<Event> Following(World world, Actor who, ValueList<RoomId> rooms, AccountRef account, bool isGiven)
    {
        foreach (var room in rooms.Select(world.RoomOf))
        {
            var (held, now) = (room.Holders.Find(account.Id).IfNone(Rights.None), room.RightsOf(who.Id));
            var rights = isGiven ? held & ~now : held & now;
            if (rights != Rights.None)
                yield return new Event.RightsFollowed(who, room.Id, room.Name, rights, isGiven);
        }
    }

    public static Applied RightsFollowed(World world, Event.RightsFollowed followed, Recorded recorded)
    {
        var room = world.RoomOf(followed.Room);
        var next = Changed(room.RightsOf(followed.Who.Id), followed.Rights, followed.IsGiven);
        return new Applied(
            world.With(room with { Members = room.Members.AddOrUpdate(followed.Who.Id, next) }), [new Effect.TellRoom(followed.Room, Audience.Everyone, recorded)]);
    }

    /// <summary>
    /// An account holds a right from now on, or no more. The first founder makes the room one that lasts, with everybody else who has an account and a
    /// right there.
    /// </summary>
    public static World Held(World world, RoomId id, AccountId account, Rights right, bool isGiven)
    {
        var room = world.RoomOf(id);
        if (!room.Lasts && !(isGiven && right.HasFlag(Rights.Founder)))
            return world;
        var before = room.Lasts ? room.Holders : Present(world, room);
        var rights = Changed(before.Find(account).IfNone(Rights.None), right, isGiven);
        room = room with { Holders = rights == Rights.None ? before.Remove(account) : before.AddOrUpdate(account, rights) };
        var founding = new Founding(account, id);
        return world.With(room) with
        {
            Foundings = rights.HasFlag(Rights.Founder) ? world.Foundings.AddOrUpdate(founding) : world.Foundings.Remove(founding),
        };
    }

    /// <summary>Who is called that, or is here by the account of that name.</summary>
    private static Option<Person> Find(World world, Room room, Nick name)
    {
        if (world.Person(name).TryGet(out var person) && room.Has(person.Id))
            return person;
        return world.Owner(name).Bind(account => world.Member(account.Id)).Filter(member => room.Has(member.Id));
    }

    /// <summary>Somebody who is not there, or not logged in, loses what their account holds.</summary>
    private static Decision TakeFromHolder(Person person, Room room, Rights own, AccountRef holder, Command.ChangeRight wish)
    {
        var held = room.Holders.Find(holder.Id).IfNone(Rights.None);
        if (Forbids(room, own, held, wish.Right) is { } forbidden)
            return Decision.No(forbidden);
        if (!held.HasFlag(wish.Right))
            return Decision.Nothing;
        return LeavesNone(room, wish.Right) is { } no
            ? Decision.No(no)
            : Decision.Yes(new Event.HolderRemoved(person.Who, room.Id, room.Name, holder, wish.Right));
    }

    /// <summary>
    /// Operators rule over all but founders. A room that has none yet gets one from any of its operators, because until then they are all alike.
    /// </summary>
    private static Refusal? Forbids(Room room, Rights own, Rights others, Rights right)
    {
        var may = right == Rights.Voice ? own.MayTend() : own.MayRule();
        if (!may)
            return new Refusal.NotOperator(room.Name);
        return room.Lasts && !own.HasFlag(Rights.Founder) && (right == Rights.Founder || others.HasFlag(Rights.Founder)) ? new Refusal.NotFounder(room.Name) : null;
    }

    private static Refusal? CannotHold(World world, Room room, Person other, Rights right)
    {
        if (!other.Who.Account.TryGet(out var account))
            return right == Rights.Founder ? new Refusal.FounderNeedsAccount(room.Name, other.Nick) : null;
        if (right == Rights.Founder && !RoomLife.MayFound(world, account))
            return new Refusal.TooManyFounded(room.Name, account.Name, RuleLimits.RoomsOfFounder);
        return room.Holders.Count >= RuleLimits.HoldersOfRoom && !room.Holders.ContainsKey(account.Id)
            ? new Refusal.HoldersFull(room.Name, account.Name, RuleLimits.HoldersOfRoom)
            : null;
    }

    private static Refusal.LastFounder? LeavesNone(Room room, Rights right) =>
        right == Rights.Founder && room.Founders == 1 ? new Refusal.LastFounder(room.Name) : null;

    private static Rights Changed(Rights rights, Rights right, bool isGiven) => isGiven ? rights | right : rights & ~right;

    private static Map<Ascending<AccountId>, AccountId, Rights> Present(World world, Room room)
    {
        var held = Map<Ascending<AccountId>, AccountId, Rights>.Empty;
        foreach (var (member, rights) in room.Members)
        {
            if (rights != Rights.None && held.Count < RuleLimits.HoldersOfRoom && world.PersonOf(member).Who.Account.TryGet(out var account))
                held = held.AddOrUpdate(account.Id, rights);
        }
        return held;
    }
}
