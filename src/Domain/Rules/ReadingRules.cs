using System.Diagnostics.CodeAnalysis;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>Up to when somebody has read what was said (draft/read-marker): theirs alone, on all their connections, and it only goes forward.</summary>
public static class ReadingRules
{
    internal static Decision MarkRead(World world, Facts facts, Person person, Command.MarkRead wish, Timestamp at)
    {
        if (!Find(world, person, wish.In, out var place, out var name, out var refusal))
            return Decision.No(refusal);
        var own = Party.Of(person.Who);
        var markers = facts.MarkersOf(own);
        // Nobody has read what is not said yet.
        var until = wish.Until.CompareTo(at) < 0 ? wish.Until : at;
        if (markers.Find(place).Exists(known => known.CompareTo(until) >= 0))
            return Decision.Nothing;
        var marker = new Fact.ReadMarker(own, place, until);
        return new Decision.Accepted([new Event.MarkedRead(person.Who, place, name, until)])
        {
            Facts = markers.Count < RuleLimits.ReadMarkers || markers.ContainsKey(place) ? [marker] : [Forgotten(own, markers), marker],
        };
    }

    internal static Applied MarkedRead(World world, Event.MarkedRead marked, Recorded recorded) => new(world, [new Effect.Tell(marked.Who.Id, recorded)]);

    /// <summary>Up to when somebody has read what they call so.</summary>
    public static Option<Timestamp> Of(World world, Facts facts, Person person, Target target)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(person);
        return Find(world, person, target, out var place, out _, out _) ? facts.MarkersOf(Party.Of(person.Who)).Find(place) : Option<Timestamp>.None;
    }

    private static bool Find(
        World world, Person person, Target target, [NotNullWhen(true)] out ReadPlace? place, [NotNullWhen(true)] out string? name, [NotNullWhen(false)] out Refusal? refusal)
    {
        (place, name, refusal) = (null, null, null);
        switch (target)
        {
            case Target.ToRoom to when RoomRules.IsIn(world, person, to.Name, out var room, out refusal):
                (place, name) = (new ReadPlace.InRoom(room.Id), room.Name.Text);
                return true;
            case Target.ToRoom:
                return false;
            case Target.ToPerson to when world.Person(to.Nick).TryGet(out var other):
                (place, name) = (new ReadPlace.With(Party.Of(other.Who)), other.Nick.Text);
                return true;
            case Target.ToPerson to when world.Owner(to.Nick).TryGet(out var account):
                (place, name) = (new ReadPlace.With(new Party.Member(account.Id)), account.Name.Text);
                return true;
            case Target.ToPerson to:
                refusal = new Refusal.NoSuchPerson(to.Nick);
                return false;
        }
        throw new InvalidOperationException($"{target.GetType().Name} is missing in Find.");
    }

    /// <summary>What a guest had read goes over to the account that they are known by from now on, as far as it is more than what that had read, and as there is room.</summary>
    internal static Decision GoneOver(Facts facts, Decision decision)
    {
        if (decision is not Decision.Accepted accepted)
            return decision;
        var moved = new List<Fact>();
        foreach (var happened in accepted.Events)
        {
            if (happened is Event.LoggedIn { Who: { Account.IsNone: true } guest } came)
                moved.AddRange([.. facts.WithoutMarkers(new Party.Guest(guest.Id)), .. Taken(facts, guest.Id, came.Account.Id)]);
            else if (happened is Event.Merged merged && merged.Into.Account.TryGet(out var account))
                moved.AddRange(Taken(facts, merged.Who.Id, account.Id));
        }
        return moved.Count == 0 ? decision : accepted with { Facts = [.. accepted.Facts, .. moved] };
    }

    private static IEnumerable<Fact> Taken(Facts facts, PersonId guest, AccountId account)
    {
        var own = new Party.Member(account);
        var known = facts.MarkersOf(own);
        var rest = RuleLimits.ReadMarkers - known.Count;
        // In an order that is the same on every server: what was read last stays, where there is no room for all.
        foreach (var (place, until) in facts.MarkersOf(new Party.Guest(guest)).AsEnumerable().OrderByDescending(marker => marker.Value).ThenBy(marker => $"{marker.Key}", StringComparer.Ordinal))
        {
            var isThere = known.Find(place).TryGet(out var read);
            if (isThere ? read.CompareTo(until) < 0 : rest-- > 0)
                yield return new Fact.ReadMarker(own, place, until);
        }
    }

    /// <summary>Of two that were read in the same moment the one with the lower number goes, so that every server forgets the same.</summary>
    private static Fact.ReadMarker Forgotten(Party own, HashMap<Exactly<ReadPlace>, ReadPlace, Timestamp> markers)
    {
        var oldest = markers.AsEnumerable().OrderBy(marker => marker.Value).ThenBy(marker => $"{marker.Key}", StringComparer.Ordinal).First();
        return new Fact.ReadMarker(own, oldest.Key, Option<Timestamp>.None);
    }
}
