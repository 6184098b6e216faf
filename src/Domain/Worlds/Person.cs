using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Worlds;

/// <summary>
/// Somebody who is there. <paramref name="Seen"/> holds the ids of what was said to them in private; what is said in a
/// room is remembered by the room.
/// </summary>
public sealed record Person(
    Actor Who, Words RealName, Timestamp Since, Set<Ascending<ConnectionId>, ConnectionId> Connections, Set<Ascending<RoomId>, RoomId> Rooms, SeenIds Seen)
{
    /// <summary>Their words for being away; none while they are here.</summary>
    public Option<Words> Away { get; init; }

    /// <summary>Without a connection they stay so long, to come back; none while they have one.</summary>
    public Option<Timestamp> StaysUntil { get; init; }

    /// <summary>The rooms that let them in once, whatever is set there.</summary>
    public Set<Ascending<RoomId>, RoomId> Invitations { get; init; } = Set<Ascending<RoomId>, RoomId>.Empty;

    /// <summary>When they last asked to be let in anywhere.</summary>
    public Option<Timestamp> Knocked { get; init; }

    /// <summary>Guests write to them in vain.</summary>
    public bool ShutsOutGuests { get; init; }

    /// <summary>Whose words and invitations they do not take, in the order in which it was set.</summary>
    public ValueList<Mask> Silences { get; init; }

    public bool IsSilencing(Actor who) => !Silences.IsEmpty && MaskSubject.Of(who) is var subject && Silences.Any(subject.IsMeant);

    /// <summary>As which account they act as an operator of the server.</summary>
    public Option<AccountRef> OnDutyAs { get; init; }

    public PersonModes Modes { get; init; }

    /// <summary>What they said of themselves as a guest; <see cref="MetadataEntries.MetadataOf"/> says what counts.</summary>
    public ValueList<MetadataEntry> Metadata { get; init; }

    public PersonId Id => Who.Id;

    public Nick Nick => Who.Nick;
}

/// <summary>What a person typed, and in which event, so that it can be forgotten here when it is forgotten there.</summary>
public sealed record Words(string Text, Sequence At)
{
    public Words Without(Forgetting what) => what.Covers(At) ? this with { Text = "" } : this;
}

/// <summary>When whose stay without a connection ends.</summary>
public readonly record struct StayEnd(Timestamp At, PersonId Person) : IComparable<StayEnd>
{
    public int CompareTo(StayEnd other) => At != other.At ? At.CompareTo(other.At) : Person.CompareTo(other.Person);
}
