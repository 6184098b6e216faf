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

    /// <summary>Of two that were read in the same moment the one with the lower number goes, so that every server forgets the same.</summary>
    private static Fact.ReadMarker Forgotten(Party own, HashMap<Exactly<ReadPlace>, ReadPlace, Timestamp> markers)
    {
        var oldest = markers.AsEnumerable().OrderBy(marker => marker.Value).ThenBy(marker => $"{marker.Key}", StringComparer.Ordinal).First();
        return new Fact.ReadMarker(own, oldest.Key, Option<Timestamp>.None);
    }
}
