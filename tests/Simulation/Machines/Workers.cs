using System.IO.Pipelines;
using ChatRoom.Simulation.Tests.Seeds;

namespace ChatRoom.Simulation.Tests.Machines;

/// <summary>
/// What takes the place of the thread pool: work waits here, and the simulator says which is done when. A pool promises no order, so any
/// order may come.
/// </summary>
public sealed class Workers : PipeScheduler
{
    private readonly List<(Action<object?> Work, object? State)> _waiting = [];

    public int Count => _waiting.Count;

    /// <summary>The machine is dead, and nothing is ever done there any more.</summary>
    public bool IsDead { get; private set; }

    public override void Schedule(Action<object?> action, object? state)
    {
        if (!IsDead)
            _waiting.Add((action, state));
    }

    public void DoOne(Chance chance)
    {
        ArgumentNullException.ThrowIfNull(chance);
        var index = chance.Below(_waiting.Count);
        var (work, state) = _waiting[index];
        _waiting.RemoveAt(index);
        work(state);
    }

    public void Die()
    {
        IsDead = true;
        _waiting.Clear();
    }
}
