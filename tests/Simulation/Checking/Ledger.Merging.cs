using ChatRoom.Domain.Events;

namespace ChatRoom.Simulation.Tests.Checking;

/// <summary>A guest who became somebody else: who hears of it, and what.</summary>
public sealed partial class Ledger
{
    private void Merge(Recorded recorded, Event.Merged merged)
    {
        var (guest, into) = (_guests[merged.Who.Id.Number], _guests[merged.Into.Id.Number]);
        var (taken, shared) = (merged.Taken.Select(room => room.Number).ToHashSet(), guest.Rooms.Keys.Any(into.Rooms.ContainsKey));
        TellOthers(recorded, guest, into, taken);
        var own = into.Connections.ToList();
        foreach (var room in guest.Rooms.Keys)
        {
            Exit(guest, room);
            if (!taken.Contains(room))
                continue;
            into.Rooms[room] = Rights.None;
            _places[room].Members.Add(into);
        }
        foreach (var connection in own)
        {
            if (shared)
                Tell(connection, recorded, $"QUIT {guest.Nick}");
            foreach (var room in taken.Order())
                Tell(connection, recorded, $"JOIN {into.Nick} {_places[room].Name}");
        }
        foreach (var connection in guest.Connections)
            TellGuest(connection, recorded, guest, into, shared);
        into.Connections.AddRange(guest.Connections);
        guest.Rooms.Clear();
        guest.Connections.Clear();
        CloseName(recorded, guest);
        // Who is away is so in the rooms that are new to them, too.
        if (into.Away is { } words)
        {
            foreach (var room in merged.Taken)
                TellRoom(recorded, room, $"AWAY {into.Nick}", Need.Away, recorded.Origin, words, LateAway(recorded, into));
        }
    }

    private void TellOthers(Recorded recorded, Guest guest, Guest into, System.Collections.Generic.HashSet<long> taken)
    {
        foreach (var other in guest.Rooms.Keys.SelectMany(room => _places[room].Members).Distinct().Where(other => other != guest && other != into))
        {
            foreach (var connection in other.Connections)
            {
                Tell(connection, recorded, $"QUIT {guest.Nick}");
                foreach (var room in taken.Order().Where(other.Rooms.ContainsKey))
                    Tell(connection, recorded, $"JOIN {into.Nick} {_places[room].Name}");
            }
        }
    }

    private void TellGuest(Domain.Names.ConnectionId connection, Recorded recorded, Guest guest, Guest into, bool shared)
    {
        foreach (var room in guest.Rooms.Keys.Where(room => !into.Rooms.ContainsKey(room)))
            Tell(connection, recorded, $"PART {guest.Nick} {_places[room].Name}");
        if (shared)
            Tell(connection, recorded, $"QUIT {into.Nick}");
        Tell(connection, recorded, $"NICK {guest.Nick} {into.Nick}");
        foreach (var room in into.Rooms.Keys.Where(room => !guest.Rooms.ContainsKey(room)))
            Tell(connection, recorded, $"JOIN {into.Nick} {_places[room].Name}");
    }
}
