using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal;
using ChatRoom.Journal.Maintenance;
using ChatRoom.Journal.Postgres.Tools;
using ChatRoom.Journal.Tests;
using ChatRoom.Journal.Tests.Postgres;
using ChatRoom.Server.Control;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Control;

/// <summary>What operators order of a journal that servers share: a turn among theirs, which they tell their people.</summary>
[NeedsPostgres]
public sealed class SharedOrdersTests : IDisposable
{
    private readonly PostgresFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [ContractFact]
    public async Task Everybody_on_any_server_hears_of_it()
    {
        await using var one = TestServer.StartAmongOthers(_ => _fixture.Another());
        await using var two = TestServer.StartAmongOthers(_ => _fixture.Another());
        var tuan = await one.Connect("Tuan", "", "#lobby");
        var mai = await two.Connect("Mai", "", "#lobby");
        Assert.Equal(":Mai!mai@guest JOIN #lobby", await tuan.Next());

        Assert.Equal(new ControlAnswer(true, "#lobby has this topic"), Run(new ControlRequest.Room(RoomDeed.Topic, "#lobby", "tea")));
        foreach (var client in (Client[])[tuan, mai])
        {
            Assert.StartsWith(":irc.test NOTICE #lobby :the shell acts here", await client.Next(), StringComparison.Ordinal);
            Assert.EndsWith("TOPIC #lobby :tea", await client.Next(), StringComparison.Ordinal);
        }
        Assert.True(Run(new ControlRequest.Kill("Mai", "not here")).IsDone);
        Assert.StartsWith(":Mai!mai@guest QUIT", await tuan.Next(), StringComparison.Ordinal);
        Assert.StartsWith("ERROR :", (await mai.Rest())[^1], StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task An_account_that_was_added_beside_running_servers_logs_in_at_once()
    {
        await using var server = TestServer.StartAmongOthers(_ => _fixture.Another());
        var tuan = await server.Connect("Tuan", "", "#lobby");

        Assert.Equal(new ControlAnswer(true, "the account Mai is there"), Run(new ControlRequest.Account(AccountDeed.Add, "Mai", "green tea")));
        Assert.Equal(new ControlAnswer(false, "there is an account Mai already"), Run(new ControlRequest.Account(AccountDeed.Add, "mai", "green tea")));
        Assert.Equal(new ControlAnswer(true, "all who want to hear it were told"), Run(new ControlRequest.Announce("a break at noon")));

        await tuan.Ask("PRIVMSG #lobby :still here");
        Assert.True(server.World.Account(Sample.Account("mai")).IsSome);
    }

    [ContractFact]
    public void Without_a_server_words_are_forgotten_and_accounts_are_erased()
    {
        _fixture.Journal.Begin();
        _fixture.Journal.Commit(TurnToKeep.Of(Story.Events));
        Assert.True(Run(new ControlRequest.Account(AccountDeed.Add, "Lan", "green tea")).IsDone);

        Assert.Equal(new ControlAnswer(true, "forgotten"), Run(new ControlRequest.Forget(new Forgetting([new SequenceRange(new Sequence(9), new Sequence(9))], LanguageExt.Option<RoomId>.None))));
        Assert.Contains("the account Lan is erased", Run(new ControlRequest.Account(AccountDeed.Erase, "Lan", null)).Says, StringComparison.Ordinal);

        Assert.Equal("10", _fixture.Run("SELECT seq FROM events WHERE seq IN (9, 10) AND body IS NOT NULL"));
        Assert.Equal(new ControlAnswer(true, "there are no accounts"), Run(new ControlRequest.Account(AccountDeed.List, "", null)));
        Assert.Equal("", Verification.Of(new PostgresPlace(_fixture.Address), CancellationToken.None).Wrong.IfNone(""));
    }

    [ContractFact]
    public void Many_tools_at_once_take_their_turns_one_behind_the_other()
    {
        Run(new ControlRequest.Account(AccountDeed.List, "", null));
        Parallel.For(0, 6, i => Assert.True(Run(new ControlRequest.Account(AccountDeed.Add, $"Mai{i}", "green tea")).IsDone));

        Assert.Equal(6, Run(new ControlRequest.Account(AccountDeed.List, "", null)).Says.Split('\n').Length);
        Assert.Equal("1", _fixture.Run("SELECT count(*) FROM openings"));
    }

    [ContractFact]
    public void What_the_rules_refuse_happens_nowhere()
    {
        Assert.Equal(new ControlAnswer(false, "there is no account Duy"), Run(new ControlRequest.Account(AccountDeed.Remove, "Duy", null)));
        Assert.Equal(new ControlAnswer(false, "nobody called 'Duy' is here"), Run(new ControlRequest.Kill("Duy", "")));
        Assert.Equal("0", _fixture.Run("SELECT count(*) FROM events"));
    }

    private ControlAnswer Run(ControlRequest request) => ControlOrders.RunAmong(_fixture.Address, request, OrderTools.Alone);
}
