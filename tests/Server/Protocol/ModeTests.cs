using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>MODE on rooms: modern.ircdocs.horse, "MODE message", "Channel Modes" and "Channel Membership Prefixes".</summary>
public sealed class ModeTests : IAsyncLifetime
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
    public async Task Letters_that_set_something_are_told_in_one_line_and_the_question_shows_what_came_of_all()
    {
        string[] changes =
        [
            ":Tuan!tuan@guest MODE #tea +ml 30", ":Tuan!tuan@guest MODE #tea +v Duy", ":Tuan!tuan@guest MODE #tea +t-mn",
        ];
        Assert.Equal(changes, await _tuan.Ask("MODE #tea +mlvn+t-mn 30 duy"));
        Assert.Equal(changes, await _duy.Heard());
        Assert.Equal([":irc.test 324 Duy #tea +lt 30", ":irc.test 329 Duy #tea 1767268800"], await _duy.Ask("MODE #tea"));
        Assert.Equal([":Tuan!tuan@guest MODE #tea -l"], await _tuan.Ask("MODE #tea -l"));
        Assert.Equal(":irc.test 324 Tuan #tea +t", (await _tuan.Ask("MODE #tea"))[0]);
    }

    [Fact]
    public async Task Names_show_the_sign_of_the_highest_right()
    {
        await _tuan.Ask("MODE #tea +vh Duy Duy");
        Assert.Contains(":irc.test 353 Tuan = #tea :@Tuan %Duy", await _tuan.Ask("NAMES #tea"));
        var mai = await _server.Connect("Mai", "multi-prefix", "#tea");
        Assert.Contains(":irc.test 353 Mai = #tea :@Tuan %+Duy Mai", await mai.Ask("NAMES #tea"));
        Assert.Contains(":irc.test 319 Mai Duy :%+#tea", await mai.Ask("WHOIS Duy"));
        await mai.Ask("PART #tea");
        await _tuan.Ask("MODE #tea -h Duy");
        Assert.Contains(":irc.test 353 Tuan = #tea :@Tuan +Duy", await _tuan.Ask("NAMES #tea"));
        Assert.Contains(":irc.test 319 Tuan Duy :+#tea", await _tuan.Ask("WHOIS Duy"));
    }

    [Theory]
    [InlineData("MODE #tea +x", ":irc.test 472 Tuan x :There is no such mode here; PREFIX=(qohv)~@%+ and CHANMODES=Ibe,k,HWl,CRimnst are all")]
    [InlineData("MODE #tea +l", ":irc.test 696 Tuan #tea l * :+l needs a number from 1 to 1000000 behind it")]
    [InlineData("MODE #tea +l 0", ":irc.test 696 Tuan #tea l 0 :+l needs a number from 1 to 1000000 behind it")]
    [InlineData("MODE #tea +l 99999999999999999999", ":irc.test 696 Tuan #tea l 99999999999999999999 :+l needs a number from 1 to 1000000 behind it")]
    [InlineData("MODE #tea +l -5", ":irc.test 696 Tuan #tea l -5 :+l needs a number from 1 to 1000000 behind it")]
    [InlineData("MODE #tea +l :a b", ":irc.test 696 Tuan #tea l * :+l needs a number from 1 to 1000000 behind it")]
    [InlineData("MODE #tea +o", ":irc.test 696 Tuan #tea o * :+o needs a nickname behind it")]
    [InlineData("MODE #tea +o 1,2", ":irc.test 401 Tuan 1,2 :Nobody of that nickname is here")]
    [InlineData("MODE #tea +o Mai", ":irc.test 401 Tuan Mai :Nobody of that nickname is here")]
    [InlineData("MODE #nowhere +m", ":irc.test 403 Tuan #nowhere :There is no such room; JOIN opens it")]
    public async Task What_can_not_be_set_is_said(string line, string answer) => Assert.Equal([answer], await _tuan.Ask(line));

    [Fact]
    public async Task What_is_set_already_is_no_news()
    {
        await _tuan.Ask("MODE #tea +m");
        Assert.Empty(await _tuan.Ask("MODE #tea +mn", "MODE #tea +o Tuan", "MODE #tea -l", "MODE #tea +", "MODE #tea +-"));
    }

    [Fact]
    public async Task Who_is_no_operator_changes_nothing_and_nobody_else_notices()
    {
        Assert.Equal(
            [":irc.test 482 Duy #tea :Only an operator of that room may do that", ":irc.test 482 Duy #tea :Only an operator of that room may do that"],
            await _duy.Ask("MODE #tea +mo Duy"));
        Assert.Empty(await _tuan.Heard());
        var mai = await _server.Connect("Mai");
        Assert.Equal([":irc.test 442 Mai #tea :You are not in that room; JOIN it first"], await mai.Ask("MODE #tea +m"));
        Assert.Equal([":irc.test 441 Tuan Mai #tea :They are not in that room"], await _tuan.Ask("MODE #tea +v mai"));
    }

    [Fact]
    public async Task What_modes_forbid_is_refused_in_the_numeric_for_it()
    {
        await _tuan.Ask("MODE #tea +mtl 2");
        await _duy.Heard();
        Assert.Equal([":irc.test 404 Duy #tea :That room is moderated: only who has a voice there can speak; ask an operator for one"], await _duy.Ask("PRIVMSG #tea :hi"));
        Assert.Empty(await _duy.Ask("NOTICE #tea :hi"));
        Assert.Equal([":irc.test 482 Duy #tea :Only an operator of that room may do that"], await _duy.Ask("TOPIC #tea :mine"));
        var mai = await _server.Connect("Mai");
        Assert.Equal([":irc.test 471 Mai #tea :That room is full: its operators let in 2"], await mai.Ask("JOIN #tea"));
        Assert.Empty(await _tuan.Heard());
    }

    [Fact]
    public async Task A_line_changes_so_many_modes_and_says_from_where_on_it_did_not()
    {
        var answers = await _tuan.Ask("MODE #tea +mmmmmmmmmmmmt");

        Assert.Equal([":Tuan!tuan@guest MODE #tea +m", ":irc.test 472 Tuan t :12 changes in a line are the most; from this letter on nothing was changed"], answers);
    }

    [Fact]
    public async Task A_sign_before_a_room_says_to_whom_of_it()
    {
        var mai = await _server.Connect("Mai", "", "#tea");
        await _tuan.Ask("MODE #tea +h Duy");
        await _duy.Heard();
        await mai.Heard();
        await mai.Ask("PRIVMSG %#tea :for those who tend");
        Assert.Equal([":Mai!mai@guest PRIVMSG %#tea :for those who tend"], await _duy.Heard());
        await mai.Ask("PRIVMSG @#tea :for operators");
        Assert.Empty(await _duy.Heard());
    }

    [Fact]
    public async Task In_slow_mode_people_speak_once_in_so_many_seconds_and_are_told_how_long_to_wait()
    {
        Assert.Equal([":Tuan!tuan@guest MODE #tea +W 10"], await _tuan.Ask("SLOWMODE #tea 10"));
        Assert.Equal([":Tuan!tuan@guest MODE #tea +W 10"], await _duy.Heard());
        Assert.Empty(await _duy.Ask("PRIVMSG #tea :one"));
        _server.Clock.Move(TimeSpan.FromSeconds(4));
        Assert.Equal([":irc.test 404 Duy #tea :That room is in slow mode: one message in 10 s; say it again in 6 s"], await _duy.Ask("PRIVMSG #tea :two"));
        _server.Clock.Move(TimeSpan.FromSeconds(6));
        Assert.Empty(await _duy.Ask("PRIVMSG #tea :three"));
        Assert.Equal([":Duy!duy@guest PRIVMSG #tea :one", ":Duy!duy@guest PRIVMSG #tea :three"], await _tuan.Heard());
        Assert.Equal(":irc.test 324 Duy #tea +Wn 10", (await _duy.Ask("SLOWMODE #tea"))[0]);
        Assert.Equal([":Tuan!tuan@guest MODE #tea -W"], await _tuan.Ask("SLOWMODE #tea 0"));
        Assert.Empty(await _tuan.Ask("MODE #tea -W"));
    }

    [Theory]
    [InlineData("SLOWMODE", ":irc.test 461 Tuan SLOWMODE :This command needs 1 parameters or more, and got 0")]
    [InlineData("SLOWMODE #tea x", ":irc.test 696 Tuan #tea W x :+W needs a number from 1 to 86400 behind it")]
    [InlineData("SLOWMODE #tea 86401", ":irc.test 696 Tuan #tea W 86401 :+W needs a number from 1 to 86400 behind it")]
    [InlineData("SLOWMODE #tea -1", ":irc.test 696 Tuan #tea W -1 :+W needs a number from 1 to 86400 behind it")]
    [InlineData("SLOWMODE #nowhere 5", ":irc.test 403 Tuan #nowhere :There is no such room; JOIN opens it")]
    public async Task What_is_no_slow_mode_is_said(string line, string answer) => Assert.Equal([answer], await _tuan.Ask(line));
}
