using ChatRoom.Server.Journal;
using static ChatRoom.Server.Tests.Journal.Sample;

namespace ChatRoom.Server.Tests.Journal;

public sealed class MemoryJournalKeepsTheContract : JournalContract
{
    private readonly MemoryJournal _journal = new();

    protected override IJournal Journal => _journal;

    public override void Dispose() => _journal.Dispose();

    protected override void SetFault(JournalFault fault) => _journal.Fault = fault;
}

public sealed class MemoryHistoryKeepsTheContract : HistoryContract
{
    private readonly MemoryJournal _journal = new();

    protected override IJournal Journal => _journal;

    public override void Dispose() => _journal.Dispose();
}

public sealed class MemoryJournalTests
{
    [Fact]
    public void Two_journals_on_one_store_see_what_the_other_appended_when_their_turn_begins()
    {
        using var store = new MemoryStore();
        using var one = new MemoryJournal(store);
        using var other = new MemoryJournal(store);

        one.Append(InRoom(Lobby, "from one"));
        Assert.Equal(0, other.Last.Number);

        Assert.Equal([1], other.Begin().Numbers());
        other.Commit(Lines(1, 2));
        Assert.Equal([2, 3], one.Begin().Numbers());
        one.Abandon();

        Assert.Equal((3, 3), (one.Last.Number, other.Last.Number));
        Assert.Equal(one.Epoch, other.Epoch);
    }

    [Fact]
    public async Task Two_hubs_take_turns_and_nobody_decides_on_an_old_world()
    {
        using var store = new MemoryStore();
        var hubs = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            using var journal = new MemoryJournal(store);
            var seen = new List<long>();
            for (var turn = 0; turn < 300; turn++)
            {
                seen.AddRange(journal.Begin().Numbers());
                var events = Lines(journal.Last.Number, 1 + (turn % 3));
                journal.Commit(events);
                seen.AddRange(events.Numbers());
            }
            seen.AddRange(journal.Begin().Numbers());
            journal.Abandon();
            return seen;
        })).ToArray();

        foreach (var seen in await Task.WhenAll(hubs))
            Assert.Equal(Enumerable.Range(1, seen.Count).Select(i => (long)i), seen);
    }

    [Fact]
    public void A_turn_that_was_lost_does_not_hold_up_the_others()
    {
        using var store = new MemoryStore();
        using var one = new MemoryJournal(store) { Fault = JournalFault.LoseAfterKeeping };
        using var other = new MemoryJournal(store);
        one.Begin();
        Assert.Throws<JournalLostException>(() => one.Commit(Lines(0, 2)));

        Assert.Equal([1, 2], other.Begin().Numbers());
        other.Commit(Lines(2, 1));
        one.Reopen();

        Assert.Equal(3, one.Last.Number);
        Assert.Empty(one.Begin());
    }

    [Fact]
    public void Memory_keeps_the_last_events_only()
    {
        using var store = new MemoryStore(most: 10);
        using var journal = new MemoryJournal(store);
        for (var i = 0; i < 100; i++)
            journal.Append(InRoom(Lobby, "x"));

        using var history = journal.OpenHistory();
        var kept = history.Read(default, 1000).Numbers();
        Assert.InRange(kept.Length, 10, 20);
        Assert.Equal(Enumerable.Range(101 - kept.Length, kept.Length).Select(i => (long)i), kept);
        Assert.Null(history.Find(new Domain.Sequence(1)));
        Assert.Equal(100, history.Find(new Domain.Sequence(100))?.Sequence.Number);
        Assert.Equal([96, 97], history.Read(new Domain.Sequence(95), 2).Numbers());
    }

    [Fact]
    public void Who_comes_too_late_for_what_memory_keeps_is_told()
    {
        using var store = new MemoryStore(most: 10);
        using var late = new MemoryJournal(store);
        using var journal = new MemoryJournal(store);
        for (var i = 0; i < 100; i++)
            journal.Append(InRoom(Lobby, "x"));

        Assert.Throws<JournalLostException>(() => late.Begin());
        journal.Append(InRoom(Lobby, "x"));
    }
}
