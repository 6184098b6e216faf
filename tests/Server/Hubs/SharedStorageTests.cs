using ChatRoom.Domain.Names;
using ChatRoom.Journal;
using ChatRoom.Journal.Postgres;
using ChatRoom.Journal.Tests;
using ChatRoom.Journal.Tests.Postgres;
using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Server.Tests.Journals;
using ChatRoom.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatRoom.Server.Tests.Hubs;

/// <summary>A journal that several servers share, from its opening to the last turn of one of them.</summary>
[OwnJournal("it is about PostgreSQL")]
[NeedsPostgres]
public sealed class SharedStorageTests
{
    [Fact]
    public async Task A_database_that_is_not_there_is_waited_for_and_then_somebody_has_to_look()
    {
        var clock = new HeldClock();
        var opening = Storage.Open(null, PostgresAddress.Parse("postgres://nobody@%2Fno%2Fsuch%2Ffolder/x", out _)!, "irc.test", clock, NullLogger.Instance, CancellationToken.None);
        var waited = TimeSpan.Zero;
        while (!opening.IsCompleted)
        {
            clock.Move(TimeSpan.FromSeconds(1));
            waited += TimeSpan.FromSeconds(1);
            await Task.Yield();
        }

        Assert.Contains("can't be reached", (await Assert.ThrowsAsync<JournalLostException>(() => opening)).Message, StringComparison.Ordinal);
        Assert.True(waited >= Limits.JournalStarts);
    }

    [ContractFact]
    public async Task A_start_goes_on_from_the_snapshot_that_another_server_saved()
    {
        using var fixture = new PostgresFixture();
        using (var storage = await Open(fixture))
        {
            storage.Journal.Begin();
            storage.Journal.Commit(TurnToKeep.Of(Story.Events));
            storage.Keep(Story.End);
        }

        using var again = await Open(fixture);

        Assert.Equal(Story.End, again.World);
        Assert.Equal("1", fixture.Run("SELECT count(*) FROM snapshots"));
    }

    [ContractFact]
    public async Task A_server_that_stops_says_so_in_its_last_turn_and_others_see_its_people_go_at_once()
    {
        using var fixture = new PostgresFixture();
        await using var one = TestServer.StartAmongOthers(_ => fixture.Another());
        await using var two = TestServer.StartAmongOthers(_ => fixture.Another());
        var tuan = await one.Connect("Tuan", "", "#lobby");
        var mai = await two.Connect("Mai", "", "#lobby");
        Assert.Equal(":Mai!mai@guest JOIN #lobby", await tuan.Next());

        await two.Stop();

        Assert.Equal(":Mai!mai@guest QUIT :the server went away", await tuan.Next());
        Assert.StartsWith("ERROR :", (await mai.Rest())[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_without_a_sign_of_life_for_five_looks_is_silent_and_one_that_looks_seldom_sees_nobody_die()
    {
        var clock = new HeldClock();
        var watch = new SilenceWatch(clock);
        var (beating, silent) = (new ServerId(2), new ServerId(3));
        IReadOnlyList<ServerId> Look(long beat, bool isConnected, double after = 1)
        {
            clock.Move(TimeSpan.FromSeconds(after));
            return watch.Look([beating, silent], new Dictionary<ServerId, (long, bool)> { [beating] = (beat, true), [silent] = (7, isConnected) });
        }

        for (var beat = 1; beat <= 5; beat++)
            Assert.Empty(Look(beat, isConnected: true));
        Assert.Equal([silent], Look(6, isConnected: true));
        watch.Forget();
        Assert.Empty(Look(7, isConnected: false));
        Assert.Empty(Look(7, isConnected: false, after: 600));
        Assert.Equal([silent], Look(8, isConnected: false));
    }

    [ContractFact]
    public void A_server_whose_process_died_is_missed_by_the_others()
    {
        using var fixture = new PostgresFixture();
        using var missed = new BlockingSource<ServerId>();
        fixture.Run("INSERT INTO openings (writer, name, version, server, turn_pid) VALUES (1, 'dead.test', '0', 41, 0)");
        fixture.Journal.Fleet.Watch(() => (new ServerId(42), [new ServerId(41), new ServerId(42)]), missed.Add);

        Assert.Equal(41, missed.Take().Number);
    }

    private static Task<Storage> Open(PostgresFixture fixture) =>
        Storage.Open(null, fixture.Address, "irc.test", TimeProvider.System, NullLogger.Instance, CancellationToken.None);

    /// <summary>What is told on another thread, waited for.</summary>
    private sealed class BlockingSource<T> : IDisposable
    {
        private readonly System.Collections.Concurrent.BlockingCollection<T> _told = [];

        public void Add(T one) => _told.Add(one);

        public T Take() => _told.TryTake(out var one, Client.Deadline) ? one : throw new TimeoutException();

        public void Dispose() => _told.CompleteAdding();
    }
}
