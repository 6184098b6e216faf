namespace ChatRoom.Domain;

/// <summary>
/// Somebody who is there. <paramref name="Recent"/> holds the ids of what was said to him in private; what is said in a
/// room is remembered by the room.
/// </summary>
public sealed record Person(
    Who Who, string RealName, Timestamp Since, Set<Ascending<ConnectionId>, ConnectionId> Connections, Set<Ascending<RoomId>, RoomId> Rooms, Recent Recent)
{
    /// <summary>Their words for being away; empty while they are here.</summary>
    public string Away { get; init; } = "";

    public PersonId Id => Who.Id;

    public Nick Nick => Who.Nick;
}
