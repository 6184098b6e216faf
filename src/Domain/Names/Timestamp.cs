namespace ChatRoom.Domain.Names;

/// <summary>A moment, in milliseconds since 1970 (UTC). It always comes in from outside.</summary>
public readonly record struct Timestamp(long Milliseconds) : IComparable<Timestamp>
{
    public int CompareTo(Timestamp other) => Milliseconds.CompareTo(other.Milliseconds);
}
