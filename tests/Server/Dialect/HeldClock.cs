namespace ChatRoom.Server.Tests.Dialect;

/// <summary>Time that stands still until a test moves it. Timers fire then, in the order of their moments, on the test's thread.</summary>
internal sealed class HeldClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<HeldTimer> _timers = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];
    private DateTimeOffset _now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HeldTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Ends when so many timers run: then those who wait for time do so for certain.</summary>
    public Task WhenTimersRun(int count)
    {
        lock (_gate)
        {
            if (_timers.Count >= count)
                return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((count, reached));
            return reached.Task.WaitAsync(Client.Deadline);
        }
    }

    public void Move(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (Due(end) is { } timer)
            timer.Fire();
        lock (_gate)
            _now = end;
    }

    /// <summary>The next timer that fires until then; the clock stands at its moment.</summary>
    private HeldTimer? Due(DateTimeOffset end)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.At <= end).MinBy(timer => timer.At);
            if (next is null)
                return null;
            _now = next.At > _now ? next.At : _now;
            next.At += next.Period;
            if (next.Period <= TimeSpan.Zero)
                _timers.Remove(next);
            return next;
        }
    }

    private void Set(HeldTimer timer, TimeSpan due, TimeSpan period)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (due < TimeSpan.Zero)
                return;
            (timer.At, timer.Period) = (_now + due, period);
            _timers.Add(timer);
            foreach (var (_, reached) in _waiting.Where(one => one.Count <= _timers.Count))
                reached.TrySetResult();
        }
    }

    private sealed class HeldTimer(HeldClock clock, Action fire) : ITimer
    {
        public DateTimeOffset At { get; set; }

        public TimeSpan Period { get; set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime, period);
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
