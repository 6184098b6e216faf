namespace ChatRoom.Domain.Names;

/// <summary>A wire to somebody. It names the server that holds it, because that server's end is the wire's end too.</summary>
public readonly record struct ConnectionId(ServerId Server, long Number) : IComparable<ConnectionId>
{
    public int CompareTo(ConnectionId other) =>
        Server.Number != other.Server.Number ? Server.Number.CompareTo(other.Server.Number) : Number.CompareTo(other.Number);
}
