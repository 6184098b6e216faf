using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal;
using ChatRoom.Journal.Snapshots;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Sessions;
using ChatRoom.Server.Settings;
using ChatRoom.Simulation.Tests.Databases;
using ChatRoom.Simulation.Tests.Reporting;
using ChatRoom.Simulation.Tests.Running;
using ChatRoom.Simulation.Tests.Seeds;
using ChatRoom.Simulation.Tests.Time;
using ChatRoom.Simulation.Tests.Wires;

namespace ChatRoom.Simulation.Tests.Machines;

/// <summary>
/// A machine with a whole server on it, the real one from the lobby to the hub, driven step by step: nothing happens there unless the
/// simulator says so. It can be started, stopped, put to sleep, and killed at every <see cref="Danger"/>.
/// </summary>
public sealed partial class Machine(Simulator simulation, int index)
{
    private readonly List<(Wire Wire, Task Served)> _wires = [];
    private IJournal? _journal;
    private ConnectionRegistry? _registry;
    private Task _stopping = Task.CompletedTask;
    private byte[]? _snapshot;

    public Simulator Simulator => simulation;

    public int Index => index;

    public MachineState State { get; private set; }

    public Workers Workers { get; private set; } = new();

    public MachineClock Clock { get; private set; } = new(simulation.Clock);

    /// <summary>How much of a torn write is on the disk, in percent.</summary>
    public int TornPart { get; set; } = 50;

    /// <summary>A call of it to the journal is on the stack, so it can't take another step.</summary>
    public bool IsBusy { get; private set; }

    public bool IsAsleep => Clock.IsAsleep;

    /// <summary>Its network to the database is cut.</summary>
    public bool IsCut { get; set; }

    internal EarOfServer? Ear => (_journal as DatabaseJournal)?.Ear;

    public Hub Hub => _registry!.Hub;

    /// <summary>Its number in the journal. None before it began.</summary>
    public ServerId Id => _registry?.Hub.Server ?? default;

    public World World => _registry!.World;

    public Facts Facts => _registry!.Hub.Facts;

    public bool CanStep => State == MachineState.Up && !IsBusy && !IsAsleep && !simulation.Store.IsHeld;

    public bool Wants => State == MachineState.Up && Id != default && Hub.HasWork;

    public bool CanWork => State != MachineState.Down && !IsAsleep && Workers.Count > 0;

    /// <summary>From what the disk holds, as a process that begins.</summary>
    public void Start()
    {
        // It is on its way already.
        if (IsBusy)
            return;
        (Workers, Clock) = (new Workers(), new MachineClock(simulation.Clock));
        Guarded(() =>
        {
            _journal = simulation.Store.Open(this);
            var start = Recovery.Run(_journal, Load);
            var settings = new PublishedSettings(new LiveSettings { HasFloodControl = simulation.Setup.HasFloodControl, PasswordIterations = 1 });
            var info = new ServerInfo(
                $"irc{index}.sim", "ChatRoom", "chatroom-sim", new Timestamp(Clock.GetUtcNow().ToUnixTimeMilliseconds()), _journal.Epochs, settings);
            _registry = new ConnectionRegistry(
                info, _journal, new HubStart(start.World, start.Facts, simulation.Servers.Count == 1) { ComparesEach = 16 }, Clock, new MachineLog(this), _ => { }, Workers,
                () => new UInt128(simulation.Chance.Next(), simulation.Chance.Next()));
            _registry.Hub.Waits = time => simulation.Nest(this, time);
            _registry.Hub.Decided = simulation.Met.Decided;
            State = MachineState.Up;
            _registry.Hub.Begin();
        });
        simulation.Trace?.Add($"    {this} {(State == MachineState.Up ? $"started as server {Id.Number}" : "could not start")}");
    }

    /// <summary>One turn of the hub.</summary>
    public void Step() => Guarded(() =>
    {
        if (_registry!.Hub.TryStep())
            return;
        var isForked = Hub.Failed.Result.StartsWith("the journal lost", StringComparison.Ordinal);
        simulation.Met.Count(Group.Outcome, $"a server stops: {(isForked ? "the journal forked" : "others ended it")}");
        End();
    });

    public void Work(Chance chance) => Guarded(() => Workers.DoOne(chance));

    /// <summary>Serves what needs no journal, while a call to it is under way.</summary>
    public void ServeWhileAway()
    {
        try
        {
            _registry!.Hub.ServeWhileAway();
        }
        catch (PowerCutException)
        {
            // Only this machine is dead. What runs below on the stack may be another one's.
            IsDoomed = true;
        }
    }

    /// <summary>It looks whether its connection to the journal still stands, as a server does that hears nothing for long.</summary>
    public void LookAfterJournal()
    {
        if (State == MachineState.Up && Id != default)
            Post(new Command.ClearEnded());
    }

    /// <summary>Somebody connects. Null when nothing listens.</summary>
    public (Wire Wire, ConnectionId Id)? Accept(int room, string certificate)
    {
        if (State != MachineState.Up || Id == default)
            return null;
        var wire = new Wire(this, room, certificate);
        var number = _registry!.NextConnection();
        _wires.Add((wire, Serve(_registry, wire, number)));
        return (wire, new ConnectionId(Id, number));
    }

    public void Post(Command command) => Hub.Post(HubMessage.FromServer(command));

    /// <summary>A stop as an operator does it: everybody is told, and the world is saved.</summary>
    public void Stop()
    {
        if (State != MachineState.Up || IsBusy)
            return;
        SaveSnapshot();
        Guarded(End);
    }

    public void Sleep()
    {
        if (State == MachineState.Up)
            Clock.Sleep();
    }

    public void Wake() => Clock.Wake();

    /// <summary>Whether it is over with everything that it had to say.</summary>
    public bool IsOver => State == MachineState.Ending && _stopping.IsCompleted;

    public override string ToString() => $"irc{index}";

    private static async Task Serve(ConnectionRegistry registry, Wire wire, long number)
    {
        await registry.Serve(wire, number).ConfigureAwait(false);
        wire.EndByServer();
    }

    private void End()
    {
        State = MachineState.Ending;
        simulation.Trace?.Add($"    {this} ends");
        _stopping = _registry!.Stop(TimeSpan.FromSeconds(3));
    }
}
