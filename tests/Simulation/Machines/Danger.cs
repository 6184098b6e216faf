namespace ChatRoom.Simulation.Tests.Machines;

/// <summary>Where a machine can die, or fall asleep, in the middle of what it does.</summary>
public enum Danger
{
    /// <summary>It wants its turn on the journal.</summary>
    Turn,

    /// <summary>It has the turn, has decided, and nothing is kept yet.</summary>
    Commit,

    /// <summary>The turn is on its way to a database, and no answer came yet.</summary>
    Sent,

    /// <summary>The turn is kept, and nobody was told.</summary>
    Kept,

    /// <summary>It opens the journal again.</summary>
    Reopen,

    /// <summary>It is about to send something to somebody.</summary>
    Send,
}
