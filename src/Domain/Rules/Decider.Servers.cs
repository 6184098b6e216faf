using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>
/// Servers begin and end. That one ended is decided; what comes of it for each of its connections is decided too, a bounded
/// number at a time, so that it is history that everybody hears, and any server can finish it.
/// </summary>
public static partial class Decider
{
    private static Decision StartServer(World world, Command.StartServer wish)
    {
        if (wish.Level < world.Level)
            return No(new Refusal.LevelTooNew(world.Level, wish.Level));
        var events = new List<Event>();
        if (wish.IsAlone)
            events.AddRange(world.Servers.Where(server => !server.Value.HasEnded).Select(server => new Event.ServerEnded(server.Key)));
        var started = new Event.ServerStarted(world.LastServer.Next, wish.Level);
        events.Add(started);
        var others = wish.IsAlone ? [] : world.Servers.Values.Where(life => !life.HasEnded);
        Raise(world, others.Select(life => life.Reads).Append(wish.Level), events);
        return new Decision.Accepted([.. events]);
    }

    private static Decision.Accepted EndServer(World world, Command.EndServer wish)
    {
        if (!world.Servers.Find(wish.Server).TryGet(out var ended) || ended.HasEnded)
            return Nothing();
        var events = new List<Event> { new Event.ServerEnded(wish.Server) };
        Raise(world, world.Servers.Where(server => server.Key != wish.Server && !server.Value.HasEnded).Select(server => server.Value.Reads), events);
        return new Decision.Accepted([.. events]);
    }

    /// <summary>New kinds of events may be written when the last server that could not read them is gone.</summary>
    private static void Raise(World world, IEnumerable<int> reads, List<Event> events)
    {
        var least = reads.DefaultIfEmpty(world.Level).Min();
        if (least > world.Level)
            events.Add(new Event.LevelRaised(least));
    }

    private static Decision.Accepted ClearEnded(World world, Facts facts, Timestamp at)
    {
        if (!world.HasEnded)
            return Nothing();
        var ended = world.Servers.Where(server => server.Value.HasEnded).Select(server => server.Key).ToHashSet();
        var left = world.Connections.AsEnumerable().Where(pair => ended.Contains(pair.Key.Server)).ToList();
        // In the order of their numbers, which is the same everywhere.
        left.Sort((one, other) => one.Key.CompareTo(other.Key));
        var (events, changed) = (new List<Event>(), new List<Fact>());
        var cleared = left.Take(RuleLimits.ClearedAtOnce).Select(pair => pair.Key).ToList();
        foreach (var person in cleared.GroupBy(connection => PersonAt(world, connection).Id))
            Clear(world, facts, world.People[person.Key], [.. person], at, events, changed);
        if (left.Count <= RuleLimits.ClearedAtOnce)
            events.AddRange(ended.Order().Select(server => new Event.ServerCleared(server)));
        return new Decision.Accepted([.. events]) { Facts = [.. changed] };
    }

    /// <summary>Who has another connection is still there; who can come back stays for a while; anybody else departs.</summary>
    private static void Clear(
        World world, Facts facts, Person person, List<ConnectionId> gone, Timestamp at, List<Event> events, List<Fact> changed)
    {
        var hasOther = person.Connections.Count > gone.Count;
        var canComeBack = facts.CanComeBack(person.Id);
        foreach (var connection in hasOther || canComeBack ? gone : gone[..^1])
        {
            var isLast = !hasOther && connection == gone[^1];
            var until = isLast ? new Timestamp(at.Milliseconds + (world.Limits.StaySeconds * 1000L)) : Option<Timestamp>.None;
            events.Add(new Event.Detached(connection, person.Who, CloseReason.ServerEnded, until));
        }
        if (!hasOther && !canComeBack)
            events.Add(new Event.Departed(gone[^1], person.Who, CloseReason.ServerEnded, ""));
    }

    private static Decision.Accepted Expire(World world, Facts facts, Timestamp at)
    {
        var over = world.Stays.AsEnumerable().TakeWhile(stay => stay.At.CompareTo(at) <= 0).Take(RuleLimits.ClearedAtOnce)
            .Select(stay => world.People[stay.Person]).ToList();
        return new Decision.Accepted(
            [.. over.Select(person => new Event.Departed(Option<ConnectionId>.None, person.Who, CloseReason.StayEnded, ""))])
        {
            Facts = [.. over.SelectMany(person => Forsaken(facts, person.Id))],
        };
    }

    /// <summary>Who departs has no use for their token any more.</summary>
    private static ValueList<Fact> Forsaken(Facts facts, PersonId person) =>
        facts.CanComeBack(person) ? [new Fact.ResumeToken(person, Option<TokenHash>.None)] : [];

    private static Person PersonAt(World world, ConnectionId connection) => world.Person(connection).TryGet(out var person)
        ? person
        : throw new InvalidOperationException($"Connection {connection.Number} has no person.");
}
