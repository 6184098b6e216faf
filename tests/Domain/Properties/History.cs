using ChatRoom.Domain.Commands;
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
            var step = StateMachine.Take(world, facts, request);
            steps.Add((world, facts, request, step));
            (world, facts) = (step.World, step.Facts);
        }
        return new History(steps);
    }

    public static World Replayed(IEnumerable<Recorded> events) =>
        events.Aggregate(Vocabulary.Begun, (world, recorded) => StateMachine.Apply(world, recorded).World);
}
