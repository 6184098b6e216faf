using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>
/// What operators of the server do beside the rights of rooms: they act in a room as its founder may, and everybody there hears that it was an
/// operator; and they speak to all who want to hear it.
/// </summary>
internal static class OverruleRules
{
    /// <summary>No connection of any server, over which the shell acts in a room.</summary>
    private static readonly ConnectionId ShellWire = new(new ServerId(0), 0);

    /// <summary>As whom others see the shell act in a room. Nobody has this number.</summary>
    private static readonly Person Shell = new(
        new Actor(new PersonId(0), Nick.Parse("shell").IfFault(_ => throw new InvalidOperationException()), "shell", "server", Option<AccountRef>.None, false),
        new Words("", default), default, Set<Ascending<ConnectionId>, ConnectionId>.Empty.Add(ShellWire), Set<Ascending<RoomId>, RoomId>.Empty, SeenIds.None);

    /// <summary>The act is decided in a world in which the operator is the room's founder, and what comes of it happens in this one.</summary>
    /// <param name="by">Null for the shell.</param>
    public static Decision Overrule(World world, Facts facts, Person? by, Request request, Command.Overrule wish)
    {
        if (OperatorRules.Refuses(world, by, Powers.Rooms) is { } refusal)
            return Decision.No(refusal);
        if (!world.Room(wish.Room).TryGet(out var room))
            return Decision.No(new Refusal.NoSuchRoom(wish.Room));
        var person = by ?? Shell;
        if (by is null)
        {
            world = world with { Connections = world.Connections.AddOrUpdate(ShellWire, Shell.Id) };
            request = request with { Origin = new Origin(ShellWire, null, null) };
        }
        var asFounder = world.With(room with { Members = room.Members.AddOrUpdate(person.Id, room.RightsOf(person.Id) | Rights.Founder) })
            .With(person with { Rooms = person.Rooms.AddOrUpdate(room.Id) });
        var decision = StateMachine.Decide(asFounder, facts, request with { Command = wish.Act });
        if (decision is not Decision.Accepted { Events.IsEmpty: false } accepted)
            return decision;
        // Of that world the operator is a member; of this one perhaps not.
        if (accepted.Events.Select(Touched).FirstOrDefault(who => who is not null && !room.Has(who.Id)) is { } outsider)
            return Decision.No(new Refusal.NotThere(outsider.Nick, room.Name));
        return accepted with { Events = [new Event.Overruled(OperatorRules.Of(by), room.Id, room.Name, wish.Words), .. accepted.Events] };
    }

    public static Applied Overruled(World world, Event.Overruled overruled, Recorded recorded) =>
        new(world, [new Effect.TellRoom(overruled.Room, Audience.Everyone, recorded)]);

    public static Decision Announce(World world, Person? by, Command.Announce wish) => OperatorRules.Refuses(world, by, Powers.Announce) is { } refusal
        ? Decision.No(refusal)
        : Decision.Yes(new Event.Announced(OperatorRules.Of(by), wish.Text));

    public static Applied Announced(World world, Recorded recorded) =>
        new(world, [.. world.Listeners.Union(world.OnDuty).Select(Effect (person) => new Effect.Tell(person, recorded))]);

    public static Decision SetOwnMode(Person person, Command.SetOwnMode wish) => person.Modes.HasFlag(wish.Mode) == wish.IsOn
        ? Decision.Nothing
        : Decision.Yes(new Event.OwnModeSet(person.Who, wish.Mode, wish.IsOn));

    public static Applied OwnModeSet(World world, Event.OwnModeSet set)
    {
        var person = world.PersonOf(set.Who.Id);
        var modes = set.IsOn ? person.Modes | set.Mode : person.Modes & ~set.Mode;
        var next = person with { Modes = modes, Who = person.Who with { IsBot = modes.HasFlag(PersonModes.Bot) } };
        return Applied.Silently(world.With(next) with
        {
            Listeners = next.Modes.HasFlag(PersonModes.HearsAnnouncements) ? world.Listeners.AddOrUpdate(person.Id) : world.Listeners.Remove(person.Id),
        });
    }

    /// <summary>From now on only accounts come in, or everybody again.</summary>
    public static Decision SetAlarm(World world, Person? by, Command.SetAlarm wish)
    {
        if (OperatorRules.Refuses(world, by, Powers.Ban) is { } refusal)
            return Decision.No(refusal);
        return world.IsAlarmed == wish.IsOn ? Decision.Nothing : Decision.Yes(new Event.AlarmSet(OperatorRules.Of(by), wish.IsOn, wish.Reason));
    }

    private static Actor? Touched(Event happened) => happened switch
    {
        Event.RightChanged changed => changed.Of,
        Event.Kicked kicked => kicked.Of,
        _ => null,
    };
}
