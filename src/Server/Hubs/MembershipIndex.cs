using System.Runtime.InteropServices;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Server.Hubs;

/// <summary>
/// Fan-out: which of this server's connections belong to whom and are in which room, as flat lists: walking one costs a nanosecond a
/// connection, walking the world's maps a hundred. Only effects change it.
/// </summary>
public sealed class MembershipIndex
{
    private readonly Dictionary<ConnectionId, LocalConnection> _connections = [];
    private readonly Dictionary<PersonId, List<LocalConnection>> _people = [];
    private readonly Dictionary<RoomId, List<LocalConnection>> _rooms = [];

    /// <summary>Those with a connection here. From any thread; of its moment.</summary>
    public int People => _people.Count;

    public IReadOnlyCollection<LocalConnection> Connections => _connections.Values;

    /// <summary>A connection that is closed already stays so, whatever its session had still to say.</summary>
    public void Open(LocalConnection connection)
    {
        if (!connection.Outbox.IsClosed)
            _connections.TryAdd(connection.Id, connection);
    }

    /// <summary>Null for a connection that another server holds, or that is closed.</summary>
    public LocalConnection? Find(ConnectionId connection) => _connections.GetValueOrDefault(connection);

    /// <summary>A person who comes over a second connection is in all rooms there too.</summary>
    public void Admit(LocalConnection connection, Person person)
    {
        connection.Person = person.Id;
        Add(_people, person.Id, connection);
        foreach (var room in person.Rooms)
            Add(_rooms, room, connection);
    }

    public void Enter(PersonId person, RoomId room)
    {
        foreach (var connection in Of(person))
            Add(_rooms, room, connection);
    }

    /// <summary>The connections of a guest are somebody else's, who is in these rooms in their place and in others besides.</summary>
    public void Unite(PersonId guest, IEnumerable<RoomId> rooms, Person into, IEnumerable<RoomId> taken)
    {
        ArgumentNullException.ThrowIfNull(into);
        var moved = Of(guest).ToArray();
        _people.Remove(guest);
        foreach (var room in rooms)
        {
            foreach (var connection in moved)
                Remove(_rooms, room, connection);
        }
        foreach (var room in taken)
            Enter(into.Id, room);
        foreach (var connection in moved)
            Admit(connection, into);
    }

    public void Exit(PersonId person, RoomId room)
    {
        foreach (var connection in Of(person))
            Remove(_rooms, room, connection);
    }

    /// <summary>The connection is empty. Its person's rooms were left by effects before, or are still theirs over another connection.</summary>
    public void Close(LocalConnection connection, IEnumerable<RoomId> rooms)
    {
        _connections.Remove(connection.Id);
        if (connection.Person is not { } person)
            return;
        foreach (var room in rooms)
            Remove(_rooms, room, connection);
        Remove(_people, person, connection);
        connection.Person = null;
    }

    public ReadOnlySpan<LocalConnection> Of(PersonId person) =>
        _people.TryGetValue(person, out var connections) ? CollectionsMarshal.AsSpan(connections) : default;

    public ReadOnlySpan<LocalConnection> In(RoomId room) =>
        _rooms.TryGetValue(room, out var connections) ? CollectionsMarshal.AsSpan(connections) : default;

    /// <summary>Those that came from there.</summary>
    public IEnumerable<LocalConnection> Within(AddressRange range) => Connections.Where(connection => connection.Address is { } address && range.Holds(address));

    private static void Add<TKey>(Dictionary<TKey, List<LocalConnection>> index, TKey key, LocalConnection connection) where TKey : notnull
    {
        ref var connections = ref CollectionsMarshal.GetValueRefOrAddDefault(index, key, out _);
        (connections ??= new List<LocalConnection>(1)).Add(connection);
    }

    private static void Remove<TKey>(Dictionary<TKey, List<LocalConnection>> index, TKey key, LocalConnection connection) where TKey : notnull
    {
        if (!index.TryGetValue(key, out var connections))
            return;
        var at = connections.IndexOf(connection);
        if (at < 0)
            return;
        // The order in a list says nothing, so the last one takes the free place.
        connections[at] = connections[^1];
        connections.RemoveAt(connections.Count - 1);
        if (connections.Count == 0)
            index.Remove(key);
    }
}
