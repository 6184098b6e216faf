using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal;
using ChatRoom.Journal.Memory;
using ChatRoom.Journal.Tests.Doubles;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Monitoring;
using ChatRoom.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatRoom.Server.Tests.Hubs;

/// <summary>A hub that is driven step by step, without a thread: what the simulator found of it.</summary>
public sealed class SteppedHubTests : IDisposable
{
    private readonly TroubledStore _store = new();
    private readonly HeldClock _clock = new();
    private readonly TroubledJournal _journal;
    private readonly Instruments _instruments = new();
    private readonly Hub _hub;

    public SteppedHubTests()
    {
        _journal = new TroubledJournal(new MemoryJournal(_store, _clock));
        _hub = new Hub(_journal, new HubStart(World.Empty, Facts.None, IsAlone: false), new PlainRenderer(), _clock, NullLogger.Instance, _ => { }, _instruments);
        _hub.Begin();
    }

    public void Dispose()
    {
        _hub.Dispose();
        _instruments.Dispose();
        _journal.Dispose();
        _store.Dispose();
    }

    [Fact]
    public void A_bell_that_rings_while_the_journal_is_away_is_heard_when_it_is_back()
    {
        _journal.NextCommit = (journal, turn) =>
        {
            journal.Commit(turn);
            AppendElsewhere();
            _clock.Move(TimeSpan.FromSeconds(1));
            // Serves what needs no journal, and takes all messages for it: also the empty one with which the bell wakes the hub.
            _hub.ServeWhileAway();
        };
        _hub.Post(HubMessage.FromServer(new Command.ChangeLimits(new RuleLimitsChange { TopicBytes = 1 })));
        _hub.Step();

        Assert.True(_hub.HasWork);
        _hub.Step();

        Assert.Equal(2, _hub.World.Limits.TopicBytes);
        Assert.False(_hub.HasWork);
    }

    private void AppendElsewhere()
    {
        using var other = new MemoryJournal(_store, _clock);
        var given = other.Begin();
        var limits = new Event.LimitsChanged(RuleLimits.First with { TopicBytes = 2 });
        other.Commit(TurnToKeep.Of(new Recorded(other.Last.Next, given.Now, null, limits)));
    }
}
