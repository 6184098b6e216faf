using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>What is true of every world, whatever happened. Tests, `verify` and simulations ask; the hub doesn't need to.</summary>
public static class Invariants
{
    /// <summary>A sentence for each thing that is wrong; none for a sound world.</summary>
    public static ValueList<string> Broken(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return [.. People(world), .. Rooms(world), .. Indexes(world), .. PastRooms(world), .. Servers(world), .. Accounts(world), .. Operators(world)];
    }

    private static IEnumerable<string> People(World world)
    {
        foreach (var person in world.People.Values)
        {
            var name = person.Nick.Text;
            if (person.Connections.IsEmpty != person.StaysUntil.IsSome)
                yield return $"{name} is there without a connection and without an end to that, or has both.";
            if (person.StaysUntil.TryGet(out var until) && !world.Stays.Contains(new StayEnd(until, person.Id)))
                yield return $"{name} stays without a connection, and nobody will end it.";
            if (person.Id.Number > world.LastPerson.Number)
                yield return $"{name} has a number that was not given yet.";
            if (world.Nicks.Find(person.Nick.Key) != person.Id)
                yield return $"{name} can't be found by nickname.";
            foreach (var connection in person.Connections.Where(c => world.Connections.Find(c) != person.Id))
                yield return $"{name} can't be found by connection {connection.Number}.";
            foreach (var room in person.Invitations.Where(r => !world.Rooms.Find(r).Exists(found => found.Invited.Contains(person.Id))))
                yield return $"{name} is invited to room {room.Number}, which does not know it.";
            foreach (var room in person.Rooms.Where(r => !world.Rooms.Find(r).Exists(found => found.Has(person.Id))))
                yield return $"{name} is in room {room.Number}, which does not know it.";
        }
    }

    private static IEnumerable<string> Rooms(World world)
    {
        foreach (var room in world.Rooms.Values)
        {
            if (room.Members.IsEmpty && !room.Lasts)
                yield return $"{room.Name} is open and empty.";
            if (room.Id.Number > world.LastRoom.Number)
                yield return $"{room.Name} has a number that was not given yet.";
            if (world.RoomNames.Find(room.Name.Key) != room.Id)
                yield return $"{room.Name} can't be found by name.";
            foreach (var member in room.Members.Keys.Where(m => !world.People.Find(m).Exists(found => found.Rooms.Contains(room.Id))))
                yield return $"{room.Name} holds person {member.Number}, who does not know it.";
            foreach (var member in room.Members.Keys.Where(m => world.People.Find(m).Exists(found => room.Silences(found.Who) != room.Silenced.Contains(m))))
                yield return $"{room.Name} has not asked its masks whether person {member.Number} may speak.";
            if (room.Lasts && room.Founders == 0)
                yield return $"{room.Name} remembers who has which right, and has no founder.";
            foreach (var holder in room.Holders.Where(h => h.Value.HasFlag(Rights.Founder) != world.Foundings.Contains(new Founding(h.Key, room.Id))))
                yield return $"{room.Name} can't be found by its founder {holder.Key.Number}.";
            foreach (var member in room.Members.Keys.Where(m => IsFalseFounder(world, room, m)))
                yield return $"{room.Name} has a founder {member.Number} whose account is not one.";
            foreach (var mask in room.Masks.Where(m => m.EndIn(room.Id).Exists(end => !world.MaskEnds.Contains(end))))
                yield return $"{room.Name} has the mask {mask.Mask}, whose time nobody will end.";
            foreach (var guest in room.Invited.Where(g => room.Has(g) || !world.People.Find(g).Exists(found => found.Invitations.Contains(room.Id))))
                yield return $"{room.Name} invited person {guest.Number}, who is there or does not know it.";
        }
    }

    private static bool IsFalseFounder(World world, Room room, PersonId member) =>
        room.RightsOf(member).HasFlag(Rights.Founder) && !world.People.Find(member).Exists(found => room.HeldBy(found.Who).HasFlag(Rights.Founder));

    /// <summary>Each index is as large as what it indexes: with the look-ups above, they are then the same.</summary>
    private static IEnumerable<string> Indexes(World world)
    {
        if (world.Nicks.Count != world.People.Count)
            yield return $"{world.Nicks.Count} nicknames name {world.People.Count} people.";
        if (world.Connections.Count != world.People.Values.Sum(person => person.Connections.Count))
            yield return $"{world.Connections.Count} connections are more or less than the people's.";
        if (world.MaskEnds.Count != world.Rooms.Values.Sum(room => room.Masks.Count(mask => mask.Until.IsSome)))
            yield return $"{world.MaskEnds.Count} masks will end, and the rooms have more or fewer of them.";
        if (world.Foundings.Count != world.Rooms.Values.Sum(room => room.Founders))
            yield return $"{world.Foundings.Count} founders are more or fewer than the rooms'.";
        if (world.RoomNames.Count != world.Rooms.Count)
            yield return $"{world.RoomNames.Count} names name {world.Rooms.Count} rooms.";
    }

    private static IEnumerable<string> PastRooms(World world)
    {
        if (world.Past.Count != world.PastByEnd.Count || world.Past.Count > world.Limits.PastRooms)
            yield return $"{world.Past.Count} past rooms have {world.PastByEnd.Count} endings.";
        foreach (var (key, past) in world.Past)
        {
            if (world.PastByEnd.Find(new PastRoomKey(past.EndedAt, past.Id)) != key)
                yield return $"Past room {past.Name} has no ending.";
            if (past.Name.Key != key || past.Id.Number > world.LastRoom.Number || past.EndedAt.Number > world.Last.Number)
                yield return $"Past room {past.Name} is not the one that ended.";
            if (world.Rooms.ContainsKey(past.Id))
                yield return $"Past room {past.Name} goes on under another name.";
            if (world.RoomNames.ContainsKey(key))
                yield return $"Room {past.Name} is both past and open.";
        }
    }

    private static IEnumerable<string> Accounts(World world)
    {
        foreach (var account in world.Accounts.Values)
        {
            if (account.Id.CompareTo(world.LastAccount) > 0)
                yield return $"Account {account.Name} has a number that was not given yet.";
            if (world.AccountNames.Find(account.Name.Key) != account.Id)
                yield return $"Account {account.Name} can't be found by name.";
        }
        if (world.AccountNames.Count != world.Accounts.Count)
            yield return $"{world.AccountNames.Count} names name {world.Accounts.Count} accounts.";
        foreach (var person in world.People.Values)
        {
            if (person.Who.Account.TryGet(out var account) && world.Members.Find(account.Id) != person.Id)
                yield return $"{person.Nick} can't be found by account, or is not the only one who has it.";
        }
        if (world.Members.Count != world.People.Values.Count(person => person.Who.Account.IsSome))
            yield return $"{world.Members.Count} accounts are there with more or fewer people.";
    }

    private static IEnumerable<string> Operators(World world)
    {
        foreach (var (account, powers) in world.Operators)
        {
            if (powers == Events.Powers.None || !world.Accounts.ContainsKey(account))
                yield return $"Account {account.Number} is an operator's that is none, or without a right.";
        }
        foreach (var person in world.People.Values.Where(person => person.OnDutyAs.IsSome))
        {
            if (!world.OnDuty.Contains(person.Id) || world.PowersOf(person) == Events.Powers.None)
                yield return $"{person.Nick} is on duty, and can't be found so, or is no operator.";
        }
        if (world.Listeners.Count != world.People.Values.Count(person => person.Modes.HasFlag(Events.PersonModes.HearsAnnouncements) && world.Listeners.Contains(person.Id)))
            yield return "Some who want to hear announcements can't be found so, or are not there.";
        if (world.OnDuty.Count != world.People.Values.Count(person => person.OnDutyAs.IsSome))
            yield return $"{world.OnDuty.Count} people on duty are more or fewer than there are.";
    }

    private static IEnumerable<string> Servers(World world)
    {
        if (world.Stays.Count != world.People.Values.Count(person => person.StaysUntil.IsSome))
            yield return $"{world.Stays.Count} stays without a connection have more or fewer people.";
        foreach (var server in world.Servers.Keys.Where(server => server.CompareTo(world.LastServer) > 0))
            yield return $"Server {server.Number} has a number that was not given yet.";
        foreach (var server in world.Connections.Keys.Select(connection => connection.Server).Distinct().Where(server => !world.Servers.ContainsKey(server)))
            yield return $"Server {server.Number} has connections and never began.";
    }
}
