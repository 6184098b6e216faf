using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>The whole of the rules as one function: a request goes into a world, and effects come out.</summary>
public static class StateMachine
{
    public static Step Take(World world, Facts facts, Request request)
    {
        var decision = Decider.Decide(world, facts, request);
        if (decision is Decision.Accepted tooNew && tooNew.Events.FirstOrDefault(happened => happened.Level > world.Level) is { } newer)
            decision = new Decision.Refused(new Refusal.NotYetPossible(newer.Level));
        if (decision is not Decision.Accepted accepted)
            return new Step(world, facts, decision, [], [], []);
        if (accepted.Events is [var only])
            return One(world, facts, request, accepted, only);
        var (events, effects) = (new List<Recorded>(accepted.Events.Count), new List<Effect>());
        foreach (var happened in accepted.Events)
        {
            var recorded = Evolution.Record(world, request.At, request.Origin.Connection, happened);
            var applied = Evolution.Apply(world, recorded);
            world = applied.World;
            events.Add(recorded);
            effects.AddRange(applied.Effects);
        }
        return new Step(world, With(facts, accepted.Facts), decision, [.. events], accepted.Facts, [.. effects]);
    }

    /// <summary>What nearly every command comes to, without a list that grows.</summary>
    private static Step One(World world, Facts facts, Request request, Decision.Accepted accepted, Event happened)
    {
        var recorded = Evolution.Record(world, request.At, request.Origin.Connection, happened);
        var applied = Evolution.Apply(world, recorded);
        return new Step(applied.World, With(facts, accepted.Facts), accepted, [recorded], accepted.Facts, applied.Effects);
    }

    private static Facts With(Facts facts, ValueList<Fact> changed)
    {
        foreach (var fact in changed)
            facts = facts.With(fact);
        return facts;
    }
}

/// <summary>
/// What came of one request: the next world and facts, what was decided, what happened, which facts changed, and what to do once
/// that is kept.
/// </summary>
public sealed record Step(
    World World, Facts Facts, Decision Decision, ValueList<Recorded> Events, ValueList<Fact> Changed, ValueList<Effect> Effects);
