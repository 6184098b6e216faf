using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>SETNAME (ircv3.net/specs/extensions/setname).</summary>
public sealed class SetNameTests : IAsyncLifetime
{
    private readonly TestServer _server = TestServer.Start();
    private Client _mai = null!;
    private Client _tuan = null!;
    private Client _duy = null!;

    public async Task InitializeAsync()
    {
        _mai = await _server.Connect("Mai", "setname");
        _tuan = await _server.Connect("Tuan", "setname");
        _duy = await _server.Connect("Duy");
        foreach (var one in (Client[])[_mai, _tuan, _duy])
            await one.Ask("JOIN #tea");
        foreach (var one in (Client[])[_mai, _tuan, _duy])
            await one.Heard();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    /// <summary>"They MUST send the server-to-client version of the SETNAME message to all clients in common channels, as well as to the client from which it originated".</summary>
    [Fact]
    public async Task Who_shares_a_room_hears_it_and_whois_shows_it()
    {
        Assert.Equal([":Mai!mai@guest SETNAME :Mai Lê"], await _mai.Ask("SETNAME :Mai Lê"));
        await _tuan.Hears(":Mai!mai@guest SETNAME :Mai Lê");
        Assert.Contains(":irc.test 311 Duy Mai mai guest * :Mai Lê", await _duy.Ask("WHOIS Mai"));
    }

    /// <summary>"The SETNAME message MUST NOT be sent to clients which do not have the setname capability"; without it "the server SHOULD handle it silently".</summary>
    [Fact]
    public async Task Without_the_capability_it_works_and_nothing_is_heard()
    {
        Assert.Equal([], await _duy.Ask("SETNAME :Duy Trần"));
        await _mai.Hears(":Duy!duy@guest SETNAME :Duy Trần");
        await _mai.Ask("SETNAME Mai");
        await _duy.Hears();
    }

    /// <summary>"If the server rejects the realname as a result of a validation failure, it MUST send a FAIL message with the INVALID_REALNAME code."</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(151)]
    public async Task What_is_no_name_is_refused(int length)
    {
        Assert.Equal([":irc.test FAIL SETNAME INVALID_REALNAME :A real name has 1 to 150 bytes"], await _mai.Ask($"SETNAME :{new string('n', length)}"));
        await _tuan.Hears();
    }

    [Fact]
    public async Task The_longest_name_arrives_whole()
    {
        var name = new string('n', 150);
        await _mai.Ask($"SETNAME :{name}");
        await _tuan.Hears($":Mai!mai@guest SETNAME :{name}");
    }

    /// <summary>extended-monitor: "SETNAME messages" of those who are watched, for who has setname.</summary>
    [Fact]
    public async Task Who_watches_somebody_hears_it_without_a_room()
    {
        var (anh, binh) = (await _server.Connect("Anh", "setname extended-monitor"), await _server.Connect("Binh", "extended-monitor"));
        await anh.Ask("MONITOR + Mai");
        await binh.Ask("MONITOR + Mai");
        await _mai.Ask("SETNAME :Mai Lê");
        await anh.Hears(":Mai!mai@guest SETNAME :Mai Lê");
        await binh.Hears();
    }

    /// <summary>"Servers MUST provide a NAMELEN token in RPL_ISUPPORT".</summary>
    [Fact]
    public async Task The_longest_name_is_told() =>
        Assert.Contains(await _mai.Ask("VERSION"), line => line.Contains(" 005 ", StringComparison.Ordinal) && line.Contains(" NAMELEN=150 ", StringComparison.Ordinal));
}
