using ChatRoom.Journal.Memory;
using ChatRoom.Journal.Tests.Doubles;
using ChatRoom.Testing;
using static ChatRoom.Journal.Tests.Sample;

namespace ChatRoom.Journal.Tests;

public sealed class MemoryJournalKeepsTheContract : JournalContract
{
    private readonly TroubledStore _store = new();
    private readonly MemoryJournal _journal;

    public MemoryJournalKeepsTheContract() => _journal = new MemoryJournal(_store);

    protected override IJournal Journal => _journal;

    public override void Dispose()
    {
        _journal.Dispose();
        _store.Dispose();
    }

    protected override IJournal Another() => new MemoryJournal(_store);

    protected override void Lose(IJournal journal, bool isKept, Domain.Events.Recorded[] events)
    {
        _store.Next = isKept ? JournalFault.LoseAfterKeeping : JournalFault.LoseBeforeKeeping;
        journal.Begin();
        Assert.Throws<JournalLostException>(() => journal.Commit(events));
    }

    protected override void Refuse(IJournal journal, Domain.Events.Recorded[] events)
    {
        _store.Next = JournalFault.Refuse;
        journal.Begin();
        Assert.Throws<JournalRefusedException>(() => journal.Commit(events));
    }

    [Fact]
    public void A_turn_that_can_not_begin_leaves_nothing_unknown()
    {
        _store.IsAway = true;
        Assert.Throws<JournalLostException>(() => _journal.Begin());
        Assert.Throws<JournalLostException>(() => _journal.Reopen());

        _store.IsAway = false;
        Assert.Equal(new Fate.Nothing(), _journal.Reopen());
        _journal.Append(InRoom(Lobby, "one"));
    }

    [Fact]
    public void A_journal_of_another_epoch_is_another_one_for_who_knew_it_before_though_nothing_of_theirs_is_lost()
    {
        using var store = new Renewed();
        using var journal = new MemoryJournal(store);
        journal.Append(InRoom(Lobby, "one"));
        store.Renew();

        Assert.Equal(new Fate.Forked(journal.Last), journal.Reopen());
        Assert.NotEqual(store.Epochs, journal.Epochs);
    }

    [Fact]
    public void The_time_of_a_turn_comes_from_the_journals_clock_and_never_goes_back()
    {
        var (clock, slow) = (new HeldClock(), new HeldClock());
        using var journal = new MemoryJournal(_store, clock);
        using var other = new MemoryJournal(_store, slow);
        var first = journal.Begin().Now;
        Assert.Equal(clock.GetUtcNow().ToUnixTimeMilliseconds(), first.Milliseconds);
        journal.Abandon();
        clock.Move(-TimeSpan.FromHours(1));
        Assert.Equal(first, journal.Begin().Now);
        journal.Commit([At(1, InRoom(Lobby, "later")) with { At = new Domain.Names.Timestamp(first.Milliseconds + 5000) }]);

        Assert.Equal(first.Milliseconds + 5000, other.Begin().Now.Milliseconds);
    }

    [Fact]
    public void The_bell_rings_for_others_and_not_for_who_appends()
    {
        using var other = new MemoryJournal(_store);
        var (own, others) = (0, 0);
        _journal.Appended += () => own++;
        other.Appended += () => others++;

        _journal.Append(InRoom(Lobby, "one"));

        Assert.Equal((0, 1), (own, others));
    }
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
        Assert.Null(history.Find(new Domain.Names.Sequence(1)));
        Assert.Equal(100, history.Find(new Domain.Names.Sequence(100))?.Sequence.Number);
        Assert.Equal([96, 97], history.Read(new Domain.Names.Sequence(95), 2).Numbers());
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

    /// <summary>A failover to an incomplete copy: what this server was told is not there, or is another server's.</summary>
    [Fact]
    public void A_journal_that_lost_what_was_told_is_a_fork_and_says_how_far_they_agree()
    {
        var turn = new Turn();
        foreach (var sequence in new long[] { 1, 2, 3 })
            turn.Reached(new Domain.Names.Sequence(sequence), At(sequence, InRoom(Lobby, "x")).At, writer: 1);
        Turn.Place? Find(Domain.Names.Sequence sequence) =>
            new Turn.Place(sequence, At(sequence.Number, InRoom(Lobby, "x")).At, sequence.Number <= 2 ? 1 : 7);

        Assert.Equal(new Fate.Forked(new Domain.Names.Sequence(2)), turn.Reopened(Find, writer: 1));
    }
}

/// <summary>A store that goes on from a copy of itself.</summary>
internal sealed class Renewed : MemoryStore
{
    public void Renew() => Epochs = new Epochs([.. Epochs.Ranges, (new Domain.Names.Sequence(2), "another")]);
}
