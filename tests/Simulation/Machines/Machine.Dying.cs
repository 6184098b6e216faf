using ChatRoom.Domain.Names;
using ChatRoom.Journal;
using ChatRoom.Journal.Snapshots;
using ChatRoom.Simulation.Tests.Reporting;
using ChatRoom.Simulation.Tests.Seeds;

namespace ChatRoom.Simulation.Tests.Machines;

/// <summary>How a machine dies, sleeps in the middle of a call, and what it leaves on its disk.</summary>
public sealed partial class Machine
{
    private int _untilDeath;
    private Stall? _stall;

    /// <summary>It is dead, and what still runs of it on the stack must not matter any more.</summary>
    public bool IsDoomed { get; private set; }

    /// <summary>It dies at the so many-th danger from here.</summary>
    public void DieAfter(int dangers) => _untilDeath = dangers;

    /// <summary>It stands still at the next such place.</summary>
    public void StallAt(Stall stall) => _stall = stall;

    public Stall? TakeStall(Danger danger)
    {
        if (_stall?.At != danger)
            return null;
        var stall = _stall;
        _stall = null;
        return stall;
    }

    /// <summary>False where a dead machine still sends.</summary>
    public bool Survives(Danger danger)
    {
        if (IsDoomed)
            return false;
        if (_untilDeath == 0 || --_untilDeath > 0)
            return true;
        IsDoomed = true;
        simulation.Met.Count(Group.Fault, $"killed at {danger}");
        throw new PowerCutException();
    }

    /// <summary>Dead at once, whatever it was about.</summary>
    public void Kill()
    {
        if (State == MachineState.Down)
            return;
        IsDoomed = true;
        if (IsBusy || simulation.Acting == this)
            return;
        Bury();
    }

    /// <summary>Nothing goes wrong here any more.</summary>
    public void Mend()
    {
        (_untilDeath, _stall, IsCut) = (0, null, false);
        Clock.Wake();
    }

    public void SaveSnapshot()
    {
        if (State != MachineState.Up || Id == default)
            return;
        _snapshot = SnapshotBytes.Write(World, _journal!.Epochs);
        simulation.Met.Count(Group.Outcome, "snapshot saved");
    }

    /// <summary>The file of the snapshot is damaged.</summary>
    public void DamageSnapshot(Chance chance)
    {
        ArgumentNullException.ThrowIfNull(chance);
        if (_snapshot is { Length: > 0 } bytes)
            _snapshot = chance.OneIn(2) ? bytes[..chance.Below(bytes.Length)] : [.. bytes.Select((one, at) => at == bytes.Length / 2 ? (byte)~one : one)];
    }

    /// <summary>Words are forgotten, and a snapshot could still hold them.</summary>
    public void Outdate() => _snapshot = null;

    /// <summary>Does something that it may not survive.</summary>
    private void Guarded(Action act)
    {
        var (outer, before) = (simulation.Acting, IsBusy);
        simulation.Acting = this;
        try
        {
            act();
        }
        catch (PowerCutException)
        {
            IsDoomed = true;
        }
        catch (Exception refused) when (Id == default && refused is JournalRefusedException or JournalLostException or JournalForkedException)
        {
            // It could not read the journal, or not write that it begins; an operator tries again.
            simulation.Met.Count(Group.Outcome, "start refused");
            IsDoomed = true;
        }
        finally
        {
            (simulation.Acting, IsBusy) = (outer, before);
        }
        if (IsDoomed && !IsBusy)
            Bury();
    }

    /// <summary>A call of it to the journal takes so long that others do things meanwhile.</summary>
    public void InCall(Action others)
    {
        ArgumentNullException.ThrowIfNull(others);
        var (outer, before) = (simulation.Acting, IsBusy);
        (simulation.Acting, IsBusy) = (null, true);
        try
        {
            others();
        }
        finally
        {
            (simulation.Acting, IsBusy) = (outer, before);
        }
        if (IsDoomed)
            throw new PowerCutException();
    }

    private void Bury()
    {
        simulation.Trace?.Add($"    {this} is dead");
        Workers.Die();
        Clock.IsDead = true;
        foreach (var (wire, _) in _wires)
            wire.DieWithServer(simulation.Chance.OneIn(2) ? simulation.Chance.Below(wire.ForClient + 1) : wire.ForClient);
        _wires.Clear();
        _registry?.Dispose();
        _journal?.Dispose();
        (_registry, _journal, State, IsDoomed, _stall, _untilDeath, IsCut) = (null, null, MachineState.Down, false, null, 0, false);
    }

    private SnapshotLoad Load(Epochs epochs, Sequence end)
    {
        var loaded = _snapshot is { } bytes ? SnapshotBytes.Read(bytes, epochs, end) : SnapshotLoad.Missing;
        simulation.Met.Count(Group.Outcome, loaded.World.IsSome ? "snapshot used" : loaded.Ignored.IsSome ? "snapshot ignored" : "no snapshot");
        return loaded;
    }
}
