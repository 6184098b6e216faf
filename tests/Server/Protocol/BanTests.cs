using ChatRoom.Domain.Names;
using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Server.Tests.Journals;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>The lists of a room, +b, +e and +I (modern.ircdocs.horse), mutes as "m:" (EXTBAN), and TBAN as InspIRCd speaks it.</summary>
public sealed class BanTests : IAsyncLifetime
{
    private readonly TestServer _server = TestServer.Start();
    private Client _tuan = null!;
    private Client _duy = null!;

    public async Task InitializeAsync()
    {
        _tuan = await _server.Connect("Tuan", "", "#tea");
        _duy = await _server.Connect("Duy", "", "#tea");
        await _tuan.Heard();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_ban_is_heard_listed_and_lifted()
    {
        Assert.Equal([":Tuan!tuan@guest MODE #tea +b Mai!*@*", ":Tuan!tuan@guest MODE #tea +b m:*!bob@*"], await _tuan.Ask("MODE #tea +bb Mai m:bob@"));
        await _duy.Heard();
        Assert.Equal(
            [":irc.test 367 Duy #tea Mai!*@* Tuan 1767268800", ":irc.test 367 Duy #tea m:*!bob@* Tuan 1767268800", ":irc.test 368 Duy #tea :End of the list"],
            await _duy.Ask("MODE #tea b"));
        var mai = await _server.Connect("Mai");
        Assert.Equal([":irc.test 474 Mai #tea :You are banned from that room"], await mai.Ask("JOIN #tea"));
        Assert.Equal([":Tuan!tuan@guest MODE #tea -b Mai!*@*"], await _tuan.Ask("MODE #tea -b MAI!*@*"));
        Assert.Equal(":Mai!mai@guest JOIN #tea", (await mai.Ask("JOIN #tea"))[0]);
    }

    [Fact]
    public async Task A_bare_nickname_means_the_account_or_the_cloak_of_who_has_it()
    {
        await using var server = TestServer.Start(cloakKey: new CloakKey(1, 2));
        var tuan = await server.Connect("Tuan", "", "#tea");
        var duy = await server.Connect("Duy");
        await duy.Ask("NS REGISTER tea");
        Assert.Equal([":irc.test MODE #tea +b a:Duy"], (await tuan.Ask("TBAN #tea 0 duy")).Select(Anonymous));
        Assert.Equal([":irc.test MODE #tea +b m:a:Duy"], (await tuan.Ask("TBAN #tea 60 m:Duy")).Select(Anonymous));
        await server.Connect("Mai");
        Assert.Equal([":irc.test MODE #tea +b *!*@"], (await tuan.Ask("TBAN #tea 0 Mai")).Select(Anonymous).Select(line => line[..Math.Min(line.Length, 27)]));

        Assert.EndsWith(" Tuan 1767268800 0 Mai", (await tuan.Ask("MODE #tea b")).Single(line => line.Contains(" *!*@", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal([":irc.test MODE #tea -b a:Duy"], (await tuan.Ask("MODE #tea -b duy")).Select(Anonymous));
        Assert.Equal([":irc.test MODE #tea -b m:a:Duy"], (await tuan.Ask("MODE #tea -b m:Duy!*@*")).Select(Anonymous));
        Assert.Equal([":irc.test MODE #tea -b *!*@"], (await tuan.Ask("MODE #tea -b Mai")).Select(Anonymous).Select(line => line[..Math.Min(line.Length, 27)]));
        Assert.Equal([":irc.test 696 Tuan #tea b Mai!*@* :That is not on the list; MODE #tea b shows what is"], await tuan.Ask("MODE #tea -b Mai"));
    }

    private static string Anonymous(string line) => $":irc.test {line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]}";

    [Fact]
    public async Task Exceptions_and_standing_invitations_have_lists_of_their_own()
    {
        await _tuan.Ask("MODE #tea +eIi *!*@a.ip Mai");
        Assert.Equal([":irc.test 348 Tuan #tea *!*@a.ip Tuan 1767268800", ":irc.test 349 Tuan #tea :End of the list"], await _tuan.Ask("MODE #tea e"));
        Assert.Equal([":irc.test 346 Tuan #tea Mai!*@* Tuan 1767268800", ":irc.test 347 Tuan #tea :End of the list"], await _tuan.Ask("MODE #tea +I"));
        var mai = await _server.Connect("Mai");
        Assert.Equal(":Mai!mai@guest JOIN #tea", (await mai.Ask("JOIN #tea"))[0]);
    }

    [Fact]
    public async Task Who_is_muted_is_told_so()
    {
        await _tuan.Ask("MODE #tea +b m:Duy");
        await _duy.Heard();
        Assert.Equal([":irc.test 404 Duy #tea :You are muted or banned in that room, so you can't speak there"], await _duy.Ask("PRIVMSG #tea :hello", "NOTICE #tea :hello"));
        await _tuan.Ask("MODE #tea +v Duy");
        Assert.Equal([":Tuan!tuan@guest MODE #tea +v Duy"], await _duy.Ask("PRIVMSG #tea :hello"));
    }

    [Fact]
    public async Task A_ban_with_an_end_ends_by_itself_and_everybody_hears_it()
    {
        Assert.Equal([":Tuan!tuan@guest MODE #tea +b m:Duy!*@*"], await _tuan.Ask("TBAN #tea 60 m:Duy :too loud"));
        Assert.Equal(":irc.test 367 Tuan #tea m:Duy!*@* Tuan 1767268800 1767268860", (await _tuan.Ask("MODE #tea b"))[0]);
        await _duy.Heard();
        _server.Clock.Move(TimeSpan.FromSeconds(61));
        Assert.Equal([":irc.test MODE #tea -b m:Duy!*@*"], await _duy.Heard());
        Assert.Empty(await _duy.Ask("PRIVMSG #tea :hello"));
    }

    [Theory]
    [InlineData("MODE #tea +b :a b", ":irc.test 696 Tuan #tea b * :+b needs a mask behind it, nick!user@host of at most 120 bytes, without commas")]
    [InlineData("MODE #tea +e a,b", ":irc.test 696 Tuan #tea e a,b :+e needs a mask behind it, nick!user@host of at most 120 bytes, without commas")]
    [InlineData("MODE #tea +b m:", ":irc.test 696 Tuan #tea b m: :+b needs a mask behind it, nick!user@host of at most 120 bytes, without commas")]
    [InlineData("TBAN #tea -5 Mai", ":irc.test FAIL TBAN INVALID_PARAMS -5 :A ban with an end holds for 1 to 316224000 seconds, and 0 is for good: TBAN #room SECONDS MASK :why")]
    [InlineData("TBAN #nowhere 5 Mai", ":irc.test 403 Tuan #nowhere :There is no such room; JOIN opens it")]
    public async Task What_is_no_ban_is_said(string line, string answer) => Assert.Equal([answer], await _tuan.Ask(line));

    [Fact]
    public async Task Only_operators_ban_and_the_lists_have_an_end()
    {
        Assert.Equal([":irc.test 482 Duy #tea :Only an operator of that room may do that"], await _duy.Ask("MODE #tea +b Tuan"));
        for (var i = 0; i < 100; i += 10)
            await _tuan.Ask($"MODE #tea +bbbbbbbbbb {string.Join(' ', Enumerable.Range(i, 10).Select(n => $"x{n}"))}");
        Assert.Equal([":irc.test 478 Tuan #tea y!*@* :The lists of that room hold 100 masks, which is the most; take one off first"], await _tuan.Ask("MODE #tea +b y"));
    }

    [Fact]
    public async Task People_are_shown_by_the_cloaks_of_their_addresses_on_every_server_of_a_journal()
    {
        using var store = TestStore.New();
        var key = new CloakKey(5, 6);
        await using var one = TestServer.Start(store, cloakKey: key);
        var tuan = await one.Connect("Tuan");
        var cloak = Cloak.Of(new NetworkAddress(0xFFFF_CB00_7107), key);
        Assert.Contains($":irc.test 311 Tuan Tuan tuan {cloak} * :Tuan himself", await tuan.Ask("WHOIS Tuan"));
        await one.Stop();
        await using var other = TestServer.Start(store, cloakKey: new CloakKey(7, 8));
        var duy = await other.Connect("Duy");
        Assert.Contains($":irc.test 311 Duy Duy duy {cloak} * :Duy himself", await duy.Ask("WHOIS Duy"));
    }
}
