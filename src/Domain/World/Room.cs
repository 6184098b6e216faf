namespace ChatRoom.Domain;

/// <summary>A room and who is in it, in the order in which they came to the server.</summary>
public sealed record Room(
    RoomId Id, RoomName Name, Timestamp Since, Option<Topic> Topic, Map<Ascending<PersonId>, PersonId, Role> Members, Recent Recent)
{
    public bool Has(PersonId person) => Members.ContainsKey(person);
}
