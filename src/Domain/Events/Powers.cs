namespace ChatRoom.Domain.Events;

/// <summary>
/// What an account may do on the whole server, as an operator: a set of named rights. The numbers are a snapshot's and the names the journal's; a
/// new one takes the next free bit.
/// </summary>
[Flags]
public enum Powers
{
    None = 0,

    /// <summary>To end somebody's connections (KILL).</summary>
    Kill = 1,

    /// <summary>To ban from the server, to lift that, and to let only accounts in.</summary>
    Ban = 2,

    /// <summary>To see from which address somebody comes.</summary>
    Addresses = 4,

    /// <summary>To act in every room as its founder may (SAMODE and its like).</summary>
    Rooms = 8,

    /// <summary>To speak to everybody who wants to hear it (WALLOPS).</summary>
    Announce = 16,

    /// <summary>To have the settings read again (REHASH).</summary>
    Reload = 32,

    /// <summary>To help people with their accounts.</summary>
    Accounts = 64,

    /// <summary>To make operators and to end that.</summary>
    Grant = 128,

    All = Kill | Ban | Addresses | Rooms | Announce | Reload | Accounts | Grant,
}
