using ChatRoom.Domain.Names;
using ChatRoom.Journal.Codec;
using ChatRoom.Journal.Postgres;
using ChatRoom.Testing;
using static ChatRoom.Journal.Tests.Sample;

namespace ChatRoom.Journal.Tests.Postgres;

/// <summary>What only PostgreSQL does to a journal.</summary>
[NeedsPostgres]
public sealed class PostgresJournalTests : IDisposable
{
    private readonly PostgresFixture _fixture = new();

    private PostgresJournal Journal => _fixture.Journal;

    public void Dispose() => _fixture.Dispose();

    [ContractFact]
    public async Task The_bell_rings_when_another_server_appended()
    {
        using var other = _fixture.Another();
        using var rung = new SemaphoreSlim(0);
        other.Appended += () =>
        {
            if (!other.Follow().IsEmpty)
                rung.Release();
        };

        Journal.Append(InRoom(Lobby, "one"));

        Assert.True(await rung.WaitAsync(HeldClock.Deadline));
        Assert.Equal(1, other.Last.Number);
    }

    [ContractFact]
    public void On_another_timeline_a_new_epoch_begins_and_who_lost_nothing_goes_on()
    {
        using var other = _fixture.Another();
        Journal.Append(InRoom(Lobby, "one"), InRoom(Lobby, "two"));
        other.Follow();
        Promote();

        Assert.Equal(new Fate.Nothing(), Reopened(Journal));
        Assert.Equal(new Fate.Nothing(), Reopened(other));
        Assert.Equal([1, 3], Journal.Epochs.Ranges.Select(range => range.First.Number));
        Assert.Equal(Journal.Epochs.Ranges, other.Epochs.Ranges);
        Journal.Append(InRoom(Lobby, "three"));
        Assert.Equal([3], other.Follow().Numbers());
    }

    [ContractFact]
    public void A_failover_that_lost_events_is_named_by_who_knew_them_and_their_numbers_are_given_anew_in_another_epoch()
    {
        using var behind = _fixture.Another();
        Journal.Append(InRoom(Lobby, "one"), InRoom(Lobby, "two"));
        behind.Follow();
        Journal.Append(InRoom(Lobby, "three"), InRoom(Lobby, "four"));
        _fixture.Run("DELETE FROM events WHERE seq > 2");
        Promote();

        Assert.Equal(new Fate.Nothing(), Reopened(behind));
        behind.Append(InRoom(Lobby, "another three"), InRoom(Lobby, "another four"));

        Assert.Equal(new Fate.Forked(new Sequence(2)), Reopened(Journal));
        Assert.NotEqual(MessageIds.Format(Journal.Epochs, new Sequence(3)), MessageIds.Format(behind.Epochs, new Sequence(3)));
        Assert.Equal(MessageIds.Format(Journal.Epochs, new Sequence(2)), MessageIds.Format(behind.Epochs, new Sequence(2)));
    }

    /// <summary>Somebody would go on with a password that was changed meanwhile.</summary>
    [ContractFact]
    public void A_failover_that_lost_facts_alone_is_found_by_who_knew_them_however_many_others_came_since()
    {
        using var behind = _fixture.Another();
        Journal.Append(InRoom(Lobby, "one"));
        Keep(Journal, "kept");
        behind.Follow();
        Keep(Journal, "lost");
        _fixture.Run("DELETE FROM facts WHERE key = 'lost'");
        Promote();

        Assert.Equal(new Fate.Nothing(), Reopened(behind));
        Keep(behind, "new");
        Keep(behind, "newer");

        Assert.Equal(new Fate.Forked(new Sequence(1)), Reopened(Journal));
    }

    [ContractFact]
    public void A_failover_after_another_that_nobody_appended_in_between_ends_nobody()
    {
        using var other = _fixture.Another();
        Journal.Append(InRoom(Lobby, "one"));
        Keep(Journal, "fact");
        other.Follow();
        Promote();
        Assert.Equal(new Fate.Nothing(), Reopened(Journal));
        var between = Journal.Epochs.Latest;
        Promote();

        Assert.Equal(new Fate.Nothing(), Reopened(other));
        Assert.Equal(new Fate.Nothing(), Reopened(Journal));
        Assert.NotEqual(between, Journal.Epochs.Latest);
    }

    [ContractTheory]
    [InlineData("pg_cancel_backend")]
    [InlineData("pg_terminate_backend")]
    public async Task A_commit_that_did_not_wait_for_the_standby_is_not_known_to_be_kept_until_one_confirms(string how)
    {
        using var cluster = new PostgresCluster();
        var address = PostgresAddress.Parse(cluster.Address("chatroom"), out _)!;
        using var journal = PostgresJournal.Open(address, "irc.test");
        journal.Append(InRoom(Lobby, "one"));
        Synchronous(cluster, "nobody");
        var losing = Task.Run(() => Assert.Throws<JournalLostException>(() => journal.Append(InRoom(Lobby, "two"))));
        while (cluster.Run($"SELECT {how}(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND application_name = 'chatroom/turn'") != "t")
            await Task.Yield();
        await losing;

        Assert.Equal(1, journal.Last.Number);
        Synchronous(cluster, "");
        Assert.Equal(new Fate.Kept(), journal.Reopen());
        Assert.Equal(2, journal.Last.Number);
    }

    /// <summary>The limit for statements would end the wait, and others would tell people what no standby has.</summary>
    [ContractFact]
    public async Task A_commit_waits_for_its_standby_for_longer_than_any_statement_may_take_and_nobody_sees_it_meanwhile()
    {
        using var cluster = new PostgresCluster();
        var address = PostgresAddress.Parse(cluster.Address("chatroom"), out _)!;
        using var journal = PostgresJournal.Open(address, "irc.test", PostgresSchema.Steps, new TurnLimits(Statement: "100ms"));
        using var other = PostgresJournal.Open(address, "irc.test");
        Synchronous(cluster, "nobody");
        var waiting = Task.Run(() => journal.Append(InRoom(Lobby, "one")));
        while (cluster.Run("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND application_name = 'chatroom/turn' AND clock_timestamp() > query_start + interval '500 ms'") != "1")
            Assert.False(waiting.IsCompleted);

        Assert.Empty(other.Follow().Events);
        Synchronous(cluster, "");
        await waiting;
        Assert.Single(other.Follow().Events);
    }

    private static void Synchronous(PostgresCluster cluster, string names)
    {
        cluster.Run($"ALTER SYSTEM SET synchronous_standby_names = '{names}'");
        cluster.Run("SELECT pg_reload_conf()");
        while (cluster.Run("SELECT current_setting('synchronous_standby_names')") != names)
        {
            // The next session has it, or the one after that.
        }
    }

    [ContractFact]
    public void Forgotten_words_leave_no_snapshot_that_may_hold_them_and_none_of_before_is_saved_any_more()
    {
        var world = Story.End;
        Journal.Begin();
        Journal.Commit(Story.Events);
        Journal.Snapshots.Save(world, Journal.Epochs);
        Assert.Equal(world, Journal.Snapshots.TryLoad(Journal.Epochs, Journal.Last).World);
        var forgetting = new Domain.Events.Forgetting([new Domain.Events.SequenceRange(new Sequence(1), new Sequence(3))], Option<RoomId>.None);
        var now = Journal.Begin().Now;
        Journal.Commit(new TurnToKeep([new Domain.Events.Recorded(Journal.Last.Next, now, null, new Domain.Events.Event.Forgotten(forgetting))], [], [forgetting]));

        Assert.True(Journal.Snapshots.TryLoad(Journal.Epochs, Journal.Last).World.IsNone);
        Journal.Snapshots.Save(world, Journal.Epochs);
        Assert.True(Journal.Snapshots.TryLoad(Journal.Epochs, Journal.Last).World.IsNone);
    }

    private static void Keep(PostgresJournal journal, string fact)
    {
        journal.Begin();
        journal.Commit(new TurnToKeep([], [new StoredFact(7, fact, new byte[] { 1 })], []));
    }

    private Fate Reopened(PostgresJournal journal)
    {
        _fixture.Cut(journal);
        Assert.Throws<JournalLostException>(() => journal.Begin());
        return journal.Reopen();
    }

    /// <summary>What a failover leaves behind, in what the journal can see of it.</summary>
    private void Promote() => _fixture.Run("UPDATE journal SET cluster = 'another/00000001'");
}
