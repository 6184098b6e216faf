namespace ChatRoom.Simulation.Tests.Databases;

/// <summary>One mistake each, put between a server and its database on purpose: a judge that does not find it finds nothing.</summary>
public enum Mutant
{
    None,

    /// <summary>A turn whose answer was lost counts as kept when there is any event with its number.</summary>
    FateByNumber,

    /// <summary>Who comes back to the database does not wait until what was under way is decided, nor until a standby has what is there.</summary>
    NoBarrier,

    /// <summary>What is new is read by the statement that waits for the lock, so as it was before the wait.</summary>
    ReadInsideLock,

    /// <summary>A commit that waits too long for the standby is cancelled: others see it, and a standby may not have it.</summary>
    CancelledWait,

    /// <summary>Who comes back after a failover compares events, and not what it knows of facts.</summary>
    FactsNotCompared,

    /// <summary>People are told, and only then it is kept.</summary>
    DeliveryBeforeCommit,
}
