using System.Diagnostics.CodeAnalysis;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>
/// What is said, in rooms and in private. The words themselves are never read here, and what is said changes nothing but the ids
/// that are remembered, and in slow mode who spoke when.
/// </summary>
internal static class TalkRules
{
    public static Decision Say(World world, Person person, Command.Say wish, Timestamp at)
    {
        if (!Find(world, person, wish.To, out var place, out var refusal))
            return Decision.No(refusal);
        if (wish.Id.TryGet(out var id) && place.Remembered.Find(id).TryGet(out var first))
            return new Decision.AlreadySaid(first);
        if (wish.IsCtcp && place.Room is { } asked && asked.Modes.Has(RoomMode.NoCtcp))
            return Decision.No(new Refusal.NoCtcp(asked.Name));
        if (NamesOf(person.Who) - wish.RoomForNames is > 0 and var excess)
            return Decision.No(new Refusal.LineTooLong(excess));
        return wish.Kind != SayKind.Annotation && TooSoon(place.Room, person, at) is { } tooSoon
            ? Decision.No(tooSoon)
            : Decision.Yes(new Event.Said(person.Who, place.Conversation, wish.Kind, wish.Id, wish.About, wish.Body));
    }

    public static Applied Said(World world, Event.Said said, Recorded recorded) =>
        new(Remember(world, said, recorded), Told(world, said.Who, said.In, recorded));

    /// <summary>In bytes; all three are ASCII.</summary>
    private static int NamesOf(Actor who) => who.Nick.Text.Length + who.User.Length + who.Host.Length;

    private static Refusal.TooSoon? TooSoon(Room? room, Person person, Timestamp at)
    {
        var every = room?.Modes[RoomMode.Slow] ?? 0;
        if (every == 0 || room!.RightsOf(person.Id).MayTend() || !room.Spoke.Find(person.Id).TryGet(out var last))
            return null;
        var wait = last.Milliseconds + (every * 1000L) - at.Milliseconds;
        return wait > 0 ? new Refusal.TooSoon(room.Name, every, (wait + 999) / 1000) : null;
    }

    public static Decision Signal(World world, Person person, Command.Signal wish) =>
        Find(world, person, wish.To, out var place, out var refusal)
            ? Decision.Yes(new Event.Signalled(person.Who, place.Conversation, wish.Attributes))
            : Decision.No(refusal);

    public static Applied Signalled(World world, Event.Signalled signalled, Recorded recorded) =>
        new(world, Told(world, signalled.Who, signalled.In, recorded));

    /// <summary>The conversation that a sender means, and the ids that were lately given in it.</summary>
    private static bool Find(World world, Person person, Target target, out Place place, [NotNullWhen(false)] out Refusal? refusal)
    {
        (place, refusal) = target switch
        {
            Target.ToRoom to => FindRoom(world, person, to),
            Target.ToPerson to => FindPerson(world, person, to),
        };
        return refusal is null;
    }

    private static (Place, Refusal?) FindRoom(World world, Person person, Target.ToRoom target)
    {
        if (!world.Room(target.Name).TryGet(out var room))
            return (default, new Refusal.NoSuchRoom(target.Name));
        if (!room.IsKnownTo(person))
            return (default, new Refusal.NoSuchRoom(target.Name));
        // A room's history is for those who are in it, so only they add to it, unless its operators wish for more.
        if (!room.Members.Find(person.Id).TryGet(out var rights) && !HearsOutside(room, target))
            return (default, new Refusal.NotInRoom(room.Name));
        // Of members it is known; strangers are few, and asked each time.
        if (!rights.MaySpeak() && (room.Silenced.Contains(person.Id) || (!room.Has(person.Id) && room.Silences(person.Who))))
            return (default, new Refusal.Silenced(room.Name));
        return room.Modes.Has(RoomMode.Moderated) && !rights.MaySpeak()
            ? (default, new Refusal.Moderated(room.Name))
            : (new Place(new Conversation.InRoom(room.Id, room.Name, target.Audience), room.Seen, room), null);
    }

    /// <summary>Strangers speak to all of a room or to nobody. Slow mode counts by who is there, so it hears nobody else.</summary>
    private static bool HearsOutside(Room room, Target.ToRoom target) =>
        room.Modes.Has(RoomMode.HearsOutside) && target.Audience == Audience.Everyone && !room.Modes.Has(RoomMode.Slow);

    private static (Place, Refusal?) FindPerson(World world, Person person, Target.ToPerson target) =>
        !world.Person(target.Nick).TryGet(out var other) ? (default, new Refusal.NoSuchPerson(target.Nick))
        : SilenceRules.Refuses(other, person) is { } refusal ? (default, refusal)
        : (new Place(Conversation.Private(person.Who, other.Who), other.Seen, null), null);

    private static World Remember(World world, Event.Said said, Recorded recorded)
    {
        var hasId = said.Id.TryGet(out var id);
        if (said.In is Conversation.InRoom place)
        {
            var room = world.RoomOf(place.Room);
            var next = hasId ? room with { Seen = room.Seen.Add(id, recorded.Sequence, world.Limits) } : room;
            if (said.Kind != SayKind.Annotation && room.Has(said.Who.Id))
                next = next.Speaking(said.Who.Id, recorded.At);
            return ReferenceEquals(next, room) ? world : world.With(next);
        }
        // The one it was said to remembers it, as a room does: the sender may come back as another guest to say it again.
        if (!hasId || said.In is not Conversation.Between between)
            return world;
        var person = world.PersonOf(between.To.Id);
        return world.With(person with { Seen = person.Seen.Add(id, recorded.Sequence, world.Limits) });
    }

    public static ValueList<Effect> Told(World world, Actor from, Conversation place, Recorded recorded) => place switch
    {
        Conversation.InRoom room when !world.RoomOf(room.Room).Has(from.Id) => [new Effect.TellRoom(room.Room, room.Audience, recorded), new Effect.Tell(from.Id, recorded)],
        Conversation.InRoom room => [new Effect.TellRoom(room.Room, room.Audience, recorded)],
        Conversation.Between between when between.To.Id == from.Id => [new Effect.Tell(from.Id, recorded)],
        Conversation.Between between => [new Effect.Tell(between.To.Id, recorded), new Effect.Tell(from.Id, recorded)],
    };

    private readonly record struct Place(Conversation Conversation, SeenIds Remembered, Room? Room);
}
