using ChatRoom.Domain.Names;
using ChatRoom.Journal;
using ChatRoom.Journal.Postgres;
using ChatRoom.Simulation.Tests.Machines;

namespace ChatRoom.Simulation.Tests.Databases;

/// <summary>How servers come to it and see each other there.</summary>
public sealed partial class Database
{
    /// <summary>Long enough for a barrier.</summary>
    private static readonly TimeSpan BarrierPatience = TimeSpan.FromSeconds(10);

    /// <summary>As the real opening does it: under the lock, with a commit that writes, and with an epoch for each timeline.</summary>
    internal Entrance Enter(Machine machine, long writer)
    {
        Simulation.Meet(Danger.Reopen);
        if (IsAway || machine.IsCut)
            throw DatabaseFault.Broken("nobody listens there");
        var backend = new Backend(machine);
        _backends.Add(backend);
        if (mutant != Mutant.NoBarrier)
            Barrier(backend);
        if (_knownTimeline != _timeline)
        {
            // As the row is changed where no event came since the last one began.
            var revision = Epochs.Ranges[^1].First.Number > End ? Math.Min(Revision, _revisions.GetValueOrDefault(Epochs.Latest)) : Revision;
            BeginEpoch();
            (_revisions[Epochs.Latest], _knownTimeline) = (revision, _timeline);
        }
        if (!_openings.TryGetValue(writer, out var opening))
            _openings[writer] = opening = new Opening(machine) { Server = machine.Id == default ? null : machine.Id, Ear = machine.Ear };
        opening.Turns = backend;
        return new Entrance(new DatabaseConnection(this, backend, writer), [.. Epochs.Ranges.Select(Start)]);
    }

    internal void Listen(long writer, EarOfServer ear)
    {
        if (_openings.TryGetValue(writer, out var opening))
            opening.Ear = ear;
    }

    /// <summary>A beat of one's own, and those of the others.</summary>
    internal Dictionary<ServerId, (long Beat, bool IsConnected)> Beat(long writer)
    {
        if (_openings.TryGetValue(writer, out var own))
            own.Beat++;
        // Whose start was lost with a tail may still think that it has a number which another one has now; the newest counts.
        var beats = new Dictionary<ServerId, (long, bool)>();
        foreach (var opening in _openings.Values.Where(opening => opening.Server is not null))
            beats[opening.Server!.Value] = (opening.Beat, opening.IsConnected);
        return beats;
    }

    /// <summary>The connections of a server that is taken to have ended.</summary>
    internal void Terminate(ServerId server)
    {
        foreach (var opening in _openings.Values.Where(opening => opening.Server == server))
        {
            if (opening.Turns is { } backend)
                Terminate(backend);
            opening.Ear?.Cut();
        }
    }

    /// <summary>Cuts somebody's connection for turns, from outside.</summary>
    public void CutTurns(Machine machine)
    {
        foreach (var backend in _backends.Where(backend => backend.Client == machine))
            Terminate(backend);
    }

    public void CutEar(Machine machine)
    {
        foreach (var opening in _openings.Values.Where(opening => opening.Machine == machine))
            opening.Ear?.Cut();
    }

    private EpochStart Start((Sequence First, string Name) range) =>
        new(range.First, range.Name, mutant == Mutant.FactsNotCompared ? long.MaxValue : _revisions.GetValueOrDefault(range.Name));

    private void Barrier(Backend backend)
    {
        try
        {
            Lock(backend);
            if (hasStandby && !Patiently(backend.Client, BarrierPatience, () => !IsStandbyAway || backend.IsOver))
                throw DatabaseFault.Broken("canceling wait for synchronous replication");
            Require(backend);
            _confirmed = Turns;
        }
        catch (Npgsql.NpgsqlException)
        {
            Terminate(backend);
            throw;
        }
        Release(backend);
    }
}
