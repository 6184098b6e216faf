namespace ChatRoom.Simulation.Tests.Time;

/// <summary>A timer of the simulated clock. Those of a machine that is stopped wait for it to wake, and those of a dead one never come.</summary>
public sealed class SimulatedTimer(SimulatedClock clock, MachineClock? owner, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan _period;
    private int _version;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        (_period, _version) = (period, _version + 1);
        if (dueTime >= TimeSpan.Zero)
            clock.Arm(this, _version, dueTime);
        return true;
    }

    public void Fire(int version)
    {
        if (version != _version || owner is { IsDead: true })
            return;
        if (owner is { IsAsleep: true })
        {
            owner.Hold(this, version);
            return;
        }
        if (_period > TimeSpan.Zero)
            clock.Arm(this, version, _period);
        callback(state);
    }

    public void Dispose() => _version++;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
