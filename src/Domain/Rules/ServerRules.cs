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
internal static class ServerRules
{
    public static Decision StartServer(World world, Facts facts, Command.StartServer wish)
    {
        if (wish.Level < world.Level)
            return Decision.No(new Refusal.LevelTooNew(world.Level, wish.Level));
        var events = new List<Event>();
        if (wish.IsAlone)
            events.AddRange(world.Living.Select(server => new Event.ServerEnded(server)));
        var started = new Event.ServerStarted(world.LastServer.Next, wish.Level, wish.Name, wish.Version);
        events.Add(started);
        var others = wish.IsAlone ? [] : world.Servers.Values.Where(life => !life.HasEnded);
        Raise(world, others.Select(life => life.Reads).Append(wish.Level), events);
        return new Decision.Accepted([.. events])
        {
            Facts = facts.CloakKey.IsNone && wish.CloakKey.TryGet(out var key) ? [new Fact.CloakKey(key)] : [],
        };
    }

    public static Applied ServerStarted(World world, Event.ServerStarted started) => Applied.Silently(world with
    {
        LastServer = started.Server.CompareTo(world.LastServer) > 0 ? started.Server : world.LastServer,
        Servers = world.Servers.AddOrUpdate(started.Server, new ServerLife(started.Reads, HasEnded: false) { Name = started.Name, Version = started.Version, Since = world.Now }),
    });

    public static Decision.Accepted EndServer(World world, Command.EndServer wish)
    {
        if (!world.Servers.Find(wish.Server).TryGet(out var ended) || ended.HasEnded)
            return Decision.Nothing;
        var events = new List<Event> { new Event.ServerEnded(wish.Server) };
        Raise(world, world.Servers.Where(server => server.Key != wish.Server && !server.Value.HasEnded).Select(server => server.Value.Reads), events);
        return new Decision.Accepted([.. events]);
    }

    public static Applied ServerEnded(World world, Event.ServerEnded ended) => Applied.Silently(world with
    {
        Servers = world.Servers.TrySetItem(ended.Server, life => life with { HasEnded = true }),
    });

    public static Decision.Accepted ClearEnded(World world, Facts facts, Timestamp at)
    {
        if (!world.HasEnded)
            return Decision.Nothing;
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

    public static Applied ServerCleared(World world, Event.ServerCleared cleared) =>
        Applied.Silently(world with { Servers = world.Servers.Remove(cleared.Server) });

    public static Decision.Accepted Expire(World world, Facts facts, Timestamp at)
    {
        var over = world.Stays.AsEnumerable().TakeWhile(stay => stay.At.CompareTo(at) <= 0).Take(RuleLimits.ClearedAtOnce)
            .Select(stay => world.People[stay.Person]).ToList();
        return new Decision.Accepted(
            [.. MaskRules.Over(world, at), .. BanRules.Over(world, at), .. over.Select(person => new Event.Departed(Option<ConnectionId>.None, person.Who, CloseReason.StayEnded, ""))])
        {
            Facts = [.. over.SelectMany(person => facts.Forsaken(person.Id))],
        };
    }

    /// <summary>The first server at an event says what it came to; one that comes there later compares.</summary>
    public static Decision CompareWorld(Facts facts, Command.CompareWorld wish)
    {
        if (!facts.Digest.TryGet(out var known) || known.At.CompareTo(wish.Digest.At) < 0)
            return new Decision.Accepted([]) { Facts = [new Fact.Digest(wish.Digest)] };
        return known.Differs(wish.Digest) ? Decision.No(new Refusal.WorldsDiffer(known)) : Decision.Nothing;
    }

    public static Decision ChangeLimits(World world, Command.ChangeLimits wish)
    {
        var limits = wish.Change.Over(world.Limits);
        return limits == world.Limits ? Decision.Nothing : Decision.Yes(new Event.LimitsChanged(limits));
    }

    /// <summary>The world keeps words of its own: topics, words for being away, real names. They are forgotten here too.</summary>
    public static Applied Forgotten(World world, Forgetting what)
    {
        foreach (var room in world.Rooms.Values)
        {
            if (room.Topic.TryGet(out var topic) && what.Covers(topic.Text.At) && what.Room.Map(only => only == room.Id).IfNone(true))
                world = world.With(room with { Topic = Option<Topic>.None });
        }
        foreach (var (key, past) in world.Past)
        {
            if (past.Topic.TryGet(out var topic) && what.Covers(topic.Text.At) && what.Room.Map(only => only == past.Id).IfNone(true))
                world = world with { Past = world.Past.SetItem(key, past with { Topic = Option<Topic>.None }) };
        }
        world = MetadataRules.Forgotten(world, what);
        if (what.Room.IsSome)
            return Applied.Silently(world);
        return Applied.Silently(world.People.Values.Aggregate(
            world with { Bans = world.Bans.Without(what) }, (next, person) => Without(person, what) is { } without ? next.With(without) : next));
    }

    /// <summary>New kinds of events may be written when the last server that could not read them is gone.</summary>
    private static void Raise(World world, IEnumerable<int> reads, List<Event> events)
    {
        var least = reads.DefaultIfEmpty(world.Level).Min();
        if (least > world.Level)
            events.Add(new Event.LevelRaised(least));
    }

    /// <summary>Who has another connection is still there; who can come back stays for a while; anybody else departs.</summary>
    private static void Clear(
        World world, Facts facts, Person person, List<ConnectionId> gone, Timestamp at, List<Event> events, List<Fact> changed)
    {
        var hasOther = person.Connections.Count > gone.Count;
        var canComeBack = facts.CanComeBack(person.Id);
        var persists = !hasOther && facts.Persists(person.Who, world.Limits);
        foreach (var connection in hasOther || (canComeBack && !persists) ? gone : gone[..^1])
        {
            var isLast = !hasOther && connection == gone[^1];
            var until = isLast ? new Timestamp(at.Milliseconds + (world.Limits.StaySeconds * 1000L)) : Option<Timestamp>.None;
            events.Add(new Event.Detached(connection, person.Who, CloseReason.ServerEnded, until));
        }
        if (!hasOther)
            changed.AddRange(Facts.Left(person.Who, at));
        if (persists)
            events.AddRange(PresenceRules.Stays(world, person, gone[^1], CloseReason.ServerEnded, at));
        else if (!hasOther && !canComeBack)
            events.Add(new Event.Departed(gone[^1], person.Who, CloseReason.ServerEnded, ""));
    }

    private static Person PersonAt(World world, ConnectionId connection) => world.Person(connection).TryGet(out var person)
        ? person
        : throw new InvalidOperationException($"Connection {connection.Number} has no person.");

    private static Person? Without(Person person, Forgetting what)
    {
        var hasAway = person.Away.TryGet(out var away) && what.Covers(away.At);
        var metadata = person.Metadata.Without(what);
        if (!hasAway && !what.Covers(person.RealName.At) && metadata.Count == person.Metadata.Count)
            return null;
        return person with { RealName = person.RealName.Without(what), Away = person.Away.Map(words => words.Without(what)), Metadata = metadata };
    }
}
