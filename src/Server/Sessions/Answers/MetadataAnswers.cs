using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>
/// What is said of people and rooms under keys (draft/metadata-2, draft/metadata-3). Of a person everybody may know it, as they may WHOIS; of a room who
/// is in it, and where it is open to all, everybody who is not banned there.
/// </summary>
public static class MetadataAnswers
{
    private const string Visible = "*";

    public static void Get(in Standpoint from, string word, Domain.Data.ValueList<string> keys, Numeric to)
    {
        if (Find(from, word, keys.Count > 0 ? keys[0] : Visible, to) is not var (name, entries))
            return;
        var batch = MetadataBatch.Begin(to, name);
        foreach (var key in keys)
        {
            if (MetadataKey.Parse(key).IsNone)
                KeyInvalid(batch.Line(), key);
            else if (entries.FirstOrDefault(entry => entry.Key.Text == key) is { } entry)
                Value(batch.Line(), to, name, entry);
            else
                NotSet(batch.Line(), to, name, key);
        }
        batch.End();
    }

    public static void List(in Standpoint from, string word, Numeric to)
    {
        if (Find(from, word, Visible, to) is not var (name, entries))
            return;
        var batch = MetadataBatch.Begin(to, name);
        foreach (var entry in entries)
            Value(batch.Line(), to, name, entry);
        batch.End();
    }

    /// <summary>What the client subscribed to: of a person, or of a room and all who are in it, for who is in it too.</summary>
    public static IEnumerable<Written> Sync(Standpoint from, string word, Numeric to)
    {
        if (RoomName.Parse(word).ToOption().TryGet(out var name))
        {
            if (RoomAnswers.Known(from.World, from.World.Room(name), from.Connection).TryGet(out var room) && from.World.Person(from.Connection).Exists(self => room.Has(self.Id)))
                return Room(from, room, to);
            InvalidTarget(to, word);
            return [default];
        }
        if (Find(from, word, Visible, to) is var (nick, entries))
        {
            var batch = MetadataBatch.Begin(to, nick);
            Told(batch, to, nick, entries, from.Subscribed);
            batch.End();
        }
        return [default];
    }

    /// <summary>To who comes into a room. Where it is large they are to ask for it.</summary>
    public static IEnumerable<Written> Entered(Standpoint from, Room room, Numeric to)
    {
        if (from.Subscribed.IsEmpty)
            yield break;
        if (room.Members.Count > Limits.MetadataAtOnce)
        {
            Later(to, room);
            yield break;
        }
        foreach (var written in Room(from, room, to))
            yield return written;
    }

    /// <summary>For each room that the client is in: there may be something under the keys to which it just subscribed.</summary>
    public static void Later(in Standpoint from, Numeric to)
    {
        foreach (var id in from.World.Person(from.Connection).Map(person => person.Rooms.AsEnumerable()).IfNone([]))
            Later(to, from.World.Rooms[id]);
    }

    /// <summary>One's own, in the greeting, for who knows what it is.</summary>
    public static void Own(in Standpoint from, Numeric to)
    {
        if ((to.Capabilities & Offered.Metadata) == 0 || !from.World.Person(from.Connection).TryGet(out var self))
            return;
        var batch = MetadataBatch.Begin(to, self.Nick.Text);
        foreach (var entry in from.World.MetadataOf(self))
            Told(batch.Line(), to, self.Nick.Text, entry);
        batch.End();
    }

    public static void Whois(World world, Person person, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(person);
        if ((to.Capabilities & Offered.Metadata) == 0)
            return;
        foreach (var entry in world.MetadataOf(person))
            to.Begin(Numerics.RplWhoisKeyValue).Param(person.Nick.Text).Param(entry.Key.Text).Param(Visible).Last(entry.Value.Text).End();
    }

    /// <summary>To who changed it.</summary>
    public static IEnumerable<Written> Changed(Event happened, Numeric to)
    {
        if (happened is Event.MetadataSet set)
        {
            to.Begin(Numerics.RplKeyValue).Param(NameOf(set.Who, set.Of)).Param(set.Key.Text).Param(Visible).Last(set.Value).End();
        }
        else if (happened is Event.MetadataCleared cleared)
        {
            var name = NameOf(cleared.Who, cleared.Of);
            var batch = cleared.AreAll ? MetadataBatch.Begin(to, name) : MetadataBatch.None(to);
            foreach (var key in cleared.Keys)
                NotSet(batch.Line(), to, name, key.Text);
            batch.End();
        }
        yield return default;
    }

    /// <summary>To who may clear it, where there is nothing to clear.</summary>
    public static void IsClear(in Standpoint from, Option<RoomName> room, Numeric to)
    {
        var world = from.World;
        if (!world.Person(from.Connection).Filter(self => MetadataRules.IsClear(world, self, room)).TryGet(out var self))
            return;
        MetadataBatch.Begin(to, room.Bind(world.Room).Map(found => found.Name.Text).IfNone(self.Nick.Text)).End();
    }

    /// <summary>To a subscriber: what changed, or of who came into a room what is said of them.</summary>
    public static void Told(Event happened, World world, Domain.Data.ValueList<MetadataKey> subscribed, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (happened is Event.MetadataSet set && subscribed.Contains(set.Key))
            Told(MetadataBatch.None(to).Line(), to, NameOf(set.Who, set.Of), new MetadataEntry(set.Key, new Words(set.Value, default)));
        else if (happened is Event.MetadataCleared cleared)
            Gone(to, NameOf(cleared.Who, cleared.Of), cleared.Keys.Where(subscribed.Contains));
        else if (happened is Event.Joined joined && world.People.Find(joined.Who.Id).TryGet(out var person))
            Told(MetadataBatch.None(to), to, person.Nick.Text, world.MetadataOf(person), subscribed);
    }

    /// <summary>"When they MONITOR a user, or when one of their monitored users comes online": of those who are here, what the client subscribed to.</summary>
    public static void Watched(in Standpoint from, Domain.Data.ValueList<Nick> nicks, Numeric to)
    {
        if (from.Subscribed.IsEmpty)
            return;
        foreach (var nick in nicks)
        {
            if (from.World.Person(nick).TryGet(out var person))
                Told(MetadataBatch.None(to), to, person.Nick.Text, from.World.MetadataOf(person), from.Subscribed);
        }
    }

    /// <summary>To who has no name yet.</summary>
    public static void Early(LineWriter begun, Numeric to, string key, string? value)
    {
        ArgumentNullException.ThrowIfNull(begun);
        if (MetadataKey.Parse(key).IsNone)
            KeyInvalid(begun, key);
        else if (value is null)
            NotSet(begun, to, "*", key);
        else
            begun.Command(Numerics.RplKeyValue).Param(to.Nick).Param("*").Param(key).Param(Visible).Last(value).End();
    }

    public static void KeyInvalid(LineWriter begun, string key)
    {
        ArgumentNullException.ThrowIfNull(begun);
        begun.Command("FAIL"u8).Param("METADATA").Param("KEY_INVALID").Param(Numeric.Word(key)).Last($"A key has 1 to {MetadataKey.Most} of a-z, 0-9 and _./-").End();
    }

    private static IEnumerable<Written> Room(Standpoint from, Room room, Numeric to)
    {
        var batch = MetadataBatch.Begin(to, room.Name.Text);
        Told(batch, to, room.Name.Text, room.Metadata, from.Subscribed);
        foreach (var id in room.Members.Keys)
        {
            if (from.World.People.Find(id).TryGet(out var person) && person.Id != from.World.Person(from.Connection).Map(self => self.Id).IfNone(default(PersonId)))
                Told(batch, to, person.Nick.Text, from.World.MetadataOf(person), from.Subscribed);
            yield return default;
        }
        batch.End();
        yield return default;
    }

    private static void Told(MetadataBatch batch, Numeric to, string name, Domain.Data.ValueList<MetadataEntry> entries, Domain.Data.ValueList<MetadataKey> subscribed)
    {
        foreach (var entry in entries)
        {
            if (subscribed.Contains(entry.Key))
                Told(batch.Line(), to, name, entry);
        }
    }

    /// <summary>By a numeric in the third version, and by METADATA in the second.</summary>
    private static void Told(LineWriter begun, Numeric to, string name, MetadataEntry entry)
    {
        if (to.Capabilities.HasFlag(Capability.Metadata) && !to.Capabilities.HasFlag(Capability.Metadata3))
            begun.Command("METADATA"u8).Param(name).Param(entry.Key.Text).Param(Visible).Last(entry.Value.Text).End();
        else
            Value(begun, to, name, entry);
    }

    private static void Gone(Numeric to, string name, IEnumerable<MetadataKey> keys)
    {
        foreach (var key in keys)
        {
            if (to.Capabilities.HasFlag(Capability.Metadata) && !to.Capabilities.HasFlag(Capability.Metadata3))
                to.Writer.Source(to.Server).Command("METADATA"u8).Param(name).Param(key.Text).Param(Visible).End();
            else
                NotSet(to.Writer.Source(to.Server), to, name, key.Text);
        }
    }

    private static void Value(LineWriter begun, Numeric to, string name, MetadataEntry entry) =>
        begun.Command(Numerics.RplKeyValue).Param(to.Nick).Param(name).Param(entry.Key.Text).Param(Visible).Last(entry.Value.Text).End();

    private static void NotSet(LineWriter begun, Numeric to, string name, string key) =>
        begun.Command(Numerics.RplKeyNotSet).Param(to.Nick).Param(name).Param(key).Last("Nothing is said under that key").End();

    private static void Later(Numeric to, Room room) => to.Begin(Numerics.RplMetadataSyncLater).Param(room.Name.Text).End();

    private static void InvalidTarget(Numeric to, string word) => to.Writer.Source(to.Server).Command("FAIL"u8).Param("METADATA").Param("INVALID_TARGET")
        .Param(Numeric.Word(word)).Last("There is no such room that you may know, and nobody of that nickname is here").End();

    private static string NameOf(Actor who, MetadataOwner of) => of switch
    {
        MetadataOwner.Self => who.Nick.Text,
        MetadataOwner.OfRoom room => room.Name.Text,
    };

    /// <summary>Whose metadata the client means, and what is said of them; null if it may not know, and then that is said.</summary>
    private static (string Name, Domain.Data.ValueList<MetadataEntry> Entries)? Find(in Standpoint from, string word, string key, Numeric to)
    {
        var world = from.World;
        if (!world.Person(from.Connection).TryGet(out var self))
            return null;
        if (word == "*")
            return (self.Nick.Text, world.MetadataOf(self));
        if (Nick.Parse(word).ToOption().Bind(world.Person).TryGet(out var person))
            return (person.Nick.Text, world.MetadataOf(person));
        if (!RoomAnswers.Known(world, RoomName.Parse(word).ToOption().Bind(world.Room), from.Connection).TryGet(out var room))
        {
            InvalidTarget(to, word);
            return null;
        }
        if (room.Has(self.Id) || (room.IsOpenToAll && !room.Bans(self.Who)))
            return (room.Name.Text, room.Metadata);
        to.Writer.Source(to.Server).Command("FAIL"u8).Param("METADATA").Param("KEY_NO_PERMISSION").Param(room.Name.Text).Param(Numeric.Word(key))
            .Last("That room is closed, so only who is in it may know that").End();
        return null;
    }
}
