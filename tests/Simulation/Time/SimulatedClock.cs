namespace ChatRoom.Simulation.Tests.Time;

/// <summary>Time that passes only when the simulator says so; what is due then happens, in its order, on the simulator's own stack.</summary>
public sealed class SimulatedClock : TimeProvider
{
    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly PriorityQueue<(SimulatedTimer Timer, int Version), (long Due, long Order)> _due = new();
    private long _now = TimeSpan.TicksPerHour;
    private long _order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Beginning.AddTicks(_now);

    public override long GetTimestamp() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        CreateTimer(null, callback, state, dueTime, period);

    public SimulatedTimer CreateTimer(MachineClock? owner, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, owner, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Pass(TimeSpan time)
    {
        var end = _now + time.Ticks;
        while (_due.TryPeek(out var next, out var at) && at.Due <= end)
        {
            _due.Dequeue();
            _now = Math.Max(_now, at.Due);
            next.Timer.Fire(next.Version);
        }
        _now = Math.Max(_now, end);
    }

    internal void Arm(SimulatedTimer timer, int version, TimeSpan after) =>
        _due.Enqueue((timer, version), (_now + Math.Max(0, after.Ticks), ++_order));
}
