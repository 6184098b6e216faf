using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>The door of a room: who is let in, who is asked in, who asks, and who is shown out.</summary>
internal static class DoorRules
{
    /// <summary>
    /// Why somebody is not let in; null if they are. An invitation opens whatever its operators closed, nobody shuts out a founder, and who tends the
    /// room by their account needs no key to it.
    /// </summary>
    public static Refusal? Refuses(Person person, Room room, string key)
    {
        var held = room.HeldBy(person.Who);
        if (held.HasFlag(Rights.Founder) || room.Invited.Contains(person.Id))
            return null;
        if (room.Bans(person.Who))
            return new Refusal.Banned(room.Name);
        if (held.MayTend())
            return null;
        if (room.Modes.Has(RoomMode.MembersOnly) && person.Who.Account.IsNone)
            return new Refusal.AccountNeeded(room.Name);
        if (room.Modes.Has(RoomMode.InviteOnly) && !room.LetsIn(person.Who))
            return new Refusal.InviteOnly(room.Name);
        if (room.Key.Length > 0 && room.Key != key)
            return new Refusal.WrongKey(room.Name);
        var most = room.Modes[RoomMode.Limit];
        return most != 0 && room.Members.Count >= most ? new Refusal.RoomFull(room.Name, most) : null;
    }

    public static Decision Kick(World world, Person person, Command.Kick wish)
    {
        if (!RoomRules.IsIn(world, person, wish.Room, out var room, out var refusal))
            return Decision.No(refusal);
        var own = room.RightsOf(person.Id);
        if (!own.MayTend())
            return Decision.No(new Refusal.NotOperator(room.Name));
        if (!world.Person(wish.Of).TryGet(out var other))
            return Decision.No(new Refusal.NoSuchPerson(wish.Of));
        if (!room.Has(other.Id))
            return Decision.No(new Refusal.NotThere(other.Nick, room.Name));
        return own.MayRemove(room.RightsOf(other.Id))
            ? Decision.Yes(new Event.Kicked(person.Who, room.Id, room.Name, other.Who, wish.Reason))
            : Decision.No(new Refusal.NotOperator(room.Name));
    }

    public static Applied Kicked(World world, Event.Kicked kicked, Recorded recorded)
    {
        var other = world.PersonOf(kicked.Of.Id);
        var next = RoomLife.WithoutMember(world, world.RoomOf(kicked.Room), other.Id, recorded.Sequence)
            .With(other with { Rooms = other.Rooms.Remove(kicked.Room) });
        return new Applied(next, [new Effect.TellRoom(kicked.Room, Audience.Everyone, recorded), new Effect.Exit(other.Id, kicked.Room)]);
    }

    /// <summary>Anybody may ask others into a room that is open; only what its operators say lets somebody in who would be refused.</summary>
    public static Decision Invite(World world, Person person, Command.InviteTo wish)
    {
        if (!RoomRules.IsIn(world, person, wish.Room, out var room, out var refusal))
            return Decision.No(refusal);
        if (!world.Person(wish.Of).TryGet(out var other))
            return Decision.No(new Refusal.NoSuchPerson(wish.Of));
        if (room.Has(other.Id))
            return Decision.No(new Refusal.AlreadyThere(other.Nick, room.Name));
        if (SilenceRules.Refuses(other, person) is { } unwelcome)
            return Decision.No(unwelcome);
        var mayLetIn = room.RightsOf(person.Id).MayTend();
        return room.Modes.Has(RoomMode.InviteOnly) && !mayLetIn
            ? Decision.No(new Refusal.NotOperator(room.Name))
            : Decision.Yes(new Event.Invited(person.Who, room.Id, room.Name, other.Who, mayLetIn));
    }

    public static Applied Invited(World world, Event.Invited invited, Recorded recorded)
    {
        // Those who tend the room hear of it too: news to them alone, without a place in the journal of its own.
        ValueList<Effect> effects =
            [new Effect.Tell(invited.Of.Id, recorded), new Effect.TellRoom(invited.Room, Audience.HalfOperators, recorded with { Sequence = default })];
        return new Applied(invited.LetsIn ? WithInvitation(world, world.PersonOf(invited.Of.Id), world.RoomOf(invited.Room)) : world, effects);
    }

    public static Decision Knock(World world, Person person, Command.Knock wish, Timestamp at)
    {
        if (!world.Room(wish.Room).TryGet(out var room) || !room.IsKnownTo(person))
            return Decision.No(new Refusal.NoSuchRoom(wish.Room));
        if (room.Has(person.Id) || Refuses(person, room, "") is null)
            return Decision.No(new Refusal.NoNeedToKnock(room.Name, room.Has(person.Id)));
        if (room.Bans(person.Who))
            return Decision.No(new Refusal.Banned(room.Name));
        var wait = person.Knocked.Map(last => last.Milliseconds + (RuleLimits.KnockSeconds * 1000L) - at.Milliseconds).IfNone(0);
        return wait > 0
            ? Decision.No(new Refusal.KnockedTooSoon(room.Name, (wait + 999) / 1000))
            : Decision.Yes(new Event.Knocked(person.Who, room.Id, room.Name, wish.Words));
    }

    public static Applied Knocked(World world, Event.Knocked knocked, Recorded recorded) => new(
        world.With(world.PersonOf(knocked.Who.Id) with { Knocked = recorded.At }), [new Effect.TellRoom(knocked.Room, Audience.HalfOperators, recorded)]);

    /// <summary>Nobody holds more invitations than they could follow; the one to the room that was numbered first goes first.</summary>
    private static World WithInvitation(World world, Person person, Room room)
    {
        if (person.Invitations.Contains(room.Id))
            return world;
        if (person.Invitations.Count >= world.Limits.RoomsOfPerson && person.Invitations.Min.TryGet(out var oldest))
        {
            person = person with { Invitations = person.Invitations.Remove(oldest) };
            world = world.With(world.RoomOf(oldest) with { Invited = world.RoomOf(oldest).Invited.Remove(person.Id) });
        }
        return world.With(person with { Invitations = person.Invitations.AddOrUpdate(room.Id) })
            .With(world.RoomOf(room.Id) with { Invited = room.Invited.AddOrUpdate(person.Id) });
    }
}
