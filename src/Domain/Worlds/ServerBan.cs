using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Worlds;

/// <summary>A ban from the server: of whom, who set it (none for the shell), when, until when, and why.</summary>
public sealed record ServerBan(BanTarget Of, Option<Actor> By, Timestamp At, Option<Timestamp> Until, Words Reason);

/// <summary>When which ban from the server ends.</summary>
public readonly record struct BanEnd(Timestamp At, string Key) : IComparable<BanEnd>
{
    public int CompareTo(BanEnd other) => At != other.At ? At.CompareTo(other.At) : string.CompareOrdinal(Key, other.Key);
}
