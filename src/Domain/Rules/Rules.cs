namespace ChatRoom.Domain;

/// <summary>The whole of the rules as one function: a request goes into a world, and effects come out.</summary>
public static class Rules
{
    public static Step Take(World world, Request request)
    {
        var decision = Decider.Decide(world, request);
        if (decision is not Decision.Accepted accepted)
            return new Step(world, decision, Seq<Recorded>.Empty, Seq<Effect>.Empty);
        var (events, effects) = (Seq<Recorded>.Empty, Seq<Effect>.Empty);
        foreach (var happened in accepted.Events)
        {
            var recorded = Evolution.Record(world, request.At, request.Command is Command.StartServer ? null : request.Origin, happened);
            var applied = Evolution.Apply(world, recorded);
            (world, events, effects) = (applied.World, events.Add(recorded), effects + applied.Effects);
        }
        return new Step(world, decision, events, effects);
    }
}
