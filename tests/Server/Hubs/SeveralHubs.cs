using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal;
using ChatRoom.Journal.Memory;
using ChatRoom.Journal.Sqlite;
using ChatRoom.Journal.Tests;
using ChatRoom.Journal.Tests.Doubles;
using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Server.Tests.Journals;

namespace ChatRoom.Server.Tests.Hubs;

/// <summary>Whole servers on one journal: each person hears what others do elsewhere, and no fault makes two histories of one.</summary>
[OwnJournal("each kind has a class of its own")]
public abstract partial class SeveralHubs : IAsyncLifetime
{
    private readonly List<TestServer> _servers = [];

    /// <summary>A server's journal on what they share.</summary>
    protected abstract IJournal Open(TimeProvider clock);

    /// <summary>The next turn of this server is lost, and whether it is kept it does not know. Before it finds out, something may happen.</summary>
    private protected abstract void LoseNext(TestServer server, bool isKept, Action meanwhile);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var server in _servers)
            await server.DisposeAsync();
        Close();
    }

    [ContractFact]
    public async Task People_on_three_servers_are_in_one_room_and_who_does_nothing_hears_all()
    {
        var tuan = await Start().Connect("Tuan", "echo-message", "#lobby");
        var duy = await Start().Connect("Duy", "", "#lobby");
        var mai = await Start().Connect("Mai", "", "#lobby");

        Assert.Equal(":Duy!duy@guest JOIN #lobby", await tuan.Next());
        Assert.Equal(":Mai!mai@guest JOIN #lobby", await tuan.Next());
        await tuan.Send("PRIVMSG #lobby :hello");
        Assert.Equal(":Mai!mai@guest JOIN #lobby", await duy.Next());
        Assert.Equal(":Tuan!tuan@guest PRIVMSG #lobby :hello", await duy.Next());
        Assert.Equal(":Tuan!tuan@guest PRIVMSG #lobby :hello", await mai.Next());
        Assert.Contains("433", Assert.Single(await mai.Ask("NICK duy")), StringComparison.Ordinal);
        await AssertOneWorld();
    }

    [ContractFact]
    public async Task A_server_starts_while_others_append_and_has_a_number_of_its_own()
    {
        var tuan = await Start().Connect("Tuan", "", "#lobby");
        var saying = Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
                await tuan.Ask($"PRIVMSG #lobby :{i}");
        });
        for (var i = 0; i < 3; i++)
            Start();
        await saying;

        Assert.Equal(4, _servers.Select(server => server.Registry.Hub.Server).Distinct().Count());
        await AssertOneWorld();
    }

    [ContractFact]
    public async Task What_others_appended_between_a_recovery_and_its_start_is_no_obstacle()
    {
        var tuan = await Start().Connect("Tuan", "", "#lobby");

        var two = TestServer.StartAmongOthers(Open, () => tuan.Ask("PRIVMSG #lobby :just now").GetAwaiter().GetResult());
        _servers.Add(two);

        await AssertOneWorld();
        Assert.Contains("433", Assert.Single(await two.Dial().Ask("NICK Tuan", "USER t 0 * :t")), StringComparison.Ordinal);
    }

    [ContractTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_turn_that_was_lost_is_told_as_it_is_whatever_others_appended_meanwhile(bool isKept)
    {
        var (one, two) = (Start(), Start());
        var tuan = await one.Connect("Tuan", "echo-message", "#lobby");
        var duy = await two.Connect("Duy", "echo-message", "#lobby");
        await tuan.Next();
        LoseNext(one, isKept, () => duy.Ask("PRIVMSG #lobby :from another server").GetAwaiter().GetResult());

        await tuan.Send("PRIVMSG #lobby :perhaps");

        const string said = ":Tuan!tuan@guest PRIVMSG #lobby :perhaps";
        var heard = await tuan.Next();
        if (isKept)
            Assert.Equal(said, heard);
        else
            Assert.StartsWith(":irc.test FAIL PRIVMSG NOT_KEPT #lobby :", heard, StringComparison.Ordinal);
        Assert.Equal(":Duy!duy@guest PRIVMSG #lobby :from another server", await tuan.Next());
        await AssertOneWorld();
        string[] known = isKept ? [said] : [];
        Assert.Equal([.. known, ":Duy!duy@guest PRIVMSG #lobby :from another server"], await tuan.Ask("CHATHISTORY LATEST #lobby * 10"));
        Assert.Equal([.. known, ":Duy!duy@guest PRIVMSG #lobby :from another server"], await duy.Ask("CHATHISTORY LATEST #lobby * 10"));
    }

    [ContractFact]
    public async Task Who_comes_back_with_their_token_takes_their_place_over_on_another_server()
    {
        var (one, two) = (Start(), Start());
        const string token = "00112233445566778899aabbccddeeff";
        var tuan = one.Dial();
        await tuan.Ask("CAP REQ :chatroom/resume", $"RESUME {token}", "NICK Tuan", "USER tuan 0 * :Tuan", "CAP END");
        await tuan.Ask("JOIN #lobby");
        var again = two.Dial();
        var welcome = await again.Ask("CAP REQ :chatroom/resume", $"RESUME {token}", "NICK Tuan", "USER tuan 0 * :Tuan", "CAP END");

        Assert.Contains(welcome, line => line.Contains(" 001 Tuan ", StringComparison.Ordinal));
        // Perhaps behind the QUIT, where the other one was quick to clear what the end left.
        Assert.StartsWith("ERROR :Closing link: ", (await tuan.Rest())[^1], StringComparison.Ordinal);
        await AssertOneWorld();
    }

    [ContractFact]
    public async Task A_server_that_others_found_to_have_ended_closes_its_people_and_stops()
    {
        var (one, two) = (Start(), Start());
        var tuan = await one.Connect("Tuan", "", "#lobby");
        var duy = await two.Connect("Duy", "", "#lobby");
        await tuan.Next();

        two.Registry.Hub.Post(Server.Hubs.HubMessage.FromServer(new Command.EndServer(one.Registry.Hub.Server)));

        // Perhaps behind the QUIT, where the other one was quick to clear what the end left.
        Assert.StartsWith("ERROR :Closing link: ", (await tuan.Rest())[^1], StringComparison.Ordinal);
        Assert.Contains("ended it", await one.Registry.Hub.Failed.WaitAsync(Client.Deadline), StringComparison.Ordinal);
        Assert.StartsWith(":Tuan!tuan@guest QUIT :", await duy.Next(), StringComparison.Ordinal);
        _servers.Remove(one);
        await AssertOneWorld();
        await one.DisposeAsync();
    }

    protected virtual void Close()
    {
        // What they share is of no use any more.
    }

    private protected TestServer Start()
    {
        var server = TestServer.StartAmongOthers(Open);
        _servers.Add(server);
        return server;
    }

    /// <summary>When nobody does anything any more, all know the same.</summary>
    private async Task AssertOneWorld()
    {
        using var journal = Open(TimeProvider.System);
        using var history = journal.OpenHistory();
        var world = Story.Of(history.Read(default, int.MaxValue));
        foreach (var server in _servers)
        {
            while (server.World.Last.CompareTo(world.Last) < 0)
                await server.Registry.SignOfLife().WaitAsync(Client.Deadline);
            Assert.Equal(world, server.World);
        }
    }
}

public sealed class SeveralHubsInMemory : SeveralHubs
{
    private readonly TroubledStore _store = new();

    protected override IJournal Open(TimeProvider clock) => new MemoryJournal(_store, clock);

    private protected override void LoseNext(TestServer server, bool isKept, Action meanwhile)
    {
        _store.Meanwhile = meanwhile;
        server.Journal.NextCommit = (journal, turn) =>
        {
            _store.Next = isKept ? JournalFault.LoseAfterKeeping : JournalFault.LoseBeforeKeeping;
            journal.Commit(turn);
        };
    }

    protected override void Close() => _store.Dispose();
}

[Collection(OwnHandles.Name)]
public sealed class SeveralHubsOnSqlite : SeveralHubs
{
    private readonly SqliteFixture _fixture = new();
    private readonly List<Ringing> _open = [];

    protected override IJournal Open(TimeProvider clock)
    {
        var journal = new Ringing(_fixture.Journal.Beside(clock), _open);
        lock (_open)
            _open.Add(journal);
        return journal;
    }

    private protected override void LoseNext(TestServer server, bool isKept, Action meanwhile) => server.Journal.NextCommit = (journal, turn) =>
    {
        var losing = (SqliteJournal)((Ringing)journal).Inner;
        try
        {
            using (new BrokenFile($"{_fixture.JournalFile}-wal"))
                losing.Commit(turn);
        }
        catch (JournalLostException) when (isKept)
        {
            var other = (SqliteJournal)((Ringing)Open(TimeProvider.System)).Inner;
            using (var history = other.OpenHistory())
                other.Starts(history.End, 0);
            other.Begin();
            other.Commit(turn);
            RawFile.Execute(_fixture.JournalFile, $"UPDATE events SET writer = {losing.Writer} WHERE writer = {other.Writer}");
            meanwhile();
            throw;
        }
        catch (JournalLostException)
        {
            meanwhile();
            throw;
        }
    };

    protected override void Close()
    {
        foreach (var journal in _open.ToArray())
            journal.Inner.Dispose();
        _fixture.Dispose();
    }

    /// <summary>SQLite has no bell of its own, because a file has one server; so one is rung here for the others.</summary>
    private sealed class Ringing(IJournal inner, List<Ringing> all) : IJournal, ISigns
    {
        public event Action? Appended;

        public event Action<string>? Heard;

        public ISigns Signs => this;

        public IJournal Inner => inner;

        public Epochs Epochs => inner.Epochs;

        public Sequence Last => inner.Last;

        public void Starts(Sequence last, long revision) => inner.Starts(last, revision);

        public Given Follow() => inner.Follow();

        public Given Begin() => inner.Begin();

        public void Commit(TurnToKeep turn)
        {
            inner.Commit(turn);
            foreach (var other in Others())
                other.Appended?.Invoke();
        }

        public void Send(string about, string sign)
        {
            foreach (var other in Others())
                other.Heard?.Invoke(sign);
        }

        private Ringing[] Others()
        {
            lock (all)
            {
                return [.. all.Where(other => other != this)];
            }
        }

        public void Abandon() => inner.Abandon();

        public Fate Reopen() => inner.Reopen();

        public IHistory OpenHistory() => inner.OpenHistory();

        public void Dispose()
        {
            // Together with the file, for a view of its history may still be read.
        }
    }
}
