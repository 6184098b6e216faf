using ChatRoom.Simulation.Tests.Disks;
using ChatRoom.Simulation.Tests.People;
using ChatRoom.Simulation.Tests.Reporting;
using ChatRoom.Simulation.Tests.Seeds;
using ChatRoom.Simulation.Tests.Machines;
using ChatRoom.Simulation.Tests.Wires;

namespace ChatRoom.Simulation.Tests.Running;

/// <summary>What can happen next, and what does. Anybody who could go on may be the one, however long others wait.</summary>
public sealed partial class Simulator
{
    private readonly List<(Kind Kind, int Index)> _able = [];

    private enum Kind
    {
        Hub,
        Away,
        Work,
        Deliver,
        Receive,
        Leave,
        Bell,
    }

    /// <summary>A call of this server to the journal takes so long. Others go on meanwhile, and it serves what needs no journal.</summary>
    public void Nest(Machine server, TimeSpan time)
    {
        ArgumentNullException.ThrowIfNull(server);
        server.InCall(() =>
        {
            var slices = Chance.Between(1, 4);
            for (var slice = 0; slice < slices; slice++)
            {
                for (var left = Chance.Below(12); left > 0 && TakeStep(); left--)
                    Met.Steps++;
                Clock.Pass(time / slices);
            }
        });
    }

    /// <summary>The server whose code runs is at a dangerous place: it may die there, or sleep.</summary>
    public void Meet(Danger danger)
    {
        if (Acting is not { } server)
            return;
        _ = server.Survives(danger);
        if (server.TakeStall(danger) is not { } stall)
            return;
        Met.Count(Group.Fault, stall.IsTurnTaken ? "asleep in its turn" : $"slow at {danger}");
        Store.CanBeTaken = stall.IsTurnTaken;
        Nest(server, stall.Time);
        Store.CanBeTaken = false;
    }

    /// <summary>One thing happens. False if nothing can, without time.</summary>
    private bool TakeStep()
    {
        FindAble();
        if (_able.Count == 0)
            return false;
        Step++;
        var (kind, index) = Chance.Pick(_able);
        switch (kind)
        {
            case Kind.Hub:
                Servers[index].Step();
                break;
            case Kind.Away:
                Servers[index].ServeWhileAway();
                break;
            case Kind.Work:
                Servers[index].Work(Chance);
                break;
            case Kind.Deliver:
                Deliver(People[index].Wire!);
                break;
            case Kind.Receive:
                Receive(People[index]);
                break;
            case Kind.Leave:
                LetGo(Leaving[index]);
                break;
            case Kind.Bell:
                Servers[index].Ear!.Hear();
                break;
            default:
                throw new InvalidOperationException($"{kind} is missing in TakeStep.");
        }
        return true;
    }

    private void FindAble()
    {
        _able.Clear();
        for (var i = 0; i < Servers.Count; i++)
        {
            var server = Servers[i];
            if (server.CanStep && server.Wants)
                _able.Add((Kind.Hub, i));
            if (server.IsBusy && !server.IsDoomed && !server.IsAsleep && server.Wants)
                _able.Add((Kind.Away, i));
            if (server.CanWork)
                _able.Add((Kind.Work, i));
            if (server is { State: MachineState.Up, IsAsleep: false, Ear.IsRung: true })
                _able.Add((Kind.Bell, i));
        }
        for (var i = 0; i < People.Count; i++)
        {
            if (People[i].Wire is { ForServer: > 0 })
                _able.Add((Kind.Deliver, i));
            if (People[i].CanHear)
                _able.Add((Kind.Receive, i));
        }
        for (var i = 0; i < Leaving.Count; i++)
            _able.Add((Kind.Leave, i));
    }

    /// <summary>Mostly all that is there, sometimes only a part of a line.</summary>
    private void Deliver(Wire wire) => wire.Deliver(Part(wire.ForServer));

    private void Receive(Person person) => person.Receive(Part(person.Wire!.ForClient));

    private void LetGo(Wire wire)
    {
        if (wire.ForServer > 0)
            Deliver(wire);
        else if (wire.HasFarewell)
            wire.DeliverFarewell(Chance.OneIn(2));
        else
            Leaving.Remove(wire);
    }

    private int Part(int all) => all > 1 && Chance.OneIn(4) ? Chance.Between(1, all) : all;
}
