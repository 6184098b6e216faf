using ChatRoom.Domain.Events;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>What operators of the server do in rooms, say to all, and settle for everybody.</summary>
public sealed class OverrulingTests : IAsyncLifetime
{
    private readonly TestServer _server = TestServer.Start();
    private Client _tuan = null!;
    private Client _duy = null!;

    public async Task InitializeAsync()
    {
        _tuan = await _server.ConnectOperator("Tuan", Powers.Rooms | Powers.Announce | Powers.Ban | Powers.Reload);
        _duy = await _server.Connect("Duy", "", "#tea");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task In_a_room_an_operator_acts_as_its_founder_and_everybody_there_hears_that()
    {
        await _server.Connect("Anh", "", "#tea");
        await _duy.Heard();
        Assert.Empty(await _tuan.Ask("SAMODE #tea +so Anh"));
        Assert.Equal(
            [
                ":irc.test NOTICE #tea :Tuan acts here as an operator of the server: SAMODE #tea +so Anh", ":Tuan!tuan@guest MODE #tea +s",
                ":irc.test NOTICE #tea :Tuan acts here as an operator of the server: SAMODE #tea +so Anh", ":Tuan!tuan@guest MODE #tea +o Anh",
            ], await _duy.Heard());
        Assert.Empty(await _tuan.Ask("SATOPIC #tea :about order", "SAKICK #tea Duy :enough"));
        Assert.Equal(
            [
                ":irc.test NOTICE #tea :Tuan acts here as an operator of the server: SATOPIC #tea about order", ":Tuan!tuan@guest TOPIC #tea :about order",
                ":irc.test NOTICE #tea :Tuan acts here as an operator of the server: SAKICK #tea Duy enough", ":Tuan!tuan@guest KICK #tea Duy :enough",
            ], await _duy.Heard());
    }

    [Fact]
    public async Task What_can_not_be_in_a_room_is_refused_to_operators_too()
    {
        Assert.Equal([":irc.test 441 Tuan Tuan #tea :They are not in that room"], await _tuan.Ask("SAMODE #tea +o Tuan"));
        Assert.Equal([":irc.test 403 Tuan #nowhere :There is no such room; JOIN opens it"], await _tuan.Ask("SAMODE #nowhere +m"));
        Assert.Empty(await _tuan.Ask("SAMODE #tea -m"));
        await _duy.Hears();
    }

    [Fact]
    public async Task An_announcement_is_heard_by_operators_and_who_wants_to_hear_it()
    {
        var anh = await _server.Connect("Anh");
        Assert.Equal([":irc.test MODE Anh +w"], await anh.Ask("MODE Anh +w"));
        Assert.Equal([":irc.test 221 Anh +iw"], await anh.Ask("MODE Anh"));
        Assert.Equal([":Tuan!tuan@guest WALLOPS :a short break"], await _tuan.Ask("WALLOPS :a short break"));
        Assert.Equal([":Tuan!tuan@guest WALLOPS :a short break"], await anh.Heard());
        await _duy.Hears();
        Assert.Equal([":irc.test MODE Anh -w"], await anh.Ask("MODE Anh -w"));
        await _tuan.Ask("WALLOPS :we are back");
        await anh.Hears();
        Assert.Equal([":irc.test 461 Tuan WALLOPS :There is no text to send"], await _tuan.Ask("WALLOPS :"));
    }

    [Fact]
    public async Task In_alarm_only_accounts_come_in_and_who_is_here_stays()
    {
        await _server.AddAccount("Mai");
        Assert.Equal([":irc.test NOTICE Tuan :Only who has an account comes in now; who is here stays. ALARM OFF ends it"], await _tuan.Ask("ALARM ON :a flood"));
        await _duy.Hears();
        var guest = _server.Dial();
        await guest.Send("NICK Anh", "USER anh 0 * :Anh");
        Assert.Equal(
            [
                ":irc.test FAIL USER ACCOUNT_REQUIRED :Only who has an account comes in just now: log in while you connect, with SASL or 'PASS account:password'",
                "ERROR :Closing link: only who has an account comes in just now",
            ], await guest.Rest());
        var mai = _server.Dial();
        await mai.Send("PASS Mai:tea", "NICK Mai", "USER mai 0 * :Mai");
        Assert.Contains(await mai.Heard(), line => line.Contains(" 001 Mai ", StringComparison.Ordinal));
        Assert.Equal([":irc.test NOTICE Tuan :Everybody may come in again"], await _tuan.Ask("ALARM OFF"));
        await _server.Connect("Anh");
    }

    [Fact]
    public async Task The_settings_are_read_again_and_it_is_said_what_came_of_it() => Assert.Equal(
        [":irc.test 382 Tuan settings :Reading the settings again", ":irc.test NOTICE Tuan :The settings have not changed"], await _tuan.Ask("REHASH"));
}
