using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>Coming, going, and what one is called.</summary>
public static partial class Evolution
{
    private static Applied Connected(World world, Event.Connected came, Recorded recorded)
    {
        var who = came.Who;
        var person = new Person(
            who, new Words(came.RealName, recorded.Sequence), recorded.At,
            Set<Ascending<ConnectionId>, ConnectionId>.Empty.Add(came.Connection), Set<Ascending<RoomId>, RoomId>.Empty, SeenIds.None);
        var next = With(world, person) with
        {
            LastPerson = world.LastPerson.Number < who.Id.Number ? who.Id : world.LastPerson,
            Nicks = world.Nicks.AddOrUpdate(who.Nick.Key, who.Id),
            Connections = world.Connections.AddOrUpdate(came.Connection, who.Id),
        };
        return new Applied(next, [new Effect.Admit(came.Connection, who.Id), new Effect.Tell(who.Id, recorded)]);
    }

    private static Applied Attached(World world, Event.Attached came)
    {
        var person = PersonOf(world, came.Who.Id);
        var next = With(WithoutStay(world, person), person with
        {
            Connections = person.Connections.AddOrUpdate(came.Connection),
            StaysUntil = Option<Timestamp>.None,
        }) with
        {
            Connections = world.Connections.AddOrUpdate(came.Connection, person.Id),
        };
        return new Applied(next, [new Effect.Admit(came.Connection, person.Id)]);
    }

    private static Applied Detached(World world, Event.Detached went)
    {
        var person = PersonOf(world, went.Who.Id);
        var next = With(world, person with
        {
            Connections = person.Connections.Remove(went.Connection),
            StaysUntil = went.StaysUntil,
        }) with
        {
            Connections = world.Connections.Remove(went.Connection),
            Stays = went.StaysUntil.TryGet(out var until) ? world.Stays.AddOrUpdate(new StayEnd(until, person.Id)) : world.Stays,
        };
        return new Applied(next, [new Effect.Close(went.Connection, new Ending(went.Why))]);
    }

    /// <summary>Those who share a room hear it while the person is still in it; then they leave them all.</summary>
    private static Applied Departed(World world, Event.Departed went, Recorded recorded)
    {
        var person = PersonOf(world, went.Who.Id);
        var effects = new List<Effect> { new Effect.TellPeers(person.Who, [.. person.Rooms], recorded) };
        foreach (var room in person.Rooms)
        {
            world = WithoutMember(world, RoomOf(world, room), person.Id, recorded.Sequence);
            effects.Add(new Effect.Exit(person.Id, room));
        }
        if (went.Connection.TryGet(out var connection))
            effects.Add(new Effect.Close(connection, new Ending(went.Why, went.Words)));
        var next = WithoutStay(world, person) with
        {
            People = world.People.Remove(person.Id),
            Nicks = world.Nicks.Remove(person.Nick.Key),
            Connections = world.Connections.RemoveRange(person.Connections),
        };
        return new Applied(next, [.. effects]);
    }

    private static Applied Renamed(World world, Event.Renamed renamed, Recorded recorded)
    {
        var person = PersonOf(world, renamed.Who.Id);
        var next = With(world, person with { Who = person.Who with { Nick = renamed.New } }) with
        {
            Nicks = world.Nicks.Remove(renamed.Who.Nick.Key).AddOrUpdate(renamed.New.Key, person.Id),
        };
        return new Applied(next, [new Effect.TellPeers(renamed.Who, [.. person.Rooms], recorded)]);
    }

    private static Applied AwaySet(World world, Event.AwaySet set, Recorded recorded)
    {
        var person = PersonOf(world, set.Who.Id);
        var away = set.IsAway ? new Words(set.Text, recorded.Sequence) : Option<Words>.None;
        return new Applied(With(world, person with { Away = away }), [new Effect.TellPeers(set.Who, [.. person.Rooms], recorded)]);
    }

    private static World WithoutStay(World world, Person person) =>
        person.StaysUntil.TryGet(out var until) ? world with { Stays = world.Stays.Remove(new StayEnd(until, person.Id)) } : world;
}
