using ChatRoom.Domain.Names;
using ChatRoom.Journal;
using ChatRoom.Journal.Postgres;
using ChatRoom.Simulation.Tests.Disks;
using ChatRoom.Simulation.Tests.Machines;

namespace ChatRoom.Simulation.Tests.Databases;

/// <summary>A connection on which the real code takes its turns, with everything that can happen to one.</summary>
internal sealed class DatabaseConnection(Database database, Backend backend, long writer) : ITurnConnection
{
    /// <summary>When the client gives up waiting for the answer to a commit.</summary>
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(12);

    private Sequence _known;

    public int Process => 0;

    public string? Warning { get; private set; }

    public News Begin(Sequence last, long revision)
    {
        database.Simulation.Meet(Danger.Turn);
        database.Require(backend);
        var before = database.End;
        database.Lock(backend);
        return Read(last, revision, database.Mutant == Mutant.ReadInsideLock ? before : long.MaxValue);
    }

    public News Follow(Sequence last, long revision)
    {
        database.Require(backend);
        return Read(last, revision, long.MaxValue);
    }

    public long Keep(TurnToKeep turn, long revision)
    {
        Warning = null;
        database.Simulation.Meet(Danger.Commit);
        database.Require(backend);
        var fault = database.NextFault();
        switch (fault)
        {
            case DiskFault.Full:
                throw DatabaseFault.DiskFull;
            case DiskFault.LostBefore:
                throw Broken();
            case DiskFault.Torn:
                database.Crash();
                throw Broken();
        }
        // A copy, as bytes on a wire are: the hub uses its lists again.
        backend.Flight = new Flight(writer, new TurnToKeep([.. turn.Events], [.. turn.Facts], [.. turn.Forget]));
        if (fault == DiskFault.Late)
        {
            backend.Flight.NeverArrives = database.Simulation.Chance.OneIn(4);
            throw Broken();
        }
        var flight = backend.Flight;
        database.Simulation.Meet(Danger.Sent);
        Await(flight);
        if (fault == DiskFault.LostAfter)
            throw Broken();
        database.Simulation.Meet(Danger.Kept);
        return flight.Revision;
    }

    public void RollBack()
    {
        if (!database.IsHolder(backend))
            return;
        database.Require(backend);
        database.Release(backend);
    }

    public void Leave() => RollBack();

    public Turn.Place? Find(Sequence sequence)
    {
        database.Require(backend);
        var found = database.Find(sequence);
        return database.Mutant == Mutant.FateByNumber && found is { } place && sequence.Number > _known.Number ? place with { Writer = writer } : found;
    }

    /// <summary>Its end of the connection is closed; what was sent may still be on its way.</summary>
    public void Dispose()
    {
        backend.IsForsaken = true;
        if (backend.Flight is null)
            database.Terminate(backend);
    }

    /// <summary>The mutant takes for its own what lies behind all that it knew.</summary>
    public DatabaseConnection Knowing(Sequence known)
    {
        _known = known;
        return this;
    }

    private void Await(Flight flight)
    {
        if (backend.IsOver)
            throw Broken();
        var patience = database.Mutant == Mutant.CancelledWait ? TimeSpan.FromSeconds(2) : AnswerPatience;
        var isDecided = database.Decide(backend) || database.Patiently(backend.Client, patience, () => backend.Flight is null || backend.IsOver);
        if (!isDecided && database.Mutant == Mutant.CancelledWait)
        {
            database.CancelWait(backend);
            (isDecided, Warning) = (true, "canceling wait for synchronous replication due to user request");
        }
        if (!isDecided || backend.IsOver || backend.Client.IsCut)
            throw Broken();
        if (flight.Collides)
            throw DatabaseFault.Collision;
    }

    private Npgsql.NpgsqlException Broken()
    {
        backend.IsForsaken = true;
        if (backend.Flight is null)
            database.Terminate(backend);
        return DatabaseFault.Broken("the connection to the database broke");
    }

    private News Read(Sequence last, long revision, long until)
    {
        var events = database.Between(last, new Sequence(long.MaxValue), all => all[..Math.Min(all.Length, Given.Page)].ToArray()).Where(recorded => recorded.Sequence.Number <= until).ToList();
        var facts = database.ChangedAfter(revision, Given.Page);
        return new News(
            events, events is [.., var newest] ? database.Find(newest.Sequence)!.Value.Writer : 0, [.. facts.Select(fact => fact.Fact)], facts is [.., var change] ? change.Revision : revision, database.Now);
    }
}
