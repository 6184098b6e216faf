using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal;
using ChatRoom.Simulation.Tests.Disks;
using ChatRoom.Simulation.Tests.Machines;
using ChatRoom.Simulation.Tests.Running;

namespace ChatRoom.Simulation.Tests.Databases;

/// <summary>
/// A model of PostgreSQL, as far as the journal stands on it: a lock that belongs to a transaction and waits in order, commits that are decided there and not where
/// their answer is awaited, a log that a standby follows, a bell, and timelines. The code that talks to it is the real one.
/// </summary>
public sealed partial class Database(Simulator simulation, bool hasStandby, Mutant mutant) : Store(simulation)
{
    /// <summary>idle_in_transaction_session_timeout, as a turn's connection has it.</summary>
    private static readonly TimeSpan IdleInTurn = TimeSpan.FromSeconds(1);

    /// <summary>lock_timeout likewise.</summary>
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(10);

    private readonly List<Backend> _backends = [];
    private readonly Dictionary<long, Opening> _openings = [];

    /// <summary>The last change of facts when each epoch began.</summary>
    private readonly Dictionary<string, long> _revisions = [];
    private Backend? _holder;
    private int _timeline;
    private int _knownTimeline;

    /// <summary>Turns that the standby has, and would have as a primary.</summary>
    private int _confirmed;

    public Mutant Mutant => mutant;

    /// <summary>Commits wait for a standby, so that a failover loses nothing that anybody was told.</summary>
    public bool HasStandby => hasStandby;

    public bool IsStandbyAway { get; private set; }

    /// <summary>Who has the turn will do something with it, and waits for nobody.</summary>
    public override bool IsHeld => _holder is { IsOver: false, IsForsaken: false, Flight: null } && !CanBeTaken;

    /// <summary>Its clock, which is the journal's.</summary>
    public long Now => Simulation.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    public override IJournal Open(Machine machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return new DatabaseJournal(this, machine, NextWriter());
    }

    /// <summary>Other servers' people can't do without it: only what is in the log is there afterwards.</summary>
    public void Crash()
    {
        // What waited for a standby is in the log, so it is there when the log was read.
        if (_holder?.Flight is { IsWritten: true } written)
            Show(written);
        foreach (var backend in _backends)
            (backend.IsOver, backend.Flight) = (true, null);
        _holder = null;
        _backends.Clear();
        foreach (var opening in _openings.Values)
            opening.Ear?.Cut();
    }

    /// <summary>The standby takes over. What it has not got is gone, and what is appended from now on is on another timeline.</summary>
    /// <param name="turns">So many it has, where nobody waits for it.</param>
    public int FailOver(int turns)
    {
        var kept = hasStandby ? _confirmed : Math.Min(turns, Turns);
        _holder = null;
        Crash();
        IsStandbyAway = false;
        _openings.Clear();
        _timeline++;
        return kept;
    }

    /// <summary>The standby does not confirm anything for a while.</summary>
    public void LoseStandby() => IsStandbyAway = true;

    /// <summary>It has followed, so everybody who waited for it is answered.</summary>
    public void FindStandby()
    {
        IsStandbyAway = false;
        _confirmed = Turns;
        if (_holder?.Flight is { IsWritten: true })
            Decide(_holder);
    }

    public override void Mend()
    {
        base.Mend();
        FindStandby();
    }

    /// <summary>The database is no server's machine, and does not go off with the last of them.</summary>
    public override void ReadAgain()
    {
    }

    /// <summary>The server that comes first begins the epoch.</summary>
    protected override void LostTail() => _confirmed = Turns;

    /// <summary>Waits for the lock, in which whatever was under way is decided.</summary>
    internal void Lock(Backend backend)
    {
        while (_holder is { } holder && holder != backend)
        {
            if (holder.Flight is not null)
            {
                if (!Decide(holder))
                    WaitForStandby(backend);
            }
            else if (holder.Stands)
            {
                Simulation.Nest(backend.Client, IdleInTurn);
                if (_holder == holder && holder.Flight is null)
                    Terminate(holder);
                Require(backend);
            }
            else
            {
                Release(holder);
            }
        }
        _holder = backend;
    }

    internal bool IsHolder(Backend backend) => _holder == backend;

    /// <summary>The wait for the standby ends without it: the commit is there, for everybody.</summary>
    internal void CancelWait(Backend backend)
    {
        Show(backend.Flight!);
        backend.Flight = null;
        Release(backend);
    }

    internal void Release(Backend backend)
    {
        if (_holder == backend)
            _holder = null;
    }

    /// <summary>A connection's end at this side: what was open is rolled back.</summary>
    internal void Terminate(Backend backend)
    {
        backend.IsOver = true;
        if (backend.Flight is null)
            Release(backend);
    }

    /// <summary>What becomes of a commit that was sent. False while it has to wait for the standby.</summary>
    internal bool Decide(Backend backend)
    {
        if (backend.Flight is not { } flight)
            return true;
        if (flight.NeverArrives)
        {
            backend.Flight = null;
            Release(backend);
            return true;
        }
        if (!flight.IsWritten)
        {
            flight.Collides = flight.Turn.Events is [var first, ..] && first.Sequence.Number != End + 1;
            if (flight.Collides)
            {
                Simulation.Chronicle.Faults.Add($"{backend.Client} would have written event {flight.Turn.Events[0].Sequence.Number}, and the journal ends with {End}: it did not read what was there when it got the lock");
                backend.Flight = null;
                Release(backend);
                return true;
            }
            Write(flight.Writer, flight.Turn);
            flight.IsWritten = true;
        }
        if (hasStandby && IsStandbyAway)
            return false;
        _confirmed = Turns;
        Show(flight);
        backend.Flight = null;
        Release(backend);
        return true;
    }

    /// <summary>For those that wait for the turn of a backend that waits for the standby.</summary>
    private void WaitForStandby(Backend backend)
    {
        if (!Patiently(backend.Client, LockPatience, () => !IsStandbyAway || backend.IsOver))
            throw DatabaseFault.LockTimeout;
        Require(backend);
    }

    /// <summary>Waits so long at most, while others do things. False when it was in vain.</summary>
    internal bool Patiently(Machine machine, TimeSpan time, Func<bool> isOver)
    {
        for (var slice = 0; slice < 4 && !isOver(); slice++)
            Simulation.Nest(machine, time / 4);
        return isOver();
    }

    internal void Require(Backend backend)
    {
        if (backend.Client.IsCut || IsAway)
        {
            Simulation.Nest(backend.Client, TimeSpan.FromSeconds(1));
            backend.IsForsaken = true;
            throw DatabaseFault.Broken("the database does not answer");
        }
        if (backend.IsOver)
            throw DatabaseFault.Broken("the connection was ended by the database");
    }

    private void Show(Flight flight)
    {
        flight.Revision = Show(flight.Writer, flight.Turn);
        if (flight.Turn.Events.Select(recorded => recorded.Event).OfType<Event.ServerStarted>().FirstOrDefault() is { } started && _openings.TryGetValue(flight.Writer, out var own))
            own.Server = started.Server;
        foreach (var (writer, opening) in _openings)
        {
            if (writer != flight.Writer)
                opening.Ear?.Bell();
        }
    }
}
