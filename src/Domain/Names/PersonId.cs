namespace ChatRoom.Domain.Names;

/// <summary>Somebody who is there, over however many connections. Never given twice, so history can tell namesakes apart.</summary>
public readonly record struct PersonId(long Number) : IComparable<PersonId>
{
    public int CompareTo(PersonId other) => Number.CompareTo(other.Number);
}
