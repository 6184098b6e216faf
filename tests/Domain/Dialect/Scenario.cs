using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Tests.Dialect;

/// <summary>Given what happened before, when somebody wants something, then these events and effects and no others.</summary>
public sealed class Scenario
{
    private Step? _step;

    private Scenario(World world) => World = world;

    public Facts Facts { get; private set; } = Facts.None;

    public World World { get; private set; }

    /// <summary>The last event that came of the last request.</summary>
    public Recorded What => Taken.Events[^1];

    public ValueList<Effect> Effects => Taken.Effects;

    private Step Taken => _step ?? throw new InvalidOperationException("Nothing was tried yet.");

    public static Scenario Given(params Request[] history) => new Scenario(Vocabulary.Begun).And(history);

    /// <summary>More of what happened before; it must have been accepted, or the scenario would say something else than it reads.</summary>
    public Scenario And(params Request[] history)
    {
        foreach (var request in history)
        {
            When(request);
            Assert.IsType<Decision.Accepted>(Taken.Decision);
        }
        return this;
    }

    /// <summary>Events for which there is no command yet.</summary>
    public Scenario AndHappened(params Event[] events)
    {
        foreach (var happened in events)
        {
            var recorded = StateMachine.Record(World, World.Now, null, happened);
            var applied = StateMachine.Apply(World, recorded);
            World = applied.World;
            _step = new Step(World, Facts, new Decision.Accepted([happened]), [recorded], [], applied.Effects);
            Assert.Empty(Invariants.Broken(World));
        }
        return this;
    }

    public Scenario When(Request request)
    {
        var before = World;
        _step = StateMachine.Take(World, Facts, request);
        (World, Facts) = (_step.World, _step.Facts);
        Assert.Empty(Invariants.Broken(World));
        if (_step.Decision is not Decision.Accepted)
            Assert.Equal(before, World);
        return this;
    }

    public Scenario Then(params Event[] events)
    {
        Assert.Equal(events, Assert.IsType<Decision.Accepted>(Taken.Decision).Events);
        Assert.Equal(events, Taken.Events.Select(recorded => recorded.Event));
        return this;
    }

    /// <summary>It was so already: accepted, and nobody hears anything.</summary>
    public Scenario ThenNothing() => Then().ThenEffects();

    public Scenario ThenRefused(Refusal why)
    {
        Assert.Equal(new Decision.Refused(why), Taken.Decision);
        return ThenSilence();
    }

    public Scenario ThenAlreadySaid(Recorded first)
    {
        Assert.Equal(new Decision.AlreadySaid(first.Sequence), Taken.Decision);
        return ThenSilence();
    }

    public Scenario ThenEffects(params Effect[] effects)
    {
        Assert.Equal(effects, Taken.Effects);
        return this;
    }

    private Scenario ThenSilence()
    {
        Assert.Empty(Taken.Events);
        return ThenEffects();
    }
}
