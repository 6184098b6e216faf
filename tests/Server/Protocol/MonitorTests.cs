using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>ircv3.net/specs/extensions/monitor and extended-monitor.</summary>
public sealed class MonitorTests
{
    [Fact]
    public async Task Who_watches_a_nickname_hears_when_somebody_of_that_name_comes_and_goes()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");
        Assert.Equal([":irc.test 731 Tuan :duy"], await tuan.Ask("MONITOR + duy"));

        var duy = await server.Connect("Duy");
        await tuan.Hears(":irc.test 730 Tuan :Duy!duy@guest");
        await duy.Ask("NICK Dzung");
        await tuan.Hears(":irc.test 731 Tuan :Duy");
        await duy.Ask("NICK DUY");
        await tuan.Hears(":irc.test 730 Tuan :DUY!duy@guest");
        await duy.Ask("NICK duy");
        await tuan.Hears();
        await duy.Vanish();
        await tuan.Hears(":irc.test 731 Tuan :duy");
    }

    [Fact]
    public async Task It_is_said_who_is_here_and_who_is_watched()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");
        await server.Connect("Duy");

        Assert.Equal([":irc.test 730 Tuan :Duy!duy@guest", ":irc.test 731 Tuan :mai,bob"], await tuan.Ask("MONITOR + mai,duy,bob,DUY"));
        Assert.Equal([":irc.test 730 Tuan :Duy!duy@guest"], await tuan.Ask("MONITOR + Duy"));
        Assert.Equal([":irc.test 732 Tuan :mai,duy,bob", ":irc.test 733 Tuan :End of the list of watched nicknames"], await tuan.Ask("MONITOR L"));
        Assert.Empty(await tuan.Ask("MONITOR - Bob,nobody,a*"));
        Assert.Equal([":irc.test 730 Tuan :Duy!duy@guest", ":irc.test 731 Tuan :mai"], await tuan.Ask("monitor s"));
        Assert.Empty(await tuan.Ask("MONITOR C"));
        Assert.Equal([":irc.test 733 Tuan :End of the list of watched nicknames"], await tuan.Ask("MONITOR L"));
        await server.Connect("mai");
        await tuan.Hears();
    }

    [Fact]
    public async Task What_cannot_be_watched_is_refused_and_the_rest_is_watched()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");
        Assert.Equal(
            [":irc.test 432 Tuan *!*@guest :That can't be anybody's nickname, so nobody of that name can come", ":irc.test 731 Tuan :duy"],
            await tuan.Ask("MONITOR + *!*@guest,duy"));
        Assert.Equal(
            [
                ":irc.test 461 Tuan MONITOR :MONITOR + needs nicknames, with commas between them",
                ":irc.test 421 Tuan MONITOR :MONITOR is followed by + or - and nicknames, by C (clear), L (list) or S (status)",
            ],
            await tuan.Ask("MONITOR +", "MONITOR x"));

        foreach (var ten in Enumerable.Range(0, 99).Select(i => $"n{i}").Chunk(33))
            await tuan.Ask($"MONITOR + {string.Join(',', ten)}");
        Assert.Equal(
            [
                ":irc.test 731 Tuan :duy",
                ":irc.test 734 Tuan 100 more,most :You can watch 100 nicknames, and these are too many; MONITOR - takes some off",
            ],
            await tuan.Ask("MONITOR + more,duy,most"));
    }

    /// <summary>Those who share a room hear it as before, and nobody twice.</summary>
    [Fact]
    public async Task Who_asked_for_it_hears_of_the_absence_of_those_whom_it_watches()
    {
        await using var server = TestServer.Start();
        var duy = await server.Connect("Duy", "", "#lobby");
        var near = await server.Connect("Near", "extended-monitor away-notify", "#lobby");
        var far = await server.Connect("Far", "extended-monitor away-notify");
        var plain = await server.Connect("Plain", "away-notify");
        foreach (var one in new[] { near, far, plain })
            await one.Ask("MONITOR + Duy");

        await duy.Ask("AWAY :tea");
        await near.Hears(":Duy!duy@guest AWAY :tea");
        await far.Hears(":Duy!duy@guest AWAY :tea");
        await plain.Hears();
    }

    /// <summary>It is under no label, for nobody asked for it just then.</summary>
    [Fact]
    public async Task Ones_own_name_can_be_watched_too()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "batch labeled-response");
        await tuan.Ask("MONITOR + Tuan,Anh");
        Assert.Equal(
            [":irc.test 731 Anh :Tuan", ":irc.test 730 Anh :Anh!tuan@guest", "@label=x :Tuan!tuan@guest NICK Anh"],
            await tuan.Ask("@label=x NICK Anh"));
    }
}
