namespace ChatRoom.Domain.Names;

/// <summary>The place of an event in the journal: 1, 2, 3 and so on without a gap. 0 is before all, and what is not kept has it.</summary>
public readonly record struct Sequence(long Number) : IComparable<Sequence>
{
    public Sequence Next => new(Number + 1);

    /// <summary>By hand: the text that a record makes of itself would hold the next one's, and that the one's behind it, without end.</summary>
    public override string ToString() => $"{Number}";

    public int CompareTo(Sequence other) => Number.CompareTo(other.Number);
}
