using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Tests.Dialect;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Tests.Properties;

/// <summary>What came of a list of requests, step by step.</summary>
public sealed record History(IReadOnlyList<(World Before, Facts Facts, Request Request, Step Step)> Steps)
{
    public World World => Steps.Count == 0 ? Vocabulary.Begun : Steps[^1].Step.World;

    public IEnumerable<Recorded> Events => Steps.SelectMany(taken => taken.Step.Events);

    public IEnumerable<Recorded> Kept => Events.Where(recorded => recorded.Event.IsKept);

    public static History Of(IEnumerable<Request> requests)
    {
        var (world, facts, steps) = (Vocabulary.Begun, Facts.None, new List<(World, Facts, Request, Step)>());
        foreach (var request in requests)
        {
            var step = Attached(world, facts, request) ?? StateMachine.Take(world, facts, request);
            steps.Add((world, facts, request, step));
            (world, facts) = (step.World, step.Facts);
        }
        return new History(steps);
    }

    public static World Replayed(IEnumerable<Recorded> events) =>
        events.Aggregate(Vocabulary.Begun, (world, recorded) => StateMachine.Apply(world, recorded).World);

    /// <summary>
    /// No command attaches a second connection beside the first one yet. Until one does, somebody who connects without a token by the
    /// nickname of a person who is there, in just that case, gets there as another connection of that person.
    /// </summary>
    private static Step? Attached(World world, Facts facts, Request request)
    {
        if (request is not { Command: Command.Connect { Token.IsNone: true } wish, Origin.Connection: { } connection } || world.Connections.ContainsKey(connection) || !world.IsAlive(connection.Server))
            return null;
        if (!world.Person(wish.Nick).TryGet(out var person) || person.Nick != wish.Nick)
            return null;
        var happened = new Event.Attached(connection, person.Who);
        var recorded = StateMachine.Record(world, request.At, connection, happened);
        var applied = StateMachine.Apply(world, recorded);
        return new Step(applied.World, facts, new Decision.Accepted([happened]), [recorded], [], applied.Effects);
    }
}
