using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal;
using ChatRoom.Journal.Memory;
using ChatRoom.Simulation.Tests.Running;
using ChatRoom.Simulation.Tests.Machines;

namespace ChatRoom.Simulation.Tests.Disks;

/// <summary>
/// The journal that all servers of a story share: the real one in memory, on top of a disk that fails as it is told. Others can take the
/// turn away from a server that fell asleep in it, and it can go on from a copy that lacks its tail.
/// </summary>
public class Store : MemoryStore
{
    private readonly Disk _disk = new();
    private readonly Dictionary<long, int> _branchOf = [];
    private readonly Queue<DiskFault> _faults = new();
    private readonly List<Recorded> _written = [];
    private long _holder;

    public Store(Simulator simulation)
    {
        Simulation = simulation;
        Epochs = Epochs.Of("epoch0");
    }

    public Simulator Simulation { get; }

    /// <summary>Counts how often it lost its tail.</summary>
    public int Branch { get; private set; }

    public long End { get; private set; }

    public int Turns => _disk.Turns;

    /// <summary>As it was written, with all words; what is read may have forgotten some.</summary>
    public IReadOnlyList<Recorded> Written => _written;

    /// <summary>Nobody reaches it.</summary>
    public bool IsAway { get; set; }

    /// <summary>The turn has a holder that does not give it back by itself, and from which nobody takes it.</summary>
    public virtual bool IsHeld => _holder != 0 && !CanBeTaken;

    /// <summary>The holder of the turn fell asleep in it, so that others may take it.</summary>
    public bool CanBeTaken { get; set; }

    /// <summary>The next writes end so.</summary>
    public void Fail(DiskFault fault, int times)
    {
        for (var i = 0; i < times; i++)
            _faults.Enqueue(fault);
    }

    public virtual void Mend()
    {
        _faults.Clear();
        IsAway = false;
    }

    /// <summary>What becomes of the write that is done now.</summary>
    public DiskFault NextFault()
    {
        var fault = _faults.TryDequeue(out var next) ? next : DiskFault.None;
        Simulation.Met.Fault(fault);
        return fault;
    }

    /// <summary>The journal of a server.</summary>
    public virtual IJournal Open(Machine machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return new MemoryJournal(this, machine.Clock);
    }

    public override void Look(long writer) => RequireWay(writer);

    public override void TakeTurn(long writer)
    {
        Simulation.Meet(Danger.Turn);
        RequireWay(writer);
        _holder = writer;
    }

    public override void GiveTurn(long writer)
    {
        if (_holder == writer)
            _holder = 0;
    }

    public override long Append(long writer, TurnToKeep turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        Simulation.Meet(Danger.Commit);
        RequireWay(writer);
        if (_holder != writer)
            throw new JournalLostException("the turn was taken away from a server that slept in it");
        var fault = NextFault();
        if (fault == DiskFault.Full)
            throw new JournalRefusedException("the disk is full");
        if (fault is DiskFault.LostBefore or DiskFault.Late)
            throw new JournalLostException("the disk does not answer");
        if (fault == DiskFault.Torn)
        {
            _disk.Tear(writer, turn, Simulation.Acting!.TornPart);
            throw new JournalLostException("the disk stopped in the middle of a write");
        }
        Write(writer, turn);
        Note(turn);
        var revision = base.Append(writer, turn);
        if (fault == DiskFault.LostAfter)
            throw new JournalLostException("the disk did not say that it was done");
        Simulation.Meet(Danger.Kept);
        return revision;
    }

    public override void Reach(long writer)
    {
        Simulation.Meet(Danger.Reopen);
        if (IsAway)
            throw new JournalLostException("the disk still does not answer");
        _disk.Repair();
        _branchOf[writer] = Branch;
    }

    /// <summary>All machines were off: what is not in the file is gone.</summary>
    public virtual void ReadAgain()
    {
        Reload();
        _holder = 0;
    }

    /// <summary>A copy takes over that has only so many turns. What follows is of another epoch.</summary>
    public void LoseTail(int turns)
    {
        _disk.Repair();
        _disk.Truncate(turns);
        Reload();
        _holder = 0;
        using var journal = new MemoryJournal(this, Simulation.Clock);
        using var history = journal.OpenHistory();
        End = history.End.Number;
        _written.RemoveRange((int)End, _written.Count - (int)End);
        Branch++;
        LostTail();
    }

    public IReadOnlyList<Recorded> ReadAll()
    {
        using var journal = new MemoryJournal(this, Simulation.Clock);
        using var history = journal.OpenHistory();
        return history.Read(default, int.MaxValue);
    }

    /// <summary>A connection to it does not survive that it goes on elsewhere.</summary>
    private void RequireWay(long writer)
    {
        if (IsAway)
            throw new JournalLostException("the disk does not answer");
        if (!_branchOf.TryAdd(writer, Branch) && _branchOf[writer] != Branch)
            throw new JournalLostException("the connection to the journal broke");
    }

    /// <summary>Into the file, and nobody sees it yet.</summary>
    protected void Write(long writer, TurnToKeep turn) => _disk.Append(writer, turn);

    /// <summary>Everybody sees it.</summary>
    protected long Show(long writer, TurnToKeep turn)
    {
        Note(turn);
        return Load(writer, turn);
    }

    /// <summary>What is appended now is of another epoch.</summary>
    protected void BeginEpoch() => Epochs = new Epochs(Epochs.Ranges.Where(range => range.First.Number <= End).Append((new Sequence(End + 1), $"epoch{Branch}")));

    protected virtual void LostTail() => BeginEpoch();

    private void Note(TurnToKeep turn)
    {
        _written.AddRange(turn.Events);
        if (turn.Events is [.., var last])
            End = last.Sequence.Number;
        if (turn.Forget.Count > 0)
            Simulation.Outdate();
    }

    private void Reload()
    {
        _disk.Repair();
        Unload();
        foreach (var (writer, turn) in _disk.Read())
            Load(writer, turn);
    }
}
