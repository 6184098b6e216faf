namespace ChatRoom.Domain;

/// <summary>Coming, going, and what one is called.</summary>
public static partial class Evolution
{
    /// <summary>Whoever was there only over that server's connections is gone, in an order that is the same everywhere.</summary>
    private static Applied ServerStarted(World world, Event.ServerStarted started, Recorded recorded)
    {
        var lost = world.Connections.Filter((connection, _) => connection.Server == started.Server);
        var effects = new List<Effect>();
        foreach (var (connection, id) in lost.OrderBy(pair => pair.Item1))
        {
            var person = PersonOf(world, id);
            var applied = person.Connections.Count > 1
                ? new Applied(Disconnected(world, person, connection), [])
                : Gone(world, person, recorded);
            world = applied.World;
            effects.AddRange(applied.Effects);
        }
        return new Applied(world, [.. effects]);
    }

    private static Applied Connected(World world, Event.Connected came, Recorded recorded)
    {
        var who = came.Who;
        var person = new Person(
            who, came.RealName, recorded.At, Set<Ascending<ConnectionId>, ConnectionId>.Empty.Add(came.Connection), Set<Ascending<RoomId>, RoomId>.Empty, Recent.None);
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
        var person = PersonOf(world, came.Person);
        var next = With(world, person with { Connections = person.Connections.AddOrUpdate(came.Connection) }) with
        {
            Connections = world.Connections.AddOrUpdate(came.Connection, came.Person),
        };
        return new Applied(next, [new Effect.Admit(came.Connection, came.Person)]);
    }

    /// <summary>Whoever is detached by another connection than his own was taken over from.</summary>
    private static Applied Detached(World world, Event.Detached went, Recorded recorded) => new(
        Disconnected(world, PersonOf(world, went.Person), went.Connection),
        [new Effect.Close(went.Connection, recorded.Origin is { } by && by != went.Connection ? "resumed from another connection" : "")]);

    private static Applied Departed(World world, Event.Departed went, Recorded recorded)
    {
        var gone = Gone(world, PersonOf(world, went.Who.Id), recorded);
        return gone with { Effects = [.. gone.Effects, new Effect.Close(went.Connection, went.Reason)] };
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
        return new Applied(
            With(world, person with { Away = set.Text }),
            [new Effect.TellPeers(set.Who, [.. person.Rooms], recorded)]);
    }

    private static World Disconnected(World world, Person person, ConnectionId connection) =>
        With(world, person with { Connections = person.Connections.Remove(connection) }) with
        {
            Connections = world.Connections.Remove(connection),
        };

    /// <summary>Those who share a room hear it while the person is still in it; then he leaves them all.</summary>
    private static Applied Gone(World world, Person person, Recorded recorded)
    {
        var effects = new List<Effect> { new Effect.TellPeers(person.Who, [.. person.Rooms], recorded) };
        foreach (var room in person.Rooms)
        {
            world = WithoutMember(world, RoomOf(world, room), person.Id, recorded.Sequence);
            effects.Add(new Effect.Exit(person.Id, room));
        }
        var next = world with
        {
            People = world.People.Remove(person.Id),
            Nicks = world.Nicks.Remove(person.Nick.Key),
            Connections = world.Connections.RemoveRange(person.Connections),
        };
        return new Applied(next, [.. effects]);
    }
}
