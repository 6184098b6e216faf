using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using static ChatRoom.Journal.Tests.Sample;

namespace ChatRoom.Journal.Tests;

/// <summary>What every journal promises about appending. Each implementation passes it as it stands.</summary>
public abstract partial class JournalContract : IDisposable
{
    protected abstract IJournal Journal { get; }

    /// <summary>Another server's journal on the same store.</summary>
    protected abstract IJournal Another();

    /// <summary>A commit whose outcome its server does not learn.</summary>
    protected abstract void Lose(IJournal journal, bool isKept, Recorded[] events);

    /// <summary>A commit of which everybody knows that it is not kept.</summary>
    protected abstract void Refuse(IJournal journal, Recorded[] events);

    public abstract void Dispose();

    [ContractFact]
    public void A_new_journal_is_empty_and_has_an_epoch()
    {
        using var history = Journal.OpenHistory();

        Assert.Equal(0, Journal.Last.Number);
        Assert.NotEmpty(Journal.Epochs.Latest);
        Assert.Empty(history.Read(default, 10));
        Assert.Equal(1, history.At(new Timestamp(0)).Number);
    }

    [ContractFact]
    public void What_is_committed_is_read_back_whole_and_in_order()
    {
        var events = EveryEvent.Kept.Select((happened, i) => At(i + 1, happened)).ToArray();
        Journal.Begin();
        Journal.Commit(events);

        using var history = Journal.OpenHistory();
        Assert.Equal(events, history.Read(default, 1000));
        Assert.Equal(events.Length, Journal.Last.Number);
    }

    [ContractFact]
    public void An_event_without_an_origin_has_none_when_it_is_read()
    {
        var started = At(1, new Event.ServerStarted(Here, 1)) with { Origin = null };
        Journal.Begin();
        Journal.Commit([started]);

        using var history = Journal.OpenHistory();
        Assert.Equal([started], history.Read(default, 10));
    }

    [ContractFact]
    public void Reading_goes_on_behind_a_place_and_stops_at_the_bound()
    {
        Journal.Begin();
        Journal.Commit(Lines(0, 10));

        using var history = Journal.OpenHistory();
        Assert.Equal([4, 5, 6], history.Read(new Sequence(3), 3).Numbers());
        Assert.Equal([10], history.Read(new Sequence(9), 3).Numbers());
        Assert.Empty(history.Read(new Sequence(10), 3));
        Assert.Empty(history.Read(default, 0));
    }

    [ContractFact]
    public void Headers_are_the_events_without_their_words()
    {
        Journal.Append(new Event.ServerStarted(Here, 1), InRoom(Lobby, "hello"));

        using var history = Journal.OpenHistory();
        var expected = new[] { At(1, new Event.ServerStarted(Here, 1)), At(2, InRoom(Lobby, "") with { Body = Body.Forgotten }) };
        Assert.Equal(expected, history.ReadHeaders(default, 10));
    }

    [ContractFact]
    public void An_event_is_found_by_its_place()
    {
        Journal.Begin();
        Journal.Commit(Lines(0, 3));

        using var history = Journal.OpenHistory();
        Assert.Equal(Lines(0, 3)[1], history.Find(new Sequence(2)));
        Assert.Null(history.Find(new Sequence(4)));
        Assert.Null(history.Find(new Sequence(0)));
        Assert.Null(history.Find(new Sequence(-5)));
    }

    [ContractTheory]
    [InlineData(0, 1)]
    [InlineData(1010, 1)]
    [InlineData(1011, 2)]
    [InlineData(1050, 5)]
    [InlineData(1100, 10)]
    [InlineData(1101, 11)]
    [InlineData(long.MaxValue, 11)]
    public void A_moment_is_the_place_of_the_first_event_that_is_not_before_it(long moment, long place)
    {
        Journal.Begin();
        Journal.Commit(Lines(0, 10));

        using var history = Journal.OpenHistory();
        Assert.Equal(place, history.At(new Timestamp(moment)).Number);
    }

    [ContractFact]
    public void Of_events_at_the_same_moment_the_first_is_found()
    {
        Journal.Begin();
        Journal.Commit([.. Lines(0, 9).Select(line => line with { At = new Timestamp(line.Sequence.Number <= 3 ? 5 : 7) })]);

        using var history = Journal.OpenHistory();
        Assert.Equal(4, history.At(new Timestamp(6)).Number);
        Assert.Equal(4, history.At(new Timestamp(7)).Number);
    }

    [ContractTheory]
    [InlineData(2)]
    [InlineData(0)]
    public void A_turn_that_does_not_continue_the_journal_is_a_bug_and_keeps_nothing(long first)
    {
        Journal.Begin();
        Assert.Throws<ArgumentException>(() => Journal.Commit([At(first, InRoom(Lobby, "gap"))]));

        Journal.Append(InRoom(Lobby, "next"));
        AssertStored(1);
    }

    [ContractFact]
    public void A_gap_inside_a_turn_is_a_bug_and_keeps_nothing_of_it()
    {
        Journal.Begin();
        Assert.Throws<ArgumentException>(() => Journal.Commit([At(1, InRoom(Lobby, "one")), At(3, InRoom(Lobby, "three"))]));

        AssertStored(0);
    }

    [ContractFact]
    public void What_is_not_kept_never_comes_into_the_journal()
    {
        var typing = new Event.Signalled(Tuan, new Conversation.InRoom(Lobby, Room("#lobby"), Audience.Everyone), []);
        Journal.Begin();
        Assert.Throws<ArgumentException>(() => Journal.Commit([At(1, InRoom(Lobby, "one")), At(2, typing)]));

        AssertStored(0);
    }

    [ContractFact]
    public void Times_never_decrease()
    {
        Journal.Append(InRoom(Lobby, "one"));
        Journal.Begin();
        Assert.Throws<ArgumentException>(() => Journal.Commit([At(2, InRoom(Lobby, "two")) with { At = new Timestamp(1009) }]));

        AssertStored(1);
    }

    [ContractFact]
    public void A_turn_fails_as_a_whole_when_an_event_in_its_middle_cannot_be_stored()
    {
        Journal.Append(InRoom(Lobby, "one"));
        var bad = InRoom(Lobby, "") with { Body = Body.Text("two\nlines") };
        Journal.Begin();
        Assert.Throws<ArgumentException>(() => Journal.Commit([At(2, InRoom(Lobby, "two")), At(3, bad), At(4, InRoom(Lobby, "four"))]));

        AssertStored(1);
        Journal.Append(InRoom(Lobby, "two"));
        AssertStored(2);
    }

    [ContractFact]
    public void Turns_begin_before_they_end()
    {
        Assert.Throws<InvalidOperationException>(() => Journal.Commit([]));
        Journal.Abandon();
        Journal.Begin();
        Assert.Throws<InvalidOperationException>(() => Journal.Begin());
        Journal.Abandon();
        Journal.Append(InRoom(Lobby, "one"));
        Journal.Begin();
        Journal.Commit([]);
        AssertStored(1);
    }

    [ContractFact]
    public void Alone_a_turn_begins_with_nothing_new()
    {
        Journal.Append(InRoom(Lobby, "one"));

        Assert.True(Journal.Begin().IsEmpty);
        Journal.Abandon();
    }

    [ContractFact]
    public void A_refused_turn_keeps_nothing_and_the_next_one_works()
    {
        Journal.Append(InRoom(Lobby, "one"));
        Refuse(Journal, Lines(1, 3));

        AssertStored(1);
        Journal.Append(InRoom(Lobby, "two"));
        AssertStored(2);
    }

    [ContractTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_lost_journal_says_what_became_of_the_turn_once_it_is_open_again(bool isKept)
    {
        Journal.Append(InRoom(Lobby, "one"));
        Lose(Journal, isKept, Lines(1, 3));
        Assert.Throws<JournalLostException>(() => Journal.Begin());
        Assert.Throws<JournalLostException>(() => Journal.Follow());

        Assert.Equal(isKept ? new Fate.Kept() : new Fate.NotKept(), Journal.Reopen());

        var kept = isKept ? 4 : 1;
        AssertStored(kept);
        Journal.Append(InRoom(Lobby, "next"));
        AssertStored(kept + 1);
    }

    [ContractFact]
    public void A_view_that_is_open_sees_each_turn_as_soon_as_it_is_committed()
    {
        using var history = Journal.OpenHistory();
        for (var i = 0; i < 5; i++)
        {
            Journal.Append(InRoom(Lobby, "a"), InRoom(Lobby, "b"));
            Assert.Equal(Journal.Last.Number, history.Read(default, 100).Count);
        }
    }

    [ContractFact]
    public async Task A_reader_sees_whole_turns_while_another_thread_writes()
    {
        const int Turn = 7;
        using var history = Journal.OpenHistory();
        var done = false;
        var reader = Task.Run(() =>
        {
            var seen = 0;
            while (!Volatile.Read(ref done))
            {
                var count = history.Read(default, 10_000).Count;
                Assert.True(count >= seen && count % Turn == 0, $"{count} events after {seen}");
                seen = count;
            }
        });
        for (var i = 0; i < 100; i++)
            Journal.Append(Enumerable.Range(0, Turn).Select(n => InRoom(Lobby, $"{i} {n}")));
        Volatile.Write(ref done, true);

        await reader;
        AssertStored(100 * Turn);
    }

    private void AssertStored(int count)
    {
        using var history = Journal.OpenHistory();
        Assert.Equal(count, Journal.Last.Number);
        Assert.Equal(Enumerable.Range(1, count).Select(i => (long)i), history.Read(default, 10_000).Numbers());
    }
}
