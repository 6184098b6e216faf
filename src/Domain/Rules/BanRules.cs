using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>Who is ended by an operator, and who does not come in. What operators do is decided here and kept with who did it, and why.</summary>
internal static class BanRules
{
    /// <summary>By which ban somebody who connects is kept out. Operators who log in can't shut themselves out by a mask.</summary>
    public static Option<ServerBan> Of(World world, NetworkAddress? address, Nick nick, string user, string host, Option<AccountRef> account)
    {
        if (world.Bans.Count == 0)
            return Option<ServerBan>.None;
        var byAddress = address is { } from ? world.Bans.Of(from) : Option<ServerBan>.None;
        var byAccount = byAddress.IsSome ? byAddress : account.Bind(world.Bans.Of);
        return byAccount.IsSome || account.Exists(one => world.Operators.ContainsKey(one.Id)) ? byAccount : world.Bans.Of(nick, user, host);
    }

    public static Decision Kill(World world, Facts facts, Person? by, Command.Kill wish)
    {
        if (OperatorRules.Refuses(world, by, Powers.Kill) is { } refusal)
            return Decision.No(refusal);
        if (!world.Person(wish.Of).TryGet(out var person))
            return Decision.No(new Refusal.NoSuchPerson(wish.Of));
        var (events, changed) = (new List<Event> { new Event.Killed(OperatorRules.Of(by), person.Who, wish.Reason) }, new List<Fact>());
        var words = by is null ? wish.Reason : $"{by.Nick} ({wish.Reason})";
        Expel(facts, person, [.. person.Connections], new Ending(CloseReason.Killed, words), events, changed);
        return new Decision.Accepted([.. events]) { Facts = [.. changed] };
    }

    /// <summary>
    /// Who is here and meant goes at once, but no operator on duty: who sets a ban sees what came of it. Where it hits very many, those beyond what a
    /// turn clears go in the next ones, as the servers that hold their connections find them.
    /// </summary>
    public static Decision Set(World world, Facts facts, Person? by, Command.Ban wish, Timestamp at)
    {
        if (OperatorRules.Refuses(world, by, Powers.Ban) is { } refusal)
            return Decision.No(refusal);
        if (world.Bans.Count >= RuleLimits.ServerBans && world.Bans.Find(wish.Of).IsNone)
            return Decision.No(new Refusal.TooManyBans(RuleLimits.ServerBans));
        var (events, changed, hits) = (new List<Event>(), new List<Fact>(), 0);
        foreach (var (person, gone) in Meant(world, facts, wish))
        {
            if (++hits <= RuleLimits.ClearedAtOnce)
                Expel(facts, person, gone, new Ending(CloseReason.Banned, wish.Reason), events, changed);
        }
        var until = wish.Seconds.Map(seconds => new Timestamp(at.Milliseconds + (seconds * 1000L)));
        return new Decision.Accepted([new Event.BanSet(OperatorRules.Of(by), wish.Of, until, hits, wish.Reason), .. events]) { Facts = [.. changed] };
    }

    public static Applied BanSet(World world, Event.BanSet set, Recorded recorded)
    {
        var ban = new ServerBan(set.Of, set.By, recorded.At, set.Until, new Words(set.Reason, recorded.Sequence));
        // From where people of other servers come, only these know, and of very many not all went in this turn.
        var isOpen = set.Of is BanTarget.OfRange || set.Hits > RuleLimits.ClearedAtOnce;
        return new Applied(
            world with { Bans = world.Bans.With(ban) }, isOpen ? [new Effect.Expel(set.Of, new Ending(CloseReason.Banned, set.Reason))] : []);
    }

    public static Decision Lift(World world, Person? by, Command.Unban wish)
    {
        if (OperatorRules.Refuses(world, by, Powers.Ban) is { } refusal)
            return Decision.No(refusal);
        return world.Bans.Find(wish.Of).TryGet(out var ban)
            ? Decision.Yes(new Event.BanLifted(OperatorRules.Of(by), ban.Of))
            : Decision.No(new Refusal.NoSuchBan());
    }

    public static Applied Gone(World world, BanTarget of) => Applied.Silently(world with { Bans = world.Bans.Without(of) });

    /// <summary>The bans whose time is over, in the order in which that came.</summary>
    public static IEnumerable<Event> Over(World world, Timestamp at) =>
        world.Bans.Ends.AsEnumerable().TakeWhile(end => end.At.CompareTo(at) <= 0).Take(RuleLimits.ClearedAtOnce)
            .Select(end => world.Bans.Find(end.Key)).Somes().Select(Event (ban) => new Event.BanEnded(ban.Of));

    /// <summary>
    /// First those who stay without a connection, which no server would find, then in the order of their numbers: an account's person, those whom a mask covers, and of a range whose connections are known here to lie in it, or
    /// whose cloak says so.
    /// </summary>
    private static IEnumerable<(Person Person, List<ConnectionId> Gone)> Meant(World world, Facts facts, Command.Ban wish)
    {
        var cloak = CloakOf(facts, wish.Of);
        foreach (var person in world.People.Values.Where(person => person.OnDutyAs.IsNone).OrderBy(person => !person.Connections.IsEmpty).ThenBy(person => person.Id))
        {
            var who = person.Who;
            var isMeant = wish.Of.Means(who) || (cloak is not null && cloak.Covers(Mask.Subject(who.Nick, who.User, who.Host)));
            var gone = person.Connections.Where(connection => isMeant || wish.Known.Contains(connection)).ToList();
            if (isMeant || gone.Count > 0)
                yield return (person, gone);
        }
    }

    /// <summary>Null where cloaks show no network of that size.</summary>
    private static Mask? CloakOf(Facts facts, BanTarget of) =>
        of is BanTarget.OfRange { Range: var range } && facts.CloakKey.TryGet(out var key) && Cloak.OfNetwork(range.First, range.Width, key) is { } host
            && Mask.Parse($"*!*@{host}").TryGet(out var mask, out _) ? mask : null;

    /// <summary>These connections end, and with the last of them the person departs, to whom no token helps.</summary>
    private static void Expel(Facts facts, Person person, List<ConnectionId> gone, Ending end, List<Event> events, List<Fact> changed)
    {
        var departs = gone.Count == person.Connections.Count;
        var last = departs && gone.Count > 0 ? gone[^1] : Option<ConnectionId>.None;
        events.AddRange((last.IsSome ? gone[..^1] : gone).Select(connection => new Event.Detached(connection, person.Who, end.Why, Option<Timestamp>.None)));
        if (!departs)
            return;
        events.Add(new Event.Departed(last, person.Who, end.Why, end.Words));
        changed.AddRange(facts.Forsaken(person.Id));
    }
}
