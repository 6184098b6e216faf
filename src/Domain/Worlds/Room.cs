using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Worlds;

/// <summary>A room, a channel in the words of IRC, and a channel's members: who is in it, in the order in which they came to the server.</summary>
public sealed record Room(
    RoomId Id, RoomName Name, Timestamp Since, Option<Topic> Topic, Map<Ascending<PersonId>, PersonId, Rights> Members, SeenIds Seen)
{
    public RoomModes Modes { get; init; }

    /// <summary>In slow mode: when who of its members spoke last, or came if they did not speak yet.</summary>
    public Map<Ascending<PersonId>, PersonId, Timestamp> Spoke { get; init; } = Map<Ascending<PersonId>, PersonId, Timestamp>.Empty;

    public Room Speaking(PersonId person, Timestamp at) => Modes.Has(RoomMode.Slow) ? this with { Spoke = Spoke.AddOrUpdate(person, at) } : this;

    public Rights RightsOf(PersonId person) => Members.Find(person).IfNone(Rights.None);

    public bool Has(PersonId person) => Members.ContainsKey(person);
}

/// <summary>What a room is about, who said so, and when.</summary>
public sealed record Topic(Words Text, Actor By, Timestamp At);
