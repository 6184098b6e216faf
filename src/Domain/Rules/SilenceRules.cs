using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>
/// Whom somebody does not wish to hear in private. The sender is told: what is echoed is kept and heard, so what nobody hears has to be refused.
/// </summary>
internal static class SilenceRules
{
    /// <summary>Why somebody takes no words from a sender; null if they do. One's own words one always takes.</summary>
    public static Refusal? Refuses(Person hearer, Person sender)
    {
        if (hearer.Id == sender.Id)
            return null;
        if (hearer.IsSilencing(sender.Who))
            return new Refusal.NotHeard(hearer.Nick);
        return hearer.ShutsOutGuests && sender.Who.Account.IsNone ? new Refusal.ShutsOutGuests(hearer.Nick) : null;
    }

    public static Decision Silence(Person person, Command.Silence wish)
    {
        var before = person.Silences.FirstOrDefault(mask => mask.Key == wish.Mask.Key);
        if (before is not null == wish.IsOn)
            return Decision.Nothing;
        return wish.IsOn && person.Silences.Count >= RuleLimits.SilencesOfPerson
            ? Decision.No(new Refusal.SilencesFull(wish.Mask, RuleLimits.SilencesOfPerson))
            : Decision.Yes(new Event.SilenceSet(person.Who, before ?? wish.Mask, wish.IsOn));
    }

    public static Applied SilenceSet(World world, Event.SilenceSet set, Recorded recorded)
    {
        var person = world.PersonOf(set.Who.Id);
        var others = person.Silences.Where(mask => mask.Key != set.Mask.Key);
        return new Applied(world.With(person with { Silences = set.IsOn ? [.. others, set.Mask] : [.. others] }), [new Effect.Tell(person.Id, recorded)]);
    }

    public static Decision.Accepted ShutOutGuests(Person person, Command.ShutOutGuests wish) =>
        person.ShutsOutGuests == wish.IsOn ? Decision.Nothing : Decision.Yes(new Event.GuestsShutOut(person.Who, wish.IsOn));

    public static Applied GuestsShutOut(World world, Event.GuestsShutOut set, Recorded recorded) =>
        new(world.With(world.PersonOf(set.Who.Id) with { ShutsOutGuests = set.IsOn }), [new Effect.Tell(set.Who.Id, recorded)]);
}
