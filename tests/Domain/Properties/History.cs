namespace ChatRoom.Domain.Tests.Properties;

/// <summary>What came of a list of requests, step by step.</summary>
public sealed record History(IReadOnlyList<(World Before, Request Request, Step Step)> Steps)
{
    public World World => Steps.Count == 0 ? World.Empty : Steps[^1].Step.World;

    public IEnumerable<Recorded> Events => Steps.SelectMany(taken => taken.Step.Events);

    public IEnumerable<Recorded> Kept => Events.Where(recorded => recorded.Event.IsKept);

    public static History Of(IEnumerable<Request> requests)
    {
        var (world, steps) = (World.Empty, new List<(World, Request, Step)>());
        foreach (var request in requests)
        {
            var step = Attached(world, request) ?? Rules.Take(world, request);
            steps.Add((world, request, step));
            world = step.World;
        }
        return new History(steps);
    }

    public static World Replayed(IEnumerable<Recorded> events) =>
        events.Aggregate(World.Empty, (world, recorded) => Evolution.Apply(world, recorded).World);

    /// <summary>
    /// No command attaches a second connection yet. Until one does, whoever connects by the nickname of somebody who is
    /// there, in just that case, gets there as another connection of his.
    /// </summary>
    private static Step? Attached(World world, Request request)
    {
        if (request.Command is not Command.Connect wish || world.Connections.ContainsKey(request.Origin))
            return null;
        if (!world.Person(wish.Nick).TryGet(out var person) || person.Nick != wish.Nick)
            return null;
        var happened = new Event.Attached(request.Origin, person.Id);
        var recorded = Evolution.Record(world, request.At, request.Origin, happened);
        var applied = Evolution.Apply(world, recorded);
        return new Step(applied.World, new Decision.Accepted([happened]), [recorded], applied.Effects);
    }
}
