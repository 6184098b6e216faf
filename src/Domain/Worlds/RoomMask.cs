using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Worlds;

/// <summary>A mask in a list of a room: who set it, when, and until when it holds.</summary>
/// <param name="For">Who was named, where the mask was made of where they came from.</param>
public sealed record RoomMask(MaskList List, Mask Mask, Actor By, Timestamp At, Option<Timestamp> Until, Option<Nick> For)
{
    /// <summary>When it ends, if it does.</summary>
    public Option<MaskEnd> EndIn(RoomId room) => Until.Map(until => new MaskEnd(until, room, List, Mask.Key));

    public bool Is(MaskList list, Mask mask) => List == list && Mask.Key == mask.Key;
}

/// <summary>When which mask of which room ends.</summary>
public readonly record struct MaskEnd(Timestamp At, RoomId Room, MaskList List, string Key) : IComparable<MaskEnd>
{
    public int CompareTo(MaskEnd other) => At != other.At ? At.CompareTo(other.At) : Room != other.Room ? Room.CompareTo(other.Room)
        : List != other.List ? List.CompareTo(other.List) : string.CompareOrdinal(Key, other.Key);
}
