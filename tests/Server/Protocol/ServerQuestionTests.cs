using ChatRoom.Domain.Events;
using ChatRoom.Server.Settings;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>ADMIN, LINKS, MAP, STATS, ISUPPORT (draft/extended-isupport), draft/ICON and ACCOUNTREQUIRED.</summary>
public sealed class ServerQuestionTests
{
    [Fact]
    public async Task Who_tends_the_server_says_so_or_not()
    {
        await using var server = TestServer.Start();
        var mai = await server.Connect("Mai");
        Assert.Equal([":irc.test 423 Mai irc.test :Who tends this server does not say who they are"], await mai.Ask("ADMIN"));
        server.Settings.Publish(server.Settings.Current with { Admin = ["Tuan, tuan@irc.test"] });
        Assert.Equal([":irc.test 256 Mai irc.test :Who tends this server", ":irc.test 259 Mai :Tuan, tuan@irc.test"], await mai.Ask("ADMIN"));
        server.Settings.Publish(server.Settings.Current with { Admin = ["Hanoi", "Club", "tuan@irc.test"] });
        Assert.Equal([":irc.test 257 Mai :Hanoi", ":irc.test 258 Mai :Club", ":irc.test 259 Mai :tuan@irc.test"], (await mai.Ask("ADMIN")).Skip(1));
    }

    [Fact]
    public async Task There_is_one_server_whatever_stands_behind_it()
    {
        await using var server = TestServer.Start();
        var mai = await server.Connect("Mai");
        Assert.Equal([":irc.test 365 Mai * :End of LINKS: there is this server alone"], await mai.Ask("LINKS"));
        Assert.Equal([":irc.test 015 Mai irc.test", ":irc.test 017 Mai :End of the map"], (await mai.Ask("MAP")).Select(line => line.Replace(" :irc", " irc", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task How_long_it_runs_everybody_may_know_and_its_operators_only_they()
    {
        await using var server = TestServer.Start();
        var (mai, tuan) = (await server.Connect("Mai"), await server.Connect("Tuan"));
        Assert.Matches("^:irc.test 242 Mai :Server up [0-9]+ days [0-9]+:[0-9]{2}:[0-9]{2}$", (await mai.Ask("STATS u"))[0]);
        Assert.Equal([":irc.test 219 Mai x :End of STATS"], await mai.Ask("STATS x"));
        Assert.StartsWith(":irc.test 481 Mai ", Assert.Single(await mai.Ask("STATS o")), StringComparison.Ordinal);
        await server.AddAccount("Op", Powers.All);
        await tuan.Ask("OPER Op tea");
        Assert.Contains(await tuan.Ask("STATS o"), line => line.StartsWith(":irc.test 243 Tuan O * * Op :", StringComparison.Ordinal));
    }

    /// <summary>"The server MUST accept ISUPPORT commands before connection registration completes", in a "draft/isupport" batch where both capabilities are enabled.</summary>
    [Fact]
    public async Task What_is_supported_is_told_before_one_is_let_in()
    {
        await using var server = TestServer.Start();
        var (mai, duy) = (server.Dial(), server.Dial());
        Assert.StartsWith(":irc.test 451 * ", Assert.Single(await duy.Ask("ISUPPORT")), StringComparison.Ordinal);
        await mai.Ask("CAP REQ :batch draft/extended-isupport");
        var lines = await mai.Ask("ISUPPORT");
        Assert.Equal((":irc.test BATCH +support draft/isupport", ":irc.test BATCH -support"), (lines[0], lines[^1]));
        Assert.All(lines.Skip(1).SkipLast(1), line => Assert.StartsWith("@batch=support :irc.test 005 * ", line, StringComparison.Ordinal));
        Assert.All(await mai.Ask("NICK Mai", "USER mai 0 * :Mai", "CAP END"), line => Assert.True(!line.Contains(" 005 ", StringComparison.Ordinal) || line[0] == '@', line));
    }

    [Fact]
    public async Task A_picture_and_that_an_account_is_needed_are_told()
    {
        await using var server = TestServer.Start();
        server.Settings.Publish(server.Settings.Current with { Icon = "https://irc.test/icon.png" });
        var mai = await server.Connect("Mai");
        var before = string.Join(' ', await mai.Ask("ISUPPORT"));
        Assert.Contains(" draft/ICON=https://irc.test/icon.png ", before, StringComparison.Ordinal);
        Assert.DoesNotContain("ACCOUNTREQUIRED", before, StringComparison.Ordinal);
        await server.AddAccount("Op", Powers.All);
        await mai.Ask("OPER Op tea");
        await mai.Ask("ALARM ON :enough");
        Assert.Contains(" ACCOUNTREQUIRED draft/ACCOUNTREQUIRED ", string.Join(' ', await mai.Ask("ISUPPORT")), StringComparison.Ordinal);
    }
}
