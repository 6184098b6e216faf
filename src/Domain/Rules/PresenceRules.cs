using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>
/// The devices of a person, and who stays when the last one is gone. Who stays so is away, and who comes back is here: others are to know whether
/// somebody reads them.
/// </summary>
internal static class PresenceRules
{
    /// <summary>A connection ends, for whatever reason.</summary>
    public static Decision.Accepted End(World world, Facts facts, Person person, ConnectionId connection, Ending end, Timestamp at)
    {
        if (person.Connections.Count > 1)
            return Decision.Yes(new Event.Detached(connection, person.Who, end.Why, Option<Timestamp>.None));
        return facts.Persists(person.Who, world.Limits) && end.Why != CloseReason.Banned
            ? new Decision.Accepted(Stays(world, person, connection, end.Why, at)) { Facts = Facts.Left(person.Who, at) }
            : new Decision.Accepted([new Event.Departed(connection, person.Who, end.Why, end.Words)]) { Facts = [.. facts.Forsaken(person.Id), .. Facts.Left(person.Who, at)] };
    }

    /// <summary>The last connection of somebody ends who stays.</summary>
    public static ValueList<Event> Stays(World world, Person person, ConnectionId connection, CloseReason why, Timestamp at)
    {
        var until = new Timestamp(at.Milliseconds + (world.Limits.PersistDays * 24 * 60 * 60 * 1000L));
        var detached = new Event.Detached(connection, person.Who, why, until);
        return person.Away.IsSome ? [detached] : [detached, new Event.AwaySet(person.Who, true, "")];
    }

    /// <summary>A connection comes to somebody who is there.</summary>
    public static ValueList<Event> Attach(World world, Facts facts, Person person, ConnectionId connection)
    {
        var attached = new Event.Attached(connection, person.Who);
        return person.Connections.IsEmpty && person.Away.IsSome && facts.Persists(person.Who, world.Limits)
            ? [attached, new Event.AwaySet(person.Who, false, "")]
            : [attached];
    }

    /// <summary>
    /// Somebody said before they came whether they are away (draft/pre-away). A program that comes without them ("*") changes nothing of who is here already, and so they
    /// stay away who were it while nobody was connected.
    /// </summary>
    public static Decision AsTheySaid(World world, Decision decision, Command.Connect wish)
    {
        if (!wish.Away.TryGet(out var text) || decision is not Decision.Accepted accepted || accepted.Events.OfType<IActed>().LastOrDefault(one => one is Event.Connected or Event.Attached) is not { } came)
            return decision;
        var others = accepted.Events.Where(happened => happened is not Event.AwaySet);
        if (came is Event.Attached && text == "*")
            return accepted with { Events = [.. others] };
        if (text.Length > 0)
            return accepted with { Events = [.. others, new Event.AwaySet(came.Who, true, text == "*" ? "" : text)] };
        return came is Event.Attached && world.People.Find(came.Who.Id).Exists(person => person.Away.IsSome)
            ? accepted with { Events = [.. others, new Event.AwaySet(came.Who, false, "")] }
            : decision;
    }

    public static Decision SetPersistence(Facts facts, Person person, Command.SetPersistence wish)
    {
        if (!person.Who.Account.TryGet(out var account))
            return Decision.No(new Refusal.NotLoggedIn());
        return facts.Persistence.Find(account.Id) == wish.IsOn
            ? Decision.Nothing
            : new Decision.Accepted([]) { Facts = [new Fact.Persistence(account.Id, wish.IsOn)] };
    }

    public static Decision SetPlayback(Facts facts, Person person, Command.SetPlayback wish)
    {
        if (!person.Who.Account.TryGet(out var account))
            return Decision.No(new Refusal.NotLoggedIn());
        return facts.Playback.Find(account.Id) == wish.Most
            ? Decision.Nothing
            : new Decision.Accepted([]) { Facts = [new Fact.Playback(account.Id, wish.Most)] };
    }

    public static Decision EndOwn(World world, Facts facts, Person person, Command.EndDevice wish, Timestamp at)
    {
        if (person.Who.Account.IsNone)
            return Decision.No(new Refusal.NotLoggedIn());
        return person.Connections.Contains(wish.Device)
            ? End(world, facts, person, wish.Device, new Ending(CloseReason.EndedByOwner), at)
            : Decision.No(new Refusal.NoSuchDevice(wish.Device));
    }

    public static Decision EndAny(World world, Facts facts, Command.EndDevice wish, Timestamp at)
    {
        if (!wish.Of.TryGet(out var name))
            return Decision.No(new Refusal.NotLoggedIn());
        if (!world.Account(name).TryGet(out var account))
            return Decision.No(new Refusal.NoSuchAccount(name));
        return world.Member(account.Id).TryGet(out var person) && person.Connections.Contains(wish.Device)
            ? End(world, facts, person, wish.Device, new Ending(CloseReason.EndedByOwner), at)
            : Decision.No(new Refusal.NoSuchDevice(wish.Device));
    }
}
