using System.Diagnostics.CodeAnalysis;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>What is said of people and rooms under keys (draft/metadata-2): of oneself by oneself, of a room by its operators.</summary>
public static class MetadataRules
{
    internal static Decision Set(World world, Person person, Command.SetMetadata wish)
    {
        if (!Find(world, person, wish.Room, out var of, out var known, out var refusal))
            return Decision.No(refusal);
        var isKnown = known.Any(entry => entry.Key == wish.Key);
        if (!wish.Value.TryGet(out var value))
            return isKnown ? Decision.Yes(new Event.MetadataCleared(person.Who, of, [wish.Key], AreAll: false)) : Decision.No(new Refusal.MetadataNotSet(wish.Key));
        // Whether the words are new decides nothing: they may be forgotten.
        return !isKnown && known.Count >= RuleLimits.MetadataKeys
            ? Decision.No(new Refusal.MetadataFull(wish.Key, RuleLimits.MetadataKeys))
            : Decision.Yes(new Event.MetadataSet(person.Who, of, wish.Key, value));
    }

    internal static Decision Clear(World world, Person person, Command.ClearMetadata wish)
    {
        if (!Find(world, person, wish.Room, out var of, out var known, out var refusal))
            return Decision.No(refusal);
        return known.IsEmpty ? Decision.Nothing : Decision.Yes(new Event.MetadataCleared(person.Who, of, [.. known.Select(entry => entry.Key)], AreAll: true));
    }

    /// <summary>Whether somebody may clear it, and there is nothing to clear.</summary>
    public static bool IsClear(World world, Person person, Option<RoomName> room) =>
        Find(world, person, room, out _, out var known, out _) && known.IsEmpty;

    /// <summary>What somebody brings when they come.</summary>
    internal static Decision WithMetadata(World world, Decision decision, Command.Connect wish)
    {
        if (wish.Metadata.IsEmpty || decision is not Decision.Accepted accepted || accepted.Events.OfType<IActed>().LastOrDefault(one => one is Event.Connected or Event.Attached) is not { Who: var who })
            return decision;
        var known = who.Account.Bind(account => world.Accounts.Find(account.Id)).Map(account => account.Metadata)
            .IfNone(() => world.People.Find(who.Id).Map(person => person.Metadata).IfNone([]));
        var isRoom = RuleLimits.MetadataKeys - known.Count;
        var set = wish.Metadata.Where(one => known.Any(entry => entry.Key == one.Key) || isRoom-- > 0);
        return accepted with { Events = [.. accepted.Events, .. set.Select(one => new Event.MetadataSet(who, new MetadataOwner.Self(), one.Key, one.Value))] };
    }

    /// <summary>What somebody said of themselves as a guest goes over to their account, which has the last word. The words stay those of their events, so they are forgotten with them.</summary>
    internal static World GoneOver(World world, Person guest, AccountId account)
    {
        if (guest.Metadata.IsEmpty || !world.Accounts.Find(account).TryGet(out var owner))
            return world;
        var others = guest.Metadata.Where(entry => !owner.Metadata.Any(own => own.Key == entry.Key));
        return world with { Accounts = world.Accounts.AddOrUpdate(account, owner with { Metadata = [.. owner.Metadata.Concat(others).Take(RuleLimits.MetadataKeys)] }) };
    }

    internal static Applied Set(World world, Event.MetadataSet set, Recorded recorded) =>
        Changed(world, set.Who, set.Of, known => known.With(new MetadataEntry(set.Key, new Words(set.Value, recorded.Sequence))), recorded);

    internal static Applied Cleared(World world, Event.MetadataCleared cleared, Recorded recorded) =>
        Changed(world, cleared.Who, cleared.Of, known => known.Without(cleared.Keys), recorded);

    /// <summary>Of rooms and accounts; of people where the rest of them is forgotten.</summary>
    internal static World Forgotten(World world, Forgetting what)
    {
        foreach (var room in world.Rooms.Values.Where(room => !room.Metadata.IsEmpty && what.Room.Map(only => only == room.Id).IfNone(true)))
            world = world.With(room with { Metadata = room.Metadata.Without(what) });
        if (what.Room.IsSome)
            return world;
        foreach (var account in world.Accounts.Values.Where(account => !account.Metadata.IsEmpty))
            world = world with { Accounts = world.Accounts.SetItem(account.Id, account with { Metadata = account.Metadata.Without(what) }) };
        return world;
    }

    private static Applied Changed(World world, Actor who, MetadataOwner of, Func<ValueList<MetadataEntry>, ValueList<MetadataEntry>> change, Recorded recorded)
    {
        if (of is MetadataOwner.OfRoom { Room: var id })
        {
            var room = world.RoomOf(id);
            return new Applied(world.With(room with { Metadata = change(room.Metadata) }), [new Effect.TellRoom(id, Audience.Everyone, recorded)]);
        }
        var person = world.PersonOf(who.Id);
        var next = who.Account.Bind(account => world.Accounts.Find(account.Id)).TryGet(out var own)
            ? world with { Accounts = world.Accounts.SetItem(own.Id, own with { Metadata = change(own.Metadata) }) }
            : world.With(person with { Metadata = change(person.Metadata) });
        return new Applied(next, [new Effect.TellPeers(who, [.. person.Rooms], recorded)]);
    }

    private static bool Find(
        World world, Person person, Option<RoomName> name, [NotNullWhen(true)] out MetadataOwner? of, out ValueList<MetadataEntry> known, [NotNullWhen(false)] out Refusal? refusal)
    {
        if (!name.TryGet(out var wanted))
        {
            (of, known, refusal) = (new MetadataOwner.Self(), world.MetadataOf(person), null);
            return true;
        }
        (of, known) = (null, []);
        if (!RoomRules.IsIn(world, person, wanted, out var room, out refusal))
            return false;
        if (!room.RightsOf(person.Id).MayRule())
        {
            refusal = new Refusal.NotOperator(room.Name);
            return false;
        }
        (of, known) = (new MetadataOwner.OfRoom(room.Id, room.Name), room.Metadata);
        return true;
    }
}
