using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace ChatRoom.Client.Tests;

/// <summary>Tells how often periodic timers were set to fire, in order.</summary>
internal sealed class PacedClock : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _paces = Channel.CreateUnbounded<TimeSpan>();

    public ChannelReader<TimeSpan> Paces => _paces.Reader;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Tell(period);
        return new Timer(this, base.CreateTimer(callback, state, dueTime, period));
    }

    private void Tell(TimeSpan period)
    {
        if (period > TimeSpan.Zero)
            _paces.Writer.TryWrite(period);
    }

    private sealed class Timer(PacedClock clock, ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Tell(period);
            return inner.Change(dueTime, period);
        }

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
