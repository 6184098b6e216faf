using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>WHOWAS (modern.ircdocs.horse/#whowas-message).</summary>
public sealed class WhowasTests : IAsyncLifetime
{
    private const string End = ":irc.test 369 Mai Tuan :End of WHOWAS";
    private readonly TestServer _server = TestServer.Start();
    private Client _mai = null!;

    public async Task InitializeAsync() => _mai = await _server.Connect("Mai");

    public async Task DisposeAsync() => await _server.DisposeAsync();

    /// <summary>"Servers MUST reply with either ERR_WASNOSUCHNICK or a non-empty list of WHOWAS entries, both followed with RPL_ENDOFWHOWAS."</summary>
    [Fact]
    public async Task Nobody_was_called_that() =>
        Assert.Equal([":irc.test 406 Mai Tuan :Nobody was called that here lately", End], await _mai.Ask("WHOWAS Tuan"));

    /// <summary>"The history is searched backward, returning the most recent entry first"; of a count that is not positive "a full search is done".</summary>
    [Theory]
    [InlineData("WHOWAS tuan", 3)]
    [InlineData("WHOWAS Tuan 0", 3)]
    [InlineData("WHOWAS Tuan -1", 3)]
    [InlineData("WHOWAS Tuan many", 3)]
    [InlineData("WHOWAS Tuan 2", 2)]
    [InlineData("WHOWAS Tuan 1", 1)]
    public async Task The_newest_comes_first(string line, int entries)
    {
        foreach (var user in (string[])["one", "two", "three"])
            await Gone("Tuan", user);
        var heard = await _mai.Ask(line);

        Assert.Equal([.. ((string[])["three", "two", "one"]).Take(entries).Select(user => $":irc.test 314 Mai Tuan {user} guest * :{user} himself")],
            heard.Where(one => one.Contains(" 314 ", StringComparison.Ordinal)));
        Assert.Equal(entries, heard.Count(one => one.StartsWith(":irc.test 312 Mai Tuan irc.test :", StringComparison.Ordinal)));
        Assert.Equal((entries * 2) + 1, heard.Count);
    }

    [Fact]
    public async Task Who_took_another_name_was_called_that_and_who_changed_its_case_is()
    {
        await _mai.Ask("NICK mai");
        Assert.Contains(":irc.test 406 mai Mai :Nobody was called that here lately", await _mai.Ask("WHOWAS Mai"));
        await _mai.Ask("NICK Anh");
        Assert.Contains(":irc.test 314 Anh mai mai guest * :Mai himself", await _mai.Ask("WHOWAS Mai"));
        Assert.DoesNotContain(await _mai.Ask("WHOWAS Mai"), line => line.Contains("Anh!", StringComparison.Ordinal));
    }

    /// <summary>As they were called when they went, not when they came.</summary>
    [Fact]
    public async Task A_real_name_is_the_last_one()
    {
        var tuan = await _server.Connect("Tuan");
        await tuan.Ask("SETNAME :Tuan the Second");
        await tuan.Send("QUIT");
        await tuan.Rest();
        Assert.Contains(":irc.test 314 Mai Tuan tuan guest * :Tuan the Second", await _mai.Ask("WHOWAS Tuan"));
    }

    [Fact]
    public async Task Of_one_name_ten_are_known()
    {
        for (var i = 0; i < 12; i++)
            await Gone("Tuan", $"u{i}");
        var heard = (await _mai.Ask("WHOWAS Tuan")).Where(one => one.Contains(" 314 ", StringComparison.Ordinal)).ToList();

        Assert.Equal(10, heard.Count);
        Assert.Contains(" u11 ", heard[0], StringComparison.Ordinal);
        Assert.Contains(" u2 ", heard[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said() =>
        Assert.Equal([":irc.test 461 Mai WHOWAS :This command needs 1 parameters or more, and got 0"], await _mai.Ask("WHOWAS"));

    private async Task Gone(string nick, string user)
    {
        var one = _server.Dial();
        await one.Ask($"NICK {nick}", $"USER {user} 0 * :{user} himself");
        await one.Send("QUIT");
        await one.Rest();
    }
}
