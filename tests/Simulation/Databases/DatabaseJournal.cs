using ChatRoom.Domain.Names;
using ChatRoom.Journal;
using ChatRoom.Journal.Memory;
using ChatRoom.Journal.Postgres;
using ChatRoom.Simulation.Tests.Machines;
using Npgsql;

namespace ChatRoom.Simulation.Tests.Databases;

/// <summary>A server's journal on the modelled database: the turns are the real ones of the journal on PostgreSQL.</summary>
internal sealed class DatabaseJournal : IJournal
{
    private readonly Database _database;
    private readonly Machine _machine;
    private readonly PostgresTurns _turns;
    private readonly EarOfServer _ear;

    /// <summary>Of the mutant that keeps only afterwards.</summary>
    private TurnToKeep? _owed;

    public DatabaseJournal(Database database, Machine machine, long writer)
    {
        (_database, _machine) = (database, machine);
        try
        {
            _turns = new PostgresTurns(() => Known(database.Enter(machine, writer)), time => database.Simulation.Nest(machine, time), writer);
        }
        catch (NpgsqlException failed)
        {
            throw new JournalLostException(failed.Message, failed);
        }
        _ear = new EarOfServer(database, machine, writer, () => Appended?.Invoke());
    }

    public event Action? Appended;

    public Epochs Epochs => _turns.Epochs;

    public Sequence Last => _turns.Last;

    /// <summary>A bell that was rung for it, and not heard yet.</summary>
    public EarOfServer Ear => _ear;

    public void Starts(Sequence last, long revision) => _turns.Starts(last, revision);

    public Given Follow()
    {
        KeepWhatIsOwed();
        return _turns.Follow();
    }

    public Given Begin()
    {
        KeepWhatIsOwed();
        return _turns.Begin();
    }

    public void Commit(TurnToKeep turn)
    {
        if (_database.Mutant == Mutant.DeliveryBeforeCommit && _machine.Id != default && !turn.IsEmpty)
            _owed = new TurnToKeep([.. turn.Events], [.. turn.Facts], [.. turn.Forget]);
        else
            _turns.Commit(turn);
    }

    public void Abandon() => _turns.Abandon();

    public Fate Reopen() => _turns.Reopen();

    public IHistory OpenHistory() => new MemoryHistory(_database);

    public void Dispose()
    {
        _ear.Dispose();
        if (_machine.IsDoomed)
            _turns.Connection.Dispose();
        else
            _turns.Dispose();
    }

    private Entrance Known(Entrance entrance)
    {
        ((DatabaseConnection)entrance.Connection).Knowing(_turns?.Last ?? default);
        return entrance;
    }

    private void KeepWhatIsOwed()
    {
        var owed = _owed;
        _owed = null;
        if (owed is not null)
            _turns.Commit(owed);
    }
}
