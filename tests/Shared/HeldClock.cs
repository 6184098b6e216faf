using Microsoft.Extensions.Time.Testing;

namespace ChatRoom.Testing;

/// <summary>
/// Time that stands still until a test moves it; timers fire then, on the test's thread. It adds to Microsoft's what that one does not
/// tell: when so many timers run.
/// </summary>
public sealed class HeldClock() : FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero))
{
    /// <summary>Only a net for tests that would hang; nothing is measured by it.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly System.Collections.Generic.HashSet<CountedTimer> _running = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];

    public int Running
    {
        get
        {
            lock (_gate)
                return _running.Count;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new CountedTimer(this);
        timer.Inner = base.CreateTimer(_ => timer.Fire(() => callback(state)), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Ends when so many timers run: then those who wait for time do so for certain.</summary>
    public Task WhenTimersRun(int count)
    {
        lock (_gate)
        {
            if (_running.Count >= count)
                return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((count, reached));
            return reached.Task.WaitAsync(Deadline);
        }
    }

    /// <summary>Backwards as well, as clocks are put right.</summary>
    public void Move(TimeSpan by)
    {
        if (by < TimeSpan.Zero)
            AdjustTime(GetUtcNow() + by);
        else
            Advance(by);
    }

    private void Count(CountedTimer timer, bool isRunning)
    {
        lock (_gate)
        {
            if (isRunning)
                _running.Add(timer);
            else
                _running.Remove(timer);
            foreach (var (_, reached) in _waiting.Where(one => one.Count <= _running.Count))
                reached.TrySetResult();
        }
    }

    private sealed class CountedTimer(HeldClock clock) : ITimer
    {
        private bool _isPeriodic;

        public ITimer? Inner { get; set; }

        public void Fire(Action callback)
        {
            if (!_isPeriodic)
                clock.Count(this, false);
            callback();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _isPeriodic = period > TimeSpan.Zero;
            var isAccepted = Inner!.Change(dueTime, period);
            clock.Count(this, isAccepted && dueTime >= TimeSpan.Zero);
            return isAccepted;
        }

        public void Dispose()
        {
            clock.Count(this, false);
            Inner!.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
