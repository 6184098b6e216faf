using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Commands;

/// <summary>
/// A command with what the world can't know by itself: where it came from, and when. The moment is the journal's and the
/// same for a whole turn, so it never goes back.
/// </summary>
public readonly record struct Request(Origin Origin, Timestamp At, Command Command);

/// <summary>
/// Over which connection a command came, from where, and with which account. A timer, an operator's tool and the
/// journal itself are nobody: their commands come over no connection.
/// </summary>
public readonly record struct Origin(ConnectionId? Connection, NetworkAddress? Address, AccountRef? Account)
{
    public static readonly Origin Nobody;

    public static Origin Of(ConnectionId connection) => new(connection, null, null);
}
