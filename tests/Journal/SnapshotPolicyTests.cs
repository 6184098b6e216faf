using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Snapshots;
using Microsoft.Extensions.Time.Testing;

namespace ChatRoom.Journal.Tests;

public sealed class SnapshotPolicyTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly SnapshotPolicy _policy;

    public SnapshotPolicyTests() => _policy = new SnapshotPolicy(_clock, new Sequence(100));

    [Fact]
    public void It_is_due_after_so_many_events_and_two_seconds()
    {
        Assert.False(IsDue(0));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.False(IsDue(SnapshotPolicy.Events - 1));
        Assert.True(IsDue(SnapshotPolicy.Events));
    }

    [Fact]
    public void However_much_happens_there_are_two_seconds_between_two()
    {
        Assert.False(IsDue(1_000_000));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True(IsDue(1_000_000));
        _policy.Finished(TimeSpan.Zero);
        Assert.False(IsDue(2_000_000));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True(IsDue(2_000_000));
    }

    [Fact]
    public void Only_one_is_saved_at_a_time()
    {
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True(IsDue(SnapshotPolicy.Events));
        _clock.Advance(TimeSpan.FromSeconds(100));
        Assert.False(IsDue(1_000_000));
        _policy.Finished(TimeSpan.Zero);
        Assert.True(IsDue(1_000_000));
    }

    [Fact]
    public void One_that_takes_long_is_saved_seldom()
    {
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True(IsDue(SnapshotPolicy.Events));
        _policy.Finished(TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(19));
        Assert.False(IsDue(1_000_000));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(IsDue(1_000_000));
    }

    private bool IsDue(long events) => _policy.TryStart(new Sequence(100 + events));
}
