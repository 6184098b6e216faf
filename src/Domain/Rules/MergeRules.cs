using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>
/// A guest who is here proves the account of somebody who is here too: they are one person from then on, over all their connections, and in the
/// rooms of both. To the others the guest goes and the person comes, which is what happened.
/// </summary>
internal static class MergeRules
{
    public static Decision.Accepted Merge(World world, Facts facts, Person guest, Person into, AccountRef account)
    {
        ValueList<RoomId> taken = [.. Taken(world, guest, into)];
        var back = into.Connections.IsEmpty && into.Away.IsSome && facts.Persists(into.Who, world.Limits);
        return new Decision.Accepted(
        [
            // A guest who holds the nickname of the account is gone in a moment, and it is free.
            .. world.Nicks.Find(account.Name.Key) == guest.Id ? [] : AccountRules.Reclaim(world, account, into.Id),
            new Event.Merged(guest.Who, into.Who, taken),
            .. Given(world, guest, into, taken),
            .. back ? [new Event.AwaySet(into.Who, false, "")] : (ValueList<Event>)[],
        ])
        {
            // Who can come back to the person still can; else by what the guest had.
            Facts = facts.CanComeBack(into.Id) || !facts.ResumeTokens.Find(guest.Id).TryGet(out var token)
                ? facts.Forsaken(guest.Id)
                : [.. facts.Forsaken(guest.Id), new Fact.ResumeToken(into.Id, token)],
        };
    }

    public static Applied Merged(World world, Event.Merged merged, Recorded recorded)
    {
        var (guest, into) = (world.PersonOf(merged.Who.Id), world.PersonOf(merged.Into.Id));
        var before = merged.Into.Account.TryGet(out var account) ? MetadataRules.GoneOver(world, guest, account.Id) : world;
        var next = Rooms(before, guest, into, merged.Taken, recorded);
        into = next.PersonOf(into.Id);
        var united = into with
        {
            Connections = new(into.Connections.Union(guest.Connections)),
            Rooms = new(into.Rooms.Union(merged.Taken)),
            StaysUntil = Option<Timestamp>.None,
        };
        next = PeopleRules.WithoutStay(next, into).With(united);
        next = next with
        {
            People = next.People.Remove(guest.Id),
            Nicks = next.Nicks.Remove(guest.Nick.Key),
            Connections = guest.Connections.Aggregate(next.Connections, (all, connection) => all.AddOrUpdate(connection, into.Id)),
            OnDuty = next.OnDuty.Remove(guest.Id),
            Listeners = next.Listeners.Remove(guest.Id),
        };
        return new Applied(next,
        [
            new Effect.Unite(guest.Id, into.Id, [.. guest.Rooms.Select(world.RoomOf).Select(room => (room.Id, room.Name))], recorded),
            .. into.Away.TryGet(out var away) ? merged.Taken.Select(room => (Effect)new Effect.TellRoom(room, Audience.Everyone, RoomRules.IsAway(united, away, recorded))) : [],
        ]);
    }

    /// <summary>Where the person is not yet, is not banned, and has room for.</summary>
    private static IEnumerable<RoomId> Taken(World world, Person guest, Person into) => guest.Rooms
        .Where(room => !into.Rooms.Contains(room) && !world.RoomOf(room).Bans(into.Who))
        .Take(Math.Max(0, world.Limits.RoomsOfPerson - into.Rooms.Count));

    /// <summary>What the guest could do in a room the person can, and what their account gives them.</summary>
    private static IEnumerable<Event> Given(World world, Person guest, Person into, ValueList<RoomId> taken)
    {
        foreach (var room in guest.Rooms.Where(id => into.Rooms.Contains(id) || taken.Contains(id)).Select(world.RoomOf))
        {
            var rights = (room.RightsOf(guest.Id) | room.HeldBy(into.Who)) & ~room.RightsOf(into.Id);
            if (rights != Rights.None)
                yield return new Event.RightsFollowed(into.Who, room.Id, room.Name, rights, IsGiven: true);
        }
    }

    private static World Rooms(World world, Person guest, Person into, ValueList<RoomId> taken, Recorded recorded)
    {
        foreach (var id in guest.Invitations)
            world = world.With(world.RoomOf(id) with { Invited = world.RoomOf(id).Invited.Remove(guest.Id) });
        foreach (var id in taken)
        {
            var room = world.RoomOf(id);
            var entered = room with
            {
                Members = room.Members.AddOrUpdate(into.Id, Rights.None),
                Invited = room.Invited.Remove(into.Id),
                Spoke = room.Spoke.Find(guest.Id).TryGet(out var spoke) ? room.Spoke.AddOrUpdate(into.Id, spoke) : room.Spoke,
            };
            world = world.With(MaskRules.Silencing(entered, into.Who));
        }
        var person = world.PersonOf(into.Id);
        world = world.With(person with { Invitations = taken.Aggregate(person.Invitations, (left, room) => left.Remove(room)) });
        foreach (var id in guest.Rooms)
            world = RoomLife.WithoutMember(world, world.RoomOf(id), guest.Id, recorded.Sequence);
        return world;
    }
}
