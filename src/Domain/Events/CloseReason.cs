namespace ChatRoom.Domain.Events;

/// <summary>Why a connection ends. Stored by name (see the journal's codec); one table of the shell says each in words.</summary>
public enum CloseReason
{
    /// <summary>Its owner said so, perhaps with words.</summary>
    Quit = 1,

    /// <summary>The other end closed it without a word.</summary>
    ConnectionClosed,

    /// <summary>The network failed.</summary>
    ConnectionLost,

    /// <summary>Nothing was heard of it, and it did not answer.</summary>
    PingTimeout,

    /// <summary>It did not register in time.</summary>
    HandshakeTimeout,

    /// <summary>It did not take its last lines in time.</summary>
    CloseTimeout,

    /// <summary>More was waiting for it than a client may let wait.</summary>
    ReadTooSlowly,

    /// <summary>It did not know the server's password.</summary>
    WrongPassword,

    /// <summary>Its person came back over another connection.</summary>
    Resumed,

    /// <summary>Its person did not come back in time.</summary>
    StayEnded,

    /// <summary>The server is stopping, and says so.</summary>
    ServerStopping,

    /// <summary>The server that held it is no more.</summary>
    ServerEnded,

    /// <summary>The server failed on something that came over it.</summary>
    ServerFailed,

    /// <summary>An operator of the server ended it.</summary>
    Killed,

    /// <summary>An operator banned its person, or from where it came.</summary>
    Banned,

    /// <summary>Only accounts came in just then.</summary>
    AccountsOnly,

    /// <summary>There were too many connections from where it came.</summary>
    TooManyConnections,

    /// <summary>The journal lost what its people had been told.</summary>
    JournalLost,

    /// <summary>Somebody ended it from another device of the account, or who tends the server did.</summary>
    EndedByOwner,
}

/// <summary>The end of a connection: why, and what its owner said, if they said so.</summary>
public readonly record struct Ending(CloseReason Why, string Words = "");
