using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Worlds;

/// <summary>
/// A room that ended and was open to all. A later room of that name takes up its history, and still knows the ids of
/// what was said last: a server that was killed ends all rooms, and its clients come back to say again what they missed.
/// </summary>
public sealed record PastRoom(RoomId Id, RoomName Name, Sequence EndedAt, SeenIds Seen)
{
    /// <summary>What it was about lasts as its history does.</summary>
    public Option<Topic> Topic { get; init; }

    public ValueList<Returning> Returning { get; init; }
}

/// <summary>When which room ended, in an order that is the same everywhere: one event can end many rooms.</summary>
public readonly record struct PastRoomKey(Sequence At, RoomId Room) : IComparable<PastRoomKey>
{
    public int CompareTo(PastRoomKey other) => At != other.At ? At.CompareTo(other.At) : Room.CompareTo(other.Room);
}
