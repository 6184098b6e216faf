using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>What can be asked about rooms: who is there, what they are about, which there are.</summary>
public static class RoomAnswers
{
    public static IEnumerable<Written> Entered(in Standpoint from, Room room, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(room);
        if (room.Topic.IsSome)
            Topic(room, to);
        ReadMarkerAnswers.Write(from, room, to);
        return ((to.Capabilities & Offered.NoNames) == 0 ? Names(from.World, room, to) : []).Concat(MetadataAnswers.Entered(from, room, to));
    }

    /// <summary>For a connection that takes over: the rooms in which its person is, as if it had just entered each.</summary>
    public static IEnumerable<Written> Within(Standpoint from, Person person, Timestamp at, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(person);
        foreach (var id in person.Rooms)
        {
            if (!from.World.Rooms.Find(id).TryGet(out var room))
                continue;
            foreach (var written in Entering(from, person, room, at, to))
                yield return written;
        }
    }

    /// <summary>
    /// Two people are one now. A connection of the guest hears that they left where the other may not be, are called otherwise, and are in the other's rooms too;
    /// one of the other hears that the guest went, and in which rooms they are in the guest's place. Nobody is there twice for anybody.
    /// </summary>
    public static IEnumerable<Written> United(Standpoint from, Effect.Unite unite, bool wasGuest, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(unite);
        var world = from.World;
        if (unite.What.Event is not Event.Merged merged || !world.People.Find(unite.Into).TryGet(out var person))
            yield break;
        var (at, before) = (unite.What.At, unite.Rooms.Select(room => room.Id).ToHashSet());
        var isShared = before.Any(room => person.Rooms.Contains(room) && !merged.Taken.Contains(room));
        if (!wasGuest)
        {
            if (isShared)
                By(merged.Who, at, to).Command("QUIT"u8).Last(EventWriter.MergedWords(merged)).End();
        }
        else
        {
            foreach (var (_, name) in unite.Rooms.Where(room => !person.Rooms.Contains(room.Id)))
                By(merged.Who, at, to).Command("PART"u8).Param(name.Text).Last($"{merged.Into.Nick} may not be there").End();
            if (isShared)
                By(merged.Into, at, to).Command("QUIT"u8).Last("you are one person now").End();
            By(merged.Who, at, to).Command("NICK"u8).Param(merged.Into.Nick.Text).End();
        }
        yield return default;
        foreach (var room in person.Rooms.Select(id => world.Rooms[id]))
        {
            var isNew = wasGuest ? !before.Contains(room.Id) : merged.Taken.Contains(room.Id);
            // What the guest could do in a room may be more or less than what the person can.
            var written = isNew ? Entering(from, person, room, at, to) : wasGuest ? Names(world, room, to) : [];
            foreach (var part in written)
                yield return part;
        }
    }

    private static IEnumerable<Written> Entering(Standpoint from, Person person, Room room, Timestamp at, Numeric to)
    {
        By(person.Who, at, to).Command("JOIN"u8).Param(room.Name.Text).End();
        return Entered(from, room, to);
    }

    private static LineWriter By(Actor who, Timestamp at, Numeric to)
    {
        if (to.Capabilities.HasFlag(Capability.ServerTime))
            to.Writer.Tag("time"u8, ServerTime.Format(at.Milliseconds));
        return to.Writer.Source(EventWriter.NameOf(who));
    }

    public static void Topic(Room room, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(room);
        if (!room.Topic.TryGet(out var topic))
        {
            to.Begin(Numerics.RplNoTopic).Param(room.Name.Text).Last("No topic is set").End();
            return;
        }
        to.Begin(Numerics.RplTopic).Param(room.Name.Text).LastFitting(topic.Text.Text).End();
        to.Begin(Numerics.RplTopicWhoTime).Param(room.Name.Text).Param(topic.By.Nick.Text).Param(topic.At.Milliseconds / 1000).End();
    }

    public static IEnumerable<Written> Names(World world, Room room, Numeric to)
    {
        var names = new ListWriter(to.Writer, () => to.Begin(Numerics.RplNamReply).Param(room.Modes.Has(RoomMode.Secret) ? "@" : "=").Param(room.Name.Text));
        foreach (var (id, rights) in room.Members)
        {
            if (world.People.Find(id).TryGet(out var person) && names.Add(to.Prefix(rights) + to.Name(person.Who)))
                yield return default;
        }
        names.End();
        EndOfNames(room.Name.Text, to);
        yield return default;
    }

    public static void EndOfNames(string room, Numeric to) =>
        to.Begin(Numerics.RplEndOfNames).Param(Numeric.Word(room)).Last("End of names").End();

    /// <summary>Rooms in the order of their names that who asks may know.</summary>
    public static IEnumerable<Written> List(World world, ConnectionId asker, RoomFilter wanted, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var rooms = world.Rooms.Values.Where(room => Known(world, room, asker).IsSome && wanted.Fits(room));
        foreach (var room in rooms.OrderBy(room => room.Name.Key, StringComparer.Ordinal))
        {
            to.Begin(Numerics.RplList).Param(room.Name.Text).Param(room.Members.Count)
                .LastFitting(room.Topic.Match(topic => topic.Text.Text, () => "")).End();
            yield return default;
        }
        to.Begin(Numerics.RplListEnd).Last("End of the list of rooms").End();
        yield return default;
    }

    /// <summary>The room, if there is one that who asks may know, and is in where they must be; else it is said what is wrong, and null.</summary>
    public static Room? Find(World world, RoomName name, ConnectionId asker, bool mustBeIn, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(name);
        if (!Known(world, world.Room(name), asker).TryGet(out var room))
            to.Begin(Numerics.ErrNoSuchChannel).Param(name.Text).Last("There is no such room; JOIN opens it").End();
        else if (mustBeIn && !world.Person(asker).Exists(person => room.Has(person.Id)))
            to.Begin(Numerics.ErrNotOnChannel).Param(name.Text).Last("You are not in that room; JOIN it first").End();
        else
            return room;
        return null;
    }

    /// <summary>None also for a secret room that who asks is not in.</summary>
    public static Option<Room> Known(World world, Option<Room> room, ConnectionId asker) =>
        room.Filter(found => world.Person(asker).Exists(person => found.IsKnownTo(person)));

    public static IEnumerable<Written> Inviting(Event.Invited invited, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(invited);
        to.Begin(Numerics.RplInviting).Param(invited.Of.Nick.Text).Param(invited.Name.Text).End();
        yield return default;
    }

    public static IEnumerable<Written> Knocked(Event.Knocked knocked, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(knocked);
        to.Begin(Numerics.RplKnockDlvr).Param(knocked.Name.Text).Last("Those who tend that room were asked to let you in").End();
        yield return default;
    }

    /// <summary>To who did it, in or out.</summary>
    public static IEnumerable<Written> Dropped(Event.RoomDropped dropped, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(dropped);
        to.Writer.Source(to.Server).Command("NOTE"u8).Param("DROP").Param("ROOM_DROPPED").Param(dropped.Name.Text)
            .Last("That room is no more; nobody takes up what was said there, and its name is free").End();
        yield return default;
    }

    public static void Founders(World world, Room room, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(room);
        foreach (var account in room.Holders.AsEnumerable().Where(one => one.Value.HasFlag(Rights.Founder)).Select(one => world.Accounts.Find(one.Key)).Somes())
            to.Begin(Numerics.RplFounderList).Param(room.Name.Text).Param(account.Name.Text).End();
        to.Begin(Numerics.RplEndOfFounderList).Param(room.Name.Text).Last("End of the list of founders").End();
    }

    public static void Masks(Room room, char letter, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(room);
        foreach (var mask in room.Masks)
        {
            var row = ModeTable.Row(mask.List);
            if (row.Letter == letter)
            {
                var line = to.Begin(row.Item).Param(room.Name.Text).Param(row.Shown(mask.Mask)).Param(mask.By.Nick.Text).Param(mask.At.Milliseconds / 1000);
                // Ours: until when, and who was named; which others pass over.
                if (mask.Until.IsSome || mask.For.IsSome)
                    line = line.Param(mask.Until.Map(until => until.Milliseconds / 1000).IfNone(0));
                (mask.For.TryGet(out var named) ? line.Param(named.Text) : line).End();
            }
        }
        to.Begin((ModeTable.Lists.FirstOrDefault(row => row.Letter == letter) ?? ModeTable.Lists[0]).End).Param(room.Name.Text).Last("End of the list").End();
    }

    public static void Modes(Room room, bool isIn, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(room);
        var (letters, values) = ModeTable.Shown(room, isIn);
        var line = to.Begin(Numerics.RplChannelModeIs).Param(room.Name.Text).Param(letters);
        foreach (var value in values)
            line.Param(value);
        line.End();
        to.Begin(Numerics.RplCreationTime).Param(room.Name.Text).Param(room.Since.Milliseconds / 1000).End();
    }
}
