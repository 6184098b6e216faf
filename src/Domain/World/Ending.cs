namespace ChatRoom.Domain;

/// <summary>When which room ended, in an order that is the same everywhere: one event can end many rooms.</summary>
public readonly record struct Ending(Sequence At, RoomId Room) : IComparable<Ending>
{
    public int CompareTo(Ending other) => At != other.At ? At.CompareTo(other.At) : Room.CompareTo(other.Room);
}
