using System.Runtime.InteropServices;
using ChatRoom.Domain;

namespace ChatRoom.Server.Hubs;

/// <summary>
/// Which of this server's seats belong to whom and are in which room, as flat lists: walking one costs a nanosecond a
/// seat, walking the world's maps a hundred. Only effects change it.
/// </summary>
public sealed class Roster
{
    private readonly Dictionary<ConnectionId, Seat> _seats = [];
    private readonly Dictionary<PersonId, List<Seat>> _people = [];
    private readonly Dictionary<RoomId, List<Seat>> _rooms = [];

    public IReadOnlyCollection<Seat> Seats => _seats.Values;

    /// <summary>A seat that is closed already stays so, whatever its session had still to say.</summary>
    public void Open(Seat seat)
    {
        if (!seat.Outbox.IsClosed)
            _seats.TryAdd(seat.Id, seat);
    }

    /// <summary>Null for a connection that another server holds, or that is closed.</summary>
    public Seat? Find(ConnectionId connection) => _seats.GetValueOrDefault(connection);

    /// <summary>Who comes over a second connection is in all his rooms there too.</summary>
    public void Admit(Seat seat, Person person)
    {
        seat.Person = person.Id;
        Add(_people, person.Id, seat);
        foreach (var room in person.Rooms)
            Add(_rooms, room, seat);
    }

    public void Enter(PersonId person, RoomId room)
    {
        foreach (var seat in Of(person))
            Add(_rooms, room, seat);
    }

    public void Exit(PersonId person, RoomId room)
    {
        foreach (var seat in Of(person))
            Remove(_rooms, room, seat);
    }

    /// <summary>The seat is empty. Its person's rooms were left by effects before, or are still his over another seat.</summary>
    public void Close(Seat seat, IEnumerable<RoomId> rooms)
    {
        _seats.Remove(seat.Id);
        if (seat.Person is not { } person)
            return;
        foreach (var room in rooms)
            Remove(_rooms, room, seat);
        Remove(_people, person, seat);
        seat.Person = null;
    }

    public ReadOnlySpan<Seat> Of(PersonId person) =>
        _people.TryGetValue(person, out var seats) ? CollectionsMarshal.AsSpan(seats) : default;

    public ReadOnlySpan<Seat> In(RoomId room) =>
        _rooms.TryGetValue(room, out var seats) ? CollectionsMarshal.AsSpan(seats) : default;

    private static void Add<TKey>(Dictionary<TKey, List<Seat>> index, TKey key, Seat seat) where TKey : notnull
    {
        ref var seats = ref CollectionsMarshal.GetValueRefOrAddDefault(index, key, out _);
        (seats ??= new List<Seat>(1)).Add(seat);
    }

    private static void Remove<TKey>(Dictionary<TKey, List<Seat>> index, TKey key, Seat seat) where TKey : notnull
    {
        if (!index.TryGetValue(key, out var seats))
            return;
        var at = seats.IndexOf(seat);
        if (at < 0)
            return;
        // The order in a list says nothing, so the last one takes the free place.
        seats[at] = seats[^1];
        seats.RemoveAt(seats.Count - 1);
        if (seats.Count == 0)
            index.Remove(key);
    }
}
