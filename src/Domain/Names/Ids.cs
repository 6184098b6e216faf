namespace ChatRoom.Domain.Names;

/// <summary>Somebody who is there, over however many connections. Never given twice, so history can tell namesakes apart.</summary>
public readonly record struct PersonId(long Number) : IComparable<PersonId>
{
    public int CompareTo(PersonId other) => Number.CompareTo(other.Number);
}

/// <summary>
/// An account for good: never given twice, so that a person who registers the name of a deleted account inherits nothing.
/// What the account is called is only its name, and may change.
/// </summary>
public readonly record struct AccountId(long Number) : IComparable<AccountId>
{
    public int CompareTo(AccountId other) => Number.CompareTo(other.Number);
}

/// <summary>An account as it was called when something happened.</summary>
public sealed record AccountRef(AccountId Id, AccountName Name);

/// <summary>A wire to somebody. It names the server that holds it, because that server's end is the wire's end too.</summary>
public readonly record struct ConnectionId(ServerId Server, long Number) : IComparable<ConnectionId>
{
    public int CompareTo(ConnectionId other) =>
        Server.Number != other.Server.Number ? Server.Number.CompareTo(other.Server.Number) : Number.CompareTo(other.Number);
}

/// <summary>A room and its history. A later room of the same name has another, unless it inherits the history.</summary>
public readonly record struct RoomId(long Number) : IComparable<RoomId>
{
    public int CompareTo(RoomId other) => Number.CompareTo(other.Number);
}

/// <summary>One life of a server, from a start to its end. A start gets a new number, so no two lives ever share one.</summary>
public readonly record struct ServerId(int Number) : IComparable<ServerId>
{
    public ServerId Next => new(Number + 1);

    /// <summary>By hand, for the reason that <see cref="Sequence.ToString"/> names.</summary>
    public override string ToString() => $"{Number}";

    public int CompareTo(ServerId other) => Number.CompareTo(other.Number);
}

/// <summary>The place of an event in the journal: 1, 2, 3 and so on without a gap. 0 is before all, and what is not kept has it.</summary>
public readonly record struct Sequence(long Number) : IComparable<Sequence>
{
    public Sequence Next => new(Number + 1);

    /// <summary>By hand: the text that a record makes of itself would hold the next one's, and that the one's behind it, without end.</summary>
    public override string ToString() => $"{Number}";

    public int CompareTo(Sequence other) => Number.CompareTo(other.Number);
}

/// <summary>A moment, in milliseconds since 1970 (UTC). It always comes in from outside.</summary>
public readonly record struct Timestamp(long Milliseconds) : IComparable<Timestamp>
{
    public int CompareTo(Timestamp other) => Milliseconds.CompareTo(other.Milliseconds);
}

/// <summary>
/// From where a connection came, as 128 bits (IPv4 mapped into IPv6). It travels with a request, for the rules that look
/// at it, and no event keeps it.
/// </summary>
public readonly record struct NetworkAddress(UInt128 Bits);
