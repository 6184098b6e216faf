using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Postgres;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Monitoring;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Hosting;

/// <summary>What a server has to do with the others on its journal: it ends those that are silent, and says when one goes by its name. All of it on a thread of the bell's.</summary>
internal sealed class FleetWatch(PostgresFleet fleet, Hub hub, string name, TimeProvider clock, ILogger log)
{
    /// <summary>One that died is called as its successor for as long as others wait for its beat.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);

    private readonly Dictionary<ServerId, long> _namesakes = [];

    public void Start(Instruments instruments)
    {
        instruments.Gauge("chatroom.journal.behind", "{event}", "Events of other servers that this one had still to hear of at its last beat", () => fleet.Behind);
        instruments.Counter("chatroom.beats.late", "{beat}", "Signs of life that came so late that others begin to wonder", () => fleet.LateBeats);
        fleet.Watch(Living, Miss);
    }

    private (ServerId Own, IReadOnlyCollection<ServerId> Living) Living()
    {
        var world = hub.World;
        var living = world.Living.ToArray();
        foreach (var other in living)
        {
            if (other != hub.Server && world.Servers[other].IsCalled(name))
                NoteNamesake(other);
        }
        return (hub.Server, living);
    }

    private void NoteNamesake(ServerId other)
    {
        if (_namesakes.TryAdd(other, clock.GetTimestamp()) || _namesakes[other] == long.MaxValue || clock.GetElapsedTime(_namesakes[other]) < Overlap)
            return;
        _namesakes[other] = long.MaxValue;
        log.LogWarning(LogEvents.Fleet, "Server {Other} is called {Name} too, so people see them as {OtherShown} and {OwnShown}; give each a name of its own (--name)",
            other.Number, name, hub.World.NameOf(other), hub.World.NameOf(hub.Server));
    }

    private void Miss(ServerId server)
    {
        log.LogWarning(LogEvents.Fleet, "Server {Server} ({Name}) gave no sign of life and is taken to have ended", server.Number, hub.World.NameOf(server));
        hub.Post(HubMessage.FromServer(new Command.EndServer(server)));
    }
}
