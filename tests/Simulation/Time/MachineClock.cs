namespace ChatRoom.Simulation.Tests.Time;

/// <summary>The clock of one machine: it can be put right or wrong, and what was due while the machine was stopped comes when it wakes.</summary>
public sealed class MachineClock(SimulatedClock clock) : TimeProvider
{
    private readonly List<(SimulatedTimer Timer, int Version)> _held = [];

    public TimeSpan Skew { get; set; }

    public bool IsDead { get; set; }

    public bool IsAsleep { get; private set; }

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + Skew;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(this, callback, state, dueTime, period);

    public void Sleep() => IsAsleep = true;

    public void Wake()
    {
        IsAsleep = false;
        var held = _held.ToArray();
        _held.Clear();
        foreach (var (timer, version) in held)
            timer.Fire(version);
    }

    public void Hold(SimulatedTimer timer, int version) => _held.Add((timer, version));
}
