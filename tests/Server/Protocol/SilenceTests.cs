using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>SILENCE and user mode +R, rooms for accounts, account-extban, USERHOST and ISON.</summary>
public sealed class SilenceTests : IAsyncLifetime
{
    private readonly TestServer _server = TestServer.Start();
    private Client _mai = null!;
    private Client _tuan = null!;

    public async Task InitializeAsync()
    {
        _mai = await _server.Connect("Mai");
        _tuan = await _server.Connect("Tuan");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Whom_one_silences_is_told_so_and_the_list_can_be_asked_for()
    {
        Assert.Equal([":Mai!mai@guest SILENCE +Tuan!*@*", ":Mai!mai@guest SILENCE +a:duy"], await _mai.Ask("SILENCE +Tuan", "SILENCE a:duy"));
        Assert.Equal([":irc.test 531 Tuan Mai :They take no private words and no invitations from you"], await _tuan.Ask("PRIVMSG Mai :hello"));
        Assert.Equal([":irc.test 271 Mai Mai Tuan!*@*", ":irc.test 271 Mai Mai a:duy", ":irc.test 272 Mai :End of the list of those whom you do not hear"], await _mai.Ask("SILENCE"));
        Assert.Equal([":Mai!mai@guest SILENCE -Tuan!*@*"], await _mai.Ask("SILENCE -TUAN!*@*"));
        await _tuan.Ask("PRIVMSG Mai :hello");
        await _mai.Hears(":Tuan!tuan@guest PRIVMSG Mai :hello");
    }

    [Theory]
    [InlineData("SILENCE +", ":irc.test FAIL SILENCE INVALID_PARAMS + :SILENCE needs a mask behind its sign, nick!user@host or a:account, of at most 120 bytes")]
    [InlineData("SILENCE a:", ":irc.test FAIL SILENCE INVALID_PARAMS a: :SILENCE needs a mask behind its sign, nick!user@host or a:account, of at most 120 bytes")]
    [InlineData("RENAME #tea tea", ":irc.test FAIL RENAME CANNOT_RENAME #tea tea :The name of a room begins with '#'. It has '#' and at most 64 bytes, without spaces, commas or colons")]
    [InlineData("RENAME #tea #tea2", ":irc.test 403 Mai #tea :There is no such room; JOIN opens it")]
    [InlineData("USERHOST tuan nobody Mai", ":irc.test 302 Mai :Tuan=+tuan@guest Mai=+mai@guest")]
    [InlineData("ISON :tuan nobody", ":irc.test 303 Mai :Tuan")]
    [InlineData("ISON nobody 1,2", ":irc.test 303 Mai :")]
    public async Task What_is_asked_is_answered(string line, string answer) => Assert.Equal([answer], await _mai.Ask(line));

    [Fact]
    public async Task Guests_write_in_vain_to_who_shuts_them_out()
    {
        Assert.Equal([":Mai!mai@guest MODE Mai +R", ":irc.test 221 Mai +iR"], await _mai.Ask("MODE Mai +R", "MODE Mai"));
        Assert.Equal([":irc.test 477 Tuan Mai :They take private words only from people with an account: REGISTER, or log in"], await _tuan.Ask("PRIVMSG Mai :hello"));
        await _tuan.Ask("NS REGISTER tea", "PRIVMSG Mai :hello");
        await _mai.Hears(":Tuan!tuan@guest PRIVMSG Mai :hello");
        Assert.Equal([":Mai!mai@guest MODE Mai -R"], await _mai.Ask("MODE Mai -R"));
    }

    [Fact]
    public async Task Guests_do_not_come_into_a_room_for_accounts()
    {
        await _mai.Ask("JOIN #tea", "MODE #tea +R");
        Assert.Equal([":irc.test 477 Tuan #tea :Only who is logged in to an account comes into that room"], await _tuan.Ask("JOIN #tea"));
        await _tuan.Ask("NS REGISTER tea");
        Assert.Equal(":Tuan!tuan@guest JOIN #tea", (await _tuan.Ask("JOIN #tea"))[0]);
    }

    [Fact]
    public async Task A_room_that_is_renamed_is_left_and_entered_by_who_does_not_know_the_word()
    {
        var duy = await _server.Connect("Duy", "draft/channel-rename draft/chathistory", "#tea");
        await duy.Ask("TOPIC #tea :leaves", "PRIVMSG #tea :hello");
        await _tuan.Ask("JOIN #tea");
        await duy.Heard();
        Assert.Equal([":Duy!duy@guest RENAME #tea #coffee :stronger"], await duy.Ask("RENAME #tea #coffee :stronger"));
        await _tuan.Hears(
            ":Tuan!tuan@guest PART #tea :this room is called #coffee now: stronger", ":Tuan!tuan@guest JOIN #coffee", ":irc.test 332 Tuan #coffee :leaves",
            ":irc.test 333 Tuan #coffee Duy 1767268800", ":irc.test 353 Tuan = #coffee :Tuan @Duy", ":irc.test 366 Tuan #coffee :End of names");
        Assert.Equal([":Duy!duy@guest PRIVMSG #coffee :hello"], await duy.Ask("CHATHISTORY LATEST #coffee * 10"));
        Assert.Equal([":irc.test FAIL RENAME CHANNEL_NAME_IN_USE #coffee #Tea :There is a room #Tea already"], await Opened("#Tea").ContinueWith(_ => duy.Ask("RENAME #coffee #Tea")).Unwrap());
    }

    private async Task Opened(string room) => await _mai.Ask($"JOIN {room}");
}
