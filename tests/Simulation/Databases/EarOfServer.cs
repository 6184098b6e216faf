using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Postgres;
using ChatRoom.Server.Hubs;
using ChatRoom.Simulation.Tests.Machines;

namespace ChatRoom.Simulation.Tests.Databases;

/// <summary>
/// A server's connection for the bell and for signs of life, with a thread of its own on its machine: it stands still when that does. Whom it misses is worked out by
/// the real code.
/// </summary>
internal sealed class EarOfServer : IDisposable
{
    private readonly Database _database;
    private readonly Machine _machine;
    private readonly long _writer;
    private readonly Action _ring;
    private readonly SilenceWatch _watch;
    private readonly ITimer _second;

    public EarOfServer(Database database, Machine machine, long writer, Action ring)
    {
        (_database, _machine, _writer, _ring, _watch) = (database, machine, writer, ring, new SilenceWatch(machine.Clock));
        _second = machine.Clock.CreateTimer(_ => Turn(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        database.Listen(writer, this);
        Connect();
    }

    public bool IsConnected { get; private set; }

    /// <summary>A bell was rung that it has not heard yet: it may take long.</summary>
    public bool IsRung { get; private set; }

    public void Bell() => IsRung |= IsConnected;

    public void Hear()
    {
        IsRung = false;
        _ring();
    }

    public void Cut() => (IsConnected, IsRung) = (false, false);

    public void Dispose()
    {
        _second.Dispose();
        Cut();
    }

    private void Turn()
    {
        if (_database.IsAway || _machine.IsCut)
        {
            Cut();
            return;
        }
        if (_machine.State == MachineState.Ending)
            return;
        if (!IsConnected)
            Connect();
        // Its beat is a commit too, and the standby has to confirm it.
        if (_database.HasStandby && _database.IsStandbyAway)
            return;
        var beats = _database.Beat(_writer);
        if (_machine.State != MachineState.Up || _machine.Id == default)
            return;
        var living = _machine.World.Servers.AsEnumerable().Where(life => !life.Value.HasEnded && life.Key != _machine.Id).Select(life => life.Key).ToArray();
        foreach (var silent in _watch.Look(living, beats))
        {
            _database.Terminate(silent);
            _machine.Post(new Command.EndServer(silent));
        }
    }

    /// <summary>What was appended while nobody listened it did not hear.</summary>
    private void Connect()
    {
        (IsConnected, IsRung) = (!_database.IsAway && !_machine.IsCut, true);
        _watch.Forget();
    }
}
