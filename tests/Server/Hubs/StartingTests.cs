using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal;
using ChatRoom.Journal.Codec;
using ChatRoom.Journal.Tests;
using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Server.Tests.Journals;

namespace ChatRoom.Server.Tests.Hubs;

/// <summary>After a crash: who was there over the former server is cleared in turns of a bounded size, and others are served meanwhile.</summary>
public sealed class StartingTests : IDisposable
{
    private const int Crowd = 1300;

    private readonly TestStore _store = TestStore.New();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_crowd_of_a_killed_server_departs_in_bounded_turns()
    {
        Crash();
        await using var server = TestServer.Start(_store);

        var tuan = await server.Connect("Tuan", "", "#lobby");
        await UntilCleared(server);

        Assert.Equal(new ServerId(2), server.Registry.Hub.Server);
        Assert.Equal(["Tuan"], server.World.People.Values.Select(person => person.Nick.Text));
        Assert.All(_store.Turns.Skip(1), size => Assert.InRange(size, 1, RuleLimits.ClearedAtOnce + 16));
        await tuan.Heard();
    }

    [Fact]
    public async Task A_server_that_is_killed_while_it_clears_is_finished_by_the_next_one()
    {
        Crash();
        await using (var killed = TestServer.Start(_store))
        {
            killed.Journal.NextCommit = (journal, _) =>
            {
                killed.Journal.Hold();
                journal.Abandon();
                throw new JournalRefusedException("the server is killed here");
            };
        }

        await using var server = TestServer.Start(_store);
        await UntilCleared(server);

        Assert.Empty(server.World.People);
        Assert.Equal([server.Registry.Hub.Server], server.World.Servers.Keys);
    }

    [Fact]
    public async Task Who_can_come_back_stays_for_a_minute_and_departs_then_by_the_clock_alone()
    {
        using (var journal = _store.Open(TimeProvider.System))
        {
            journal.Begin();
            journal.Commit(new TurnToKeep(
                [.. Came(1).Select((happened, i) => Sample.At(i + 1, happened))],
                [FactKinds.Store(new Fact.ResumeToken(new PersonId(1), new TokenHash(1, 2)))], []));
        }
        await using var server = TestServer.Start(_store);
        await UntilCleared(server);
        Assert.Single(server.World.People);
        var last = server.World.Last;

        server.Clock.Move(TimeSpan.FromSeconds(RuleLimits.First.StaySeconds - 1));
        await server.Registry.SignOfLife().WaitAsync(Client.Deadline);
        Assert.Equal(last, server.World.Last);
        server.Clock.Move(TimeSpan.FromSeconds(1));
        await server.Registry.SignOfLife().WaitAsync(Client.Deadline);

        Assert.Empty(server.World.People);
    }

    [Fact]
    public async Task A_turn_takes_512_letters_at_most_and_the_others_have_the_next_ones()
    {
        await using var server = TestServer.Start(_store);
        var clients = new List<Client>();
        for (var i = 0; i < 20; i++)
            clients.Add(await server.Connect($"n{i}", "echo-message"));
        server.Journal.Hold();
        await clients[0].Send("PRIVMSG n0 :first");
        await server.Journal.WhenHeld();
        foreach (var client in clients.Skip(1))
            await client.Post([.. Enumerable.Range(0, 40).Select(i => $"PRIVMSG n0 :{i}")]);
        _store.Turns.Clear();
        server.Journal.Release();

        foreach (var client in clients.Skip(1))
            Assert.Equal(40, (await client.Heard()).Count);
        Assert.Equal([1, 512, 760 - 512], _store.Turns);
    }

    private void Crash()
    {
        using var journal = _store.Open(TimeProvider.System);
        journal.Append(Came(Crowd));
    }

    private static IEnumerable<Event> Came(int people) =>
    [
        new Event.ServerStarted(Sample.Here, 1),
        .. Enumerable.Range(1, people).Select(i => new Event.Connected(Sample.Connection(i), Sample.Guest(i, $"p{i}"), "")),
    ];

    private static async Task UntilCleared(TestServer server)
    {
        while (server.World.HasEnded)
            await server.Registry.SignOfLife().WaitAsync(Client.Deadline);
    }
}
