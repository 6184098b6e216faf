namespace ChatRoom.Domain;

/// <summary>
/// Everything that the rules know, as one immutable value. Only <see cref="Evolution.Apply"/> makes a new one.
/// Hash maps walk in an order that differs from process to process: whoever shows people or rooms sorts them first.
/// </summary>
public sealed record World(
    Sequence Last,
    Timestamp Now,
    PersonId LastPerson,
    RoomId LastRoom,
    HashMap<Exactly<PersonId>, PersonId, Person> People,
    HashMap<Exactly<string>, string, PersonId> Nicks,
    HashMap<Exactly<ConnectionId>, ConnectionId, PersonId> Connections,
    HashMap<Exactly<RoomId>, RoomId, Room> Rooms,
    HashMap<Exactly<string>, string, RoomId> RoomNames,
    HashMap<Exactly<string>, string, PastRoom> Past,
    Map<Ascending<Ending>, Ending, string> PastByEnd)
{
    public static readonly World Empty = new(
        default, default, default, default, HashMap<Exactly<PersonId>, PersonId, Person>.Empty, HashMap<Exactly<string>, string, PersonId>.Empty,
        HashMap<Exactly<ConnectionId>, ConnectionId, PersonId>.Empty, HashMap<Exactly<RoomId>, RoomId, Room>.Empty, HashMap<Exactly<string>, string, RoomId>.Empty,
        HashMap<Exactly<string>, string, PastRoom>.Empty, Map<Ascending<Ending>, Ending, string>.Empty);

    public Option<Person> Person(ConnectionId connection) => Connections.Find(connection).Bind(id => People.Find(id));

    public Option<Person> Person(Nick nick)
    {
        ArgumentNullException.ThrowIfNull(nick);
        return Nicks.Find(nick.Key).Bind(id => People.Find(id));
    }

    public Option<Room> Room(RoomName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return RoomNames.Find(name.Key).Bind(id => Rooms.Find(id));
    }
}
