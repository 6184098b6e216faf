using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Codec;
using static ChatRoom.Journal.Tests.Sample;

namespace ChatRoom.Journal.Tests;

/// <summary>Several servers on one journal, and what a server learns when it was cut off from it.</summary>
public abstract partial class JournalContract
{
    [ContractFact]
    public void What_others_appended_comes_when_a_turn_begins_and_is_known_from_then_on()
    {
        using var other = Another();
        Journal.Append(InRoom(Lobby, "from one"));
        Assert.Equal(0, other.Last.Number);

        Assert.Equal([1], other.Begin().Numbers());
        other.Commit(Lines(1, 2));
        Assert.Equal([2, 3], Journal.Begin().Numbers());
        Journal.Abandon();

        Assert.Equal((3, 3), (Journal.Last.Number, other.Last.Number));
        Assert.Equal(Journal.Epochs.Ranges, other.Epochs.Ranges);
    }

    [ContractFact]
    public void Following_needs_no_turn_and_holds_up_nobody()
    {
        using var other = Another();
        Journal.Append(InRoom(Lobby, "one"));
        Journal.Begin();

        Assert.Equal([1], other.Follow().Numbers());
        Assert.True(other.Follow().IsEmpty);

        Journal.Commit(Lines(1, 2));
        Assert.Equal([2, 3], other.Follow().Numbers());
    }

    [ContractFact]
    public async Task A_turn_waits_for_that_of_another_and_then_sees_it()
    {
        using var other = Another();
        Journal.Begin();
        var waiting = Task.Run(() =>
        {
            var given = other.Begin();
            other.Abandon();
            return given.Numbers();
        });
        Journal.Commit(Lines(0, 2));

        var seen = await waiting;
        Assert.Equal([1, 2], seen);
    }

    [ContractFact]
    public async Task Three_servers_take_turns_and_nobody_decides_on_an_old_world()
    {
        var servers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            using var journal = Another();
            var seen = new List<long>();
            for (var turn = 0; turn < 60; turn++)
            {
                seen.AddRange(journal.Begin().Numbers());
                var events = Lines(journal.Last.Number, 1 + (turn % 3));
                try
                {
                    journal.Commit(events);
                    seen.AddRange(events.Numbers());
                }
                catch (JournalRefusedException)
                {
                    // On a busy machine the others may hold a file for so long that it refuses; nothing was kept, so the turn is taken again.
                    turn--;
                }
            }
            seen.AddRange(journal.Begin().Numbers());
            journal.Abandon();
            return seen;
        })).ToArray();

        foreach (var seen in await Task.WhenAll(servers))
            Assert.Equal(Enumerable.Range(1, seen.Count).Select(i => (long)i), seen);
    }

    [ContractFact]
    public void A_lost_turn_whose_numbers_another_server_took_is_not_kept()
    {
        using var other = Another();
        Journal.Append(InRoom(Lobby, "one"));
        Lose(Journal, false, Lines(1, 2));
        other.Begin();
        other.Commit(Lines(1, 3));

        Assert.Equal(new Fate.NotKept(), Journal.Reopen());
        Assert.Equal(1, Journal.Last.Number);
        Assert.Equal([2, 3, 4], Journal.Begin().Numbers());
        Journal.Abandon();
    }

    [ContractFact]
    public void After_a_lost_turn_that_is_kept_what_others_appended_behind_it_comes_too()
    {
        using var other = Another();
        Lose(Journal, true, Lines(0, 2));
        Assert.Equal([1, 2], other.Begin().Numbers());
        other.Commit(Lines(2, 1));

        Assert.Equal(new Fate.Kept(), Journal.Reopen());
        Assert.Equal(2, Journal.Last.Number);
        Assert.Equal([3], Journal.Begin().Numbers());
        Journal.Abandon();
    }

    [ContractFact]
    public void Opening_it_again_without_a_turn_leaves_nothing_unknown()
    {
        Journal.Append(InRoom(Lobby, "one"));

        Assert.Equal(new Fate.Nothing(), Journal.Reopen());
        Journal.Append(InRoom(Lobby, "two"));
        AssertStored(2);
    }

    [ContractFact]
    public void Who_starts_with_a_recovered_world_is_given_what_came_after_it()
    {
        using var other = Another();
        Journal.Append(InRoom(Lobby, "one"), InRoom(Lobby, "two"));
        other.Starts(new Sequence(1), 0);

        Assert.Equal(1, other.Last.Number);
        Assert.Equal([2], other.Follow().Numbers());
    }

    [ContractFact]
    public void A_backlog_comes_in_pages()
    {
        using var other = Another();
        Journal.Begin();
        Journal.Commit(Lines(0, Given.Page + 5));

        var first = other.Begin();
        Assert.Equal((Given.Page, true), (first.Events.Count, first.More));
        other.Abandon();
        var second = other.Follow();
        Assert.Equal((5, false), (second.Events.Count, second.More));
    }

    [ContractFact]
    public void Facts_are_kept_with_their_turn_and_others_learn_of_what_changed()
    {
        using var other = Another();
        Keep(Fact("1", 10), Fact("2", 20));
        AssertFacts([Fact("1", 10), Fact("2", 20)], other.Begin());
        other.Abandon();

        Keep(Fact("2", 21), new StoredFact(7, "1", StoredFact.Gone));

        AssertFacts([Fact("2", 21), new StoredFact(7, "1", StoredFact.Gone)], other.Follow());
        Assert.True(other.Follow().IsEmpty);
        Assert.True(Journal.Follow().IsEmpty);
    }

    [ContractFact]
    public void A_fact_that_only_grows_never_goes_back()
    {
        using var other = Another();
        Keep(Fact("1", 10) with { GreatestWins = true });
        Keep(Fact("1", 9) with { GreatestWins = true });
        AssertFacts([Fact("1", 10)], other.Follow());

        Keep(Fact("1", 11) with { GreatestWins = true });
        AssertFacts([Fact("1", 11)], other.Follow());
    }

    [ContractFact]
    public void Facts_of_a_turn_that_is_refused_are_not_kept()
    {
        using var other = Another();
        Journal.Begin();
        Assert.Throws<ArgumentException>(() => Journal.Commit(new TurnToKeep(Lines(5, 1), [Fact("1", 10)], [])));

        Assert.True(other.Follow().IsEmpty);
    }

    [ContractFact]
    public void Words_that_are_forgotten_are_blank_for_everybody_and_the_events_stay()
    {
        Journal.Append(InRoom(Lobby, "one"), InRoom(Kitchen, "two"), new Event.TopicSet(Tuan, Lobby, Room("#lobby"), "tea"), InRoom(Lobby, "four"));
        var forgetting = new Forgetting([new SequenceRange(new Sequence(1), new Sequence(3))], Lobby);
        Journal.Begin();
        Journal.Commit(new TurnToKeep([At(5, new Event.Forgotten(forgetting))], [], [forgetting]));

        using var history = Journal.OpenHistory();
        Assert.Equal(
            [
                At(1, InRoom(Lobby, "") with { Body = Body.Forgotten }),
                At(2, InRoom(Kitchen, "two")),
                At(3, new Event.TopicSet(Tuan, Lobby, Room("#lobby"), "")),
                At(4, InRoom(Lobby, "four")),
                At(5, new Event.Forgotten(forgetting)),
            ],
            history.Read(default, 10));
    }

    private static StoredFact Fact(string key, byte value) => new(7, key, new byte[] { value });

    private static void AssertFacts(StoredFact[] expected, Given given) => Assert.Equal(
        expected.Select(fact => (fact.Kind, fact.Key, Hex(fact))), given.Facts.Select(fact => (fact.Kind, fact.Key, Hex(fact))));

    private static string Hex(StoredFact fact) => fact.Value is { } value ? Convert.ToHexString(value.Span) : "gone";

    private void Keep(params StoredFact[] facts)
    {
        Journal.Begin();
        Journal.Commit(new TurnToKeep([], facts, []));
    }
}
