using ChatRoom.Journal;
using ChatRoom.Simulation.Tests.Machines;

namespace ChatRoom.Simulation.Tests.Databases;

/// <summary>What the database has for a connection: it outlives its client's interest in it, for a commit that arrived is done whether anybody waits for the answer or not.</summary>
internal sealed class Backend(Machine client)
{
    public Machine Client => client;

    /// <summary>It was ended, or its database was.</summary>
    public bool IsOver { get; set; }

    /// <summary>Nobody is at the other end any more.</summary>
    public bool IsForsaken { get; set; }

    /// <summary>A commit that was sent to it and is not answered.</summary>
    public Flight? Flight { get; set; }

    public bool Stands => !IsOver && !IsForsaken;
}

/// <summary>A turn on its way into the database.</summary>
internal sealed class Flight(long writer, TurnToKeep turn)
{
    public long Writer => writer;

    public TurnToKeep Turn => turn;

    /// <summary>It is in the log, and waits for the standby.</summary>
    public bool IsWritten { get; set; }

    /// <summary>That of the facts, when everybody sees it.</summary>
    public long Revision { get; set; }

    /// <summary>The table has an event with that number already.</summary>
    public bool Collides { get; set; }

    /// <summary>Its connection broke before it arrived.</summary>
    public bool NeverArrives { get; set; }
}
