using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>Turns what happened into the next world and what has to be done about it. It never refuses.</summary>
public static partial class Evolution
{
    /// <summary>Gives an event its place and its moment. Moments never go back, even when a clock does.</summary>
    public static Recorded Record(World world, Timestamp at, ConnectionId? origin, Event happened)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(happened);
        var moment = at.Milliseconds < world.Now.Milliseconds ? world.Now : at;
        return new Recorded(happened.IsKept ? world.Last.Next : default, moment, origin, happened);
    }

    public static Applied Apply(World world, Recorded recorded)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(recorded);
        // What is not kept leaves no trace: a replay doesn't know of it, and must come to the same world.
        var next = recorded.Event.IsKept ? world with { Last = recorded.Sequence, Now = recorded.At } : world;
        return recorded.Event switch
        {
            Event.Said e => Said(next, e, recorded),
            Event.Signalled e => new Applied(next, Told(e.Who, e.In, recorded)),
            Event.Joined e => Joined(next, e, recorded),
            Event.Left e => Left(next, e, recorded),
            Event.TopicSet e => TopicSet(next, e, recorded),
            Event.Connected e => Connected(next, e, recorded),
            Event.Attached e => Attached(next, e),
            Event.Detached e => Detached(next, e),
            Event.Departed e => Departed(next, e, recorded),
            Event.Renamed e => Renamed(next, e, recorded),
            Event.AwaySet e => AwaySet(next, e, recorded),
            Event.ServerStarted e => ServerStarted(next, e),
            Event.ServerEnded e => ServerEnded(next, e),
            Event.ServerCleared e => ServerCleared(next, e),
            Event.LevelRaised e => Silent(next with { Level = e.To }),
            Event.LimitsChanged e => Silent(next with { Limits = e.Limits }),
            Event.Forgotten e => Forgotten(next, e.What),
            _ => throw new InvalidOperationException($"{recorded.Event.GetType().Name} is missing in Apply."),
        };
    }

    private static Person PersonOf(World world, PersonId id) => world.People.Find(id).TryGet(out var person)
        ? person
        : throw new InvalidOperationException($"Person {id.Number} acts and is not there.");

    private static Room RoomOf(World world, RoomId id) => world.Rooms.Find(id).TryGet(out var room)
        ? room
        : throw new InvalidOperationException($"Room {id.Number} is acted in and is not there.");

    private static World With(World world, Person person) => world with { People = world.People.AddOrUpdate(person.Id, person) };

    private static World With(World world, Room room) => world with { Rooms = world.Rooms.AddOrUpdate(room.Id, room) };
}

/// <summary>The next world, and what the shell has to do once the event is kept.</summary>
public readonly record struct Applied(World World, ValueList<Effect> Effects);
