using ChatRoom.Domain.Events;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>From where people come: operators with the right for it see it, and nobody else does.</summary>
public sealed class AddressSightTests
{
    [Fact]
    public async Task Whois_shows_an_address_to_operators_with_the_right_for_it_and_to_nobody_else()
    {
        await using var server = TestServer.Start();
        var tuan = await server.ConnectOperator("Tuan", Powers.Addresses);
        var boss = await server.ConnectOperator("Boss", Powers.All & ~Powers.Addresses);
        var duy = await server.Connect("Duy");

        const string Address = ":irc.test 338 Tuan Duy 203.0.113.7 :is where they come from";
        Assert.Contains(Address, await tuan.Ask("WHOIS Duy"));
        Assert.All((IReadOnlyList<string>[])[await boss.Ask("WHOIS Duy"), await duy.Ask("WHOIS Duy"), await duy.Ask("WHOIS Tuan")], heard =>
            Assert.DoesNotContain(heard, line => line.Contains("203.0.113.7", StringComparison.Ordinal)));
        await tuan.Ask("MODE Tuan -o");
        Assert.DoesNotContain(Address, await tuan.Ask("WHOIS Duy"));
    }

    [Theory]
    [InlineData("BAN duy :spam", "duy!*@* is banned; 1 person was here and had to go")]
    [InlineData("KILL duy :spam", "Duy had to go, and may come back; BAN keeps somebody out")]
    [InlineData("BAN 203.0.113.0/24 :spam", "203.0.113.0/24 is banned; 1 person was here and had to go")]
    public async Task Who_sends_somebody_away_is_told_from_where_they_came(string line, string done)
    {
        await using var server = TestServer.Start();
        var tuan = await server.ConnectOperator("Tuan", Powers.Addresses | Powers.Ban | Powers.Kill);
        await server.Connect("Duy");
        Assert.Equal([$":irc.test NOTICE Tuan :{done}", ":irc.test NOTICE Tuan :Duy!duy@guest came from 203.0.113.7"], await tuan.Ask(line));
    }

    [Fact]
    public async Task Without_the_right_nobody_is_told_from_where_they_came()
    {
        await using var server = TestServer.Start();
        var tuan = await server.ConnectOperator("Tuan", Powers.Ban);
        await server.Connect("Duy");
        Assert.Single(await tuan.Ask("BAN duy :spam"));
    }

    [Fact]
    public async Task A_ban_that_hits_hundreds_sends_them_all_away_and_names_some()
    {
        await using var server = TestServer.Start();
        var tuan = await server.ConnectOperator("Tuan", Powers.Addresses | Powers.Ban);
        var all = new List<Client>();
        for (var i = 0; i < 600; i++)
            all.Add(await server.Connect($"duy{i}"));
        await all[0].Ask("NS REGISTER tea", "PERSISTENCE SET ON");
        await all[599].Ask("NS REGISTER tea", "PERSISTENCE SET ON");

        var told = await tuan.Ask("BAN d* :spam");
        Assert.Equal(":irc.test NOTICE Tuan :d*!*@* is banned; 600 people were here and had to go", told[0]);
        Assert.Equal(1 + 20, told.Count);
        foreach (var one in all)
            Assert.Equal("ERROR :Closing link: banned from this server: spam", (await one.Rest())[^1]);
        Assert.Equal(["Tuan"], server.World.People.Values.Select(person => person.Nick.Text));
    }
}
