using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>Servers begin and end. What comes of an end is said by events of its own.</summary>
public static partial class Evolution
{
    private static Applied ServerStarted(World world, Event.ServerStarted started) => Silent(world with
    {
        LastServer = started.Server.CompareTo(world.LastServer) > 0 ? started.Server : world.LastServer,
        Servers = world.Servers.AddOrUpdate(started.Server, new ServerLife(started.Reads, HasEnded: false)),
    });

    private static Applied ServerEnded(World world, Event.ServerEnded ended) => Silent(world with
    {
        Servers = world.Servers.TrySetItem(ended.Server, life => life with { HasEnded = true }),
    });

    private static Applied ServerCleared(World world, Event.ServerCleared cleared) =>
        Silent(world with { Servers = world.Servers.Remove(cleared.Server) });

    /// <summary>The world keeps words of its own: topics, words for being away, real names. They are forgotten here too.</summary>
    private static Applied Forgotten(World world, Forgetting what)
    {
        foreach (var room in world.Rooms.Values)
        {
            if (room.Topic.TryGet(out var topic) && what.Covers(topic.Text.At) && what.Room.Map(only => only == room.Id).IfNone(true))
                world = With(world, room with { Topic = Option<Topic>.None });
        }
        return Silent(what.Room.IsSome ? world : world.People.Values.Aggregate(world, (next, person) =>
            Without(person, what) is { } without ? With(next, without) : next));
    }

    private static Person? Without(Person person, Forgetting what)
    {
        var hasAway = person.Away.TryGet(out var away) && what.Covers(away.At);
        if (!hasAway && !what.Covers(person.RealName.At))
            return null;
        return person with { RealName = person.RealName.Without(what), Away = person.Away.Map(words => words.Without(what)) };
    }

    private static Applied Silent(World world) => new(world, []);
}
