namespace ChatRoom.Simulation.Tests.Disks;

/// <summary>What becomes of a write.</summary>
public enum DiskFault
{
    None,

    /// <summary>There is no room: nothing is written, and that is certain.</summary>
    Full,

    /// <summary>The connection is gone, and nothing was written.</summary>
    LostBefore,

    /// <summary>The connection is gone, and all was written.</summary>
    LostAfter,

    /// <summary>The connection is gone, and it is written some time later, or never. Only a database is far enough away for that.</summary>
    Late,

    /// <summary>The write ended in its middle.</summary>
    Torn,
}
