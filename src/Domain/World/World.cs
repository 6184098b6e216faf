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
    HashMap<PersonId, Person> People,
    HashMap<string, PersonId> Nicks,
    HashMap<ConnectionId, PersonId> Connections,
    HashMap<RoomId, Room> Rooms,
    HashMap<string, RoomId> RoomNames,
    HashMap<string, PastRoom> Past,
    Map<Ending, string> PastByEnd)
{
    public static readonly World Empty = new(
        default, default, default, default, HashMap<PersonId, Person>.Empty, HashMap<string, PersonId>.Empty,
        HashMap<ConnectionId, PersonId>.Empty, HashMap<RoomId, Room>.Empty, HashMap<string, RoomId>.Empty,
        HashMap<string, PastRoom>.Empty, Map<Ending, string>.Empty);

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
