namespace ChatRoom.Domain.Names;

/// <summary>One life of a server, from a start to its end. A start gets a new number, so no two lives ever share one.</summary>
public readonly record struct ServerId(int Number) : IComparable<ServerId>
{
    public ServerId Next => new(Number + 1);

    /// <summary>By hand, for the reason that <see cref="Sequence.ToString"/> names.</summary>
    public override string ToString() => $"{Number}";

    public int CompareTo(ServerId other) => Number.CompareTo(other.Number);
}
