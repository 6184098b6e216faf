using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>The lists of a room: who is banned, excepted, invited and muted by a mask, and until when.</summary>
internal static class MaskRules
{
    public static Decision Set(World world, Person person, Command.SetMask wish, Timestamp at)
    {
        if (!IsTended(world, person, wish.Room, out var room, out var refusal))
            return Decision.No(refusal);
        var before = Find(room, wish.List, wish.Mask);
        if (before is null && room.Masks.Count >= RuleLimits.MasksOfRoom)
            return Decision.No(new Refusal.ListsFull(room.Name, wish.Mask, RuleLimits.MasksOfRoom));
        var until = wish.Seconds.Map(seconds => new Timestamp(at.Milliseconds + (seconds * 1000L)));
        return before is not null && before.Until == until
            ? Decision.Nothing
            : Decision.Yes(new Event.MaskSet(person.Who, room.Id, room.Name, wish.List, wish.Mask, until, wish.Reason) { For = wish.For });
    }

    public static Applied MaskSet(World world, Event.MaskSet set, Recorded recorded)
    {
        world = Without(world, set.Room, set.List, set.Mask);
        var room = world.RoomOf(set.Room);
        var mask = new RoomMask(set.List, set.Mask, set.Who, recorded.At, set.Until, set.For);
        var next = world.With(Silencing(world, room with { Masks = [.. room.Masks, mask] }));
        if (mask.EndIn(room.Id).TryGet(out var end))
            next = next with { MaskEnds = next.MaskEnds.AddOrUpdate(end) };
        return new Applied(next, [new Effect.TellRoom(set.Room, Audience.Everyone, recorded)]);
    }

    public static Decision Lift(World world, Person person, Command.LiftMask wish)
    {
        if (!IsTended(world, person, wish.Room, out var room, out var refusal))
            return Decision.No(refusal);
        var lifted = room.Masks.Where(mask => mask.Is(wish.List, wish.Mask) || IsFor(mask, wish)).ToList();
        if (lifted.Count == 0)
            lifted = [.. room.Masks.Where(mask => Means(world, mask, wish))];
        return lifted.Count > 0
            ? new Decision.Accepted([.. lifted.Select(mask => new Event.MaskLifted(person.Who, room.Id, room.Name, mask.List, mask.Mask))])
            : Decision.No(new Refusal.NotOnList(room.Name, wish.List, wish.Mask));
    }

    /// <summary>Who says whom to let in again doesn't know of what a mask was made.</summary>
    private static bool IsFor(RoomMask mask, Command.LiftMask wish) =>
        mask.List == wish.List && wish.Mask.Nick.TryGet(out var nick) && mask.For.Exists(named => named.Key == nick.Key);

    /// <summary>They are called something else by now, or share with somebody where they come from.</summary>
    private static bool Means(World world, RoomMask mask, Command.LiftMask wish) =>
        mask.List == wish.List && mask.For.IsSome && wish.Mask.Nick.Bind(world.Person).Exists(person => MaskSubject.Of(person.Who).IsMeant(mask.Mask));

    public static Applied MaskLifted(World world, Event.MaskLifted lifted, Recorded recorded) => Gone(world, lifted.Room, lifted.List, lifted.Mask, recorded);

    public static Applied MaskEnded(World world, Event.MaskEnded ended, Recorded recorded) => Gone(world, ended.Room, ended.List, ended.Mask, recorded);

    /// <summary>The masks whose time is over, in the order in which that came.</summary>
    public static IEnumerable<Event> Over(World world, Timestamp at)
    {
        foreach (var end in world.MaskEnds.AsEnumerable().TakeWhile(end => end.At.CompareTo(at) <= 0).Take(RuleLimits.ClearedAtOnce))
        {
            var room = world.RoomOf(end.Room);
            yield return new Event.MaskEnded(room.Id, room.Name, end.List, room.Masks.First(mask => mask.List == end.List && mask.Mask.Key == end.Key).Mask);
        }
    }

    /// <summary>Somebody is called something else, or came: whether the masks of the room mean them is asked again.</summary>
    public static Room Silencing(Room room, Actor who) => room.Masks.IsEmpty ? room : room with
    {
        Silenced = room.Silences(who) ? room.Silenced.AddOrUpdate(who.Id) : room.Silenced.Remove(who.Id),
    };

    /// <summary>A room that ended has no masks any more that could end.</summary>
    public static World WithoutEnds(World world, Room room) => room.Masks.IsEmpty ? world : world with
    {
        MaskEnds = room.Masks.Aggregate(world.MaskEnds, (ends, mask) => mask.EndIn(room.Id).TryGet(out var end) ? ends.Remove(end) : ends),
    };

    private static Applied Gone(World world, RoomId id, MaskList list, Mask mask, Recorded recorded)
    {
        var next = Without(world, id, list, mask);
        return new Applied(next.With(Silencing(next, next.RoomOf(id))), [new Effect.TellRoom(id, Audience.Everyone, recorded)]);
    }

    private static World Without(World world, RoomId id, MaskList list, Mask mask)
    {
        var room = world.RoomOf(id);
        if (Find(room, list, mask) is not { } before)
            return world;
        return world.With(room with { Masks = [.. room.Masks.Where(one => one != before)] }) with
        {
            MaskEnds = before.EndIn(id).TryGet(out var end) ? world.MaskEnds.Remove(end) : world.MaskEnds,
        };
    }

    /// <summary>All members are asked anew: lists change seldom, and messages come all the time.</summary>
    private static Room Silencing(World world, Room room) => room with
    {
        Silenced = new(room.Masks.IsEmpty ? [] : room.Members.Keys.Where(member => room.Silences(world.PersonOf(member).Who))),
    };

    private static RoomMask? Find(Room room, MaskList list, Mask mask) => room.Masks.FirstOrDefault(one => one.Is(list, mask));

    private static bool IsTended(
        World world, Person person, RoomName name,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Room? room, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out Refusal? refusal)
    {
        if (RoomRules.IsIn(world, person, name, out room, out refusal) && !room.RightsOf(person.Id).MayTend())
            refusal = new Refusal.NotOperator(room.Name);
        return refusal is null && room is not null;
    }
}
