namespace ChatRoom.Domain.Names;

/// <summary>A room and its history. A later room of the same name has another, unless it inherits the history.</summary>
public readonly record struct RoomId(long Number) : IComparable<RoomId>
{
    public int CompareTo(RoomId other) => Number.CompareTo(other.Number);
}
