namespace ChatRoom.Domain;

/// <summary>The whole of the rules as one function: a request goes into a world, and effects come out.</summary>
public static class Rules
{
    public static Step Take(World world, Request request)
    {
        var decision = Decider.Decide(world, request);
        if (decision is not Decision.Accepted accepted)
            return new Step(world, decision, [], []);
        if (accepted.Events is [var only])
            return One(world, request, accepted, only);
        var (events, effects) = (new List<Recorded>(accepted.Events.Count), new List<Effect>());
        foreach (var happened in accepted.Events)
        {
            var step = One(world, request, accepted, happened);
            world = step.World;
            events.AddRange(step.Events);
            effects.AddRange(step.Effects);
        }
        return new Step(world, decision, [.. events], [.. effects]);
    }

    /// <summary>What nearly every command comes to, without lists that grow.</summary>
    private static Step One(World world, Request request, Decision decision, Event happened)
    {
        var recorded = Evolution.Record(world, request.At, request.Command is Command.StartServer ? null : request.Origin, happened);
        var applied = Evolution.Apply(world, recorded);
        return new Step(applied.World, decision, [recorded], applied.Effects);
    }
}
