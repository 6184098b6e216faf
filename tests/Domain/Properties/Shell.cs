using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;

namespace ChatRoom.Domain.Tests.Properties;

/// <summary>
/// What a server keeps beside the world, fed by effects alone: which connection is whose, and who is in which room. It
/// throws when an effect names a room or a person that is not there at that moment.
/// </summary>
public sealed class Shell
{
    private readonly Dictionary<RoomId, System.Collections.Generic.HashSet<PersonId>> _rooms = [];
    private readonly Dictionary<ConnectionId, PersonId> _connections = [];
    private readonly System.Collections.Generic.HashSet<PersonId> _people = [];

    public IEnumerable<(RoomId Room, PersonId Person)> Places =>
        _rooms.SelectMany(room => room.Value.Select(person => (room.Key, person))).Order();

    public IEnumerable<(ConnectionId Connection, PersonId Person)> Connections =>
        _connections.Select(pair => (pair.Key, pair.Value)).Order();

    /// <summary>Does the effects of a step; gives back who was told what, once for each time.</summary>
    public IReadOnlyList<(PersonId Person, Recorded What)> Do(Step step)
    {
        var told = new List<(PersonId, Recorded)>();
        foreach (var effect in step.Effects)
            told.AddRange(Do(effect));
        return told;
    }

    private List<(PersonId, Recorded)> Unite(Effect.Unite unite)
    {
        var told = unite.Rooms.SelectMany(room => _rooms[room.Id]).Distinct().Select(person => (person, unite.What)).ToList();
        foreach (var (room, _) in unite.Rooms)
        {
            Assert.True(_rooms[room].Remove(unite.Guest));
            if (((Event.Merged)unite.What.Event).Taken.Contains(room))
                Assert.True(_rooms[room].Add(unite.Into));
            if (_rooms[room].Count == 0)
                _rooms.Remove(room);
        }
        foreach (var connection in _connections.Where(pair => pair.Value == unite.Guest).Select(pair => pair.Key).ToList())
            _connections[connection] = unite.Into;
        return told;
    }

    private List<(PersonId, Recorded)> Do(Effect effect)
    {
        switch (effect)
        {
            case Effect.Admit admit:
                _connections.Add(admit.Connection, admit.Person);
                _people.Add(admit.Person);
                return [];
            case Effect.Enter enter:
                Assert.True(_rooms.TryGetValue(enter.Room, out var room) || _rooms.TryAdd(enter.Room, room = []));
                Assert.True(room.Add(enter.Person));
                return [];
            case Effect.Exit exit:
                Assert.True(_rooms[exit.Room].Remove(exit.Person));
                if (_rooms[exit.Room].Count == 0)
                    _rooms.Remove(exit.Room);
                return [];
            case Effect.Tell tell:
                // Perhaps over no connection any more: who can come back stays for a while.
                Assert.Contains(tell.Person, _people);
                return [(tell.Person, tell.What)];
            case Effect.TellRoom tell:
                return _rooms[tell.Room].Select(person => (person, tell.What)).ToList();
            case Effect.TellEach tell:
                return _rooms.TryGetValue(tell.Room, out var all) ? all.Select(person => (person, tell.What)).ToList() : [];
            case Effect.TellPeers tell:
                Assert.All(tell.Rooms, shared => Assert.Contains(tell.Of.Id, _rooms[shared]));
                return tell.Rooms.SelectMany(shared => _rooms[shared]).Append(tell.Of.Id).Distinct()
                    .Select(person => (person, tell.What)).ToList();
            case Effect.Expel:
                // Connections here have no address, so nobody has to go.
                return [];
            case Effect.Unite unite:
                return Unite(unite);
            case Effect.Close close:
                Assert.True(_connections.Remove(close.Connection));
                return [];
            default:
                throw new InvalidOperationException($"{effect.GetType().Name} is missing here.");
        }
    }
}
