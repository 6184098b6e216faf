using ChatRoom.Server.Control;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Control;

/// <summary>The shell acts in a room as its founder may, and everybody there hears that it was the shell.</summary>
public sealed class RoomOrdersTests : IAsyncLifetime
{
    private readonly OrderedServer _ordered = new();
    private Client _tuan = null!;
    private Client _duy = null!;

    public async Task InitializeAsync()
    {
        _tuan = await _ordered.Server.Connect("Tuan", "", "#tea");
        _duy = await _ordered.Server.Connect("Duy", "", "#tea");
        await _tuan.Heard();
    }

    public async Task DisposeAsync() => await _ordered.DisposeAsync();

    [Fact]
    public async Task Ranks_are_given_and_taken_and_all_hear_it()
    {
        Assert.Equal(new ControlAnswer(true, "Duy is operator in #tea"), await Run(RoomDeed.Give, "operator Duy"));
        Assert.Equal(
            [":irc.test NOTICE #tea :the shell acts here as an operator of the server: give operator Duy", ":shell!shell@server MODE #tea +o Duy"], await _duy.Heard());

        Assert.Equal(new ControlAnswer(true, "Tuan is not operator in #tea"), await Run(RoomDeed.Take, "OPERATOR Tuan"));
        Assert.Contains(":shell!shell@server MODE #tea -o Tuan", await _tuan.Heard());
    }

    [Fact]
    public async Task What_keeps_people_out_is_taken_away()
    {
        await _tuan.Ask("MODE #tea +imk sesame", "TBAN #tea 0 Mai!*@*");
        var mai = await _ordered.Server.Connect("Mai");
        await _duy.Heard();

        Assert.Equal(new ControlAnswer(true, "#tea is open and everybody may speak there"), await Run(RoomDeed.Open, ""));
        Assert.Equal(new ControlAnswer(true, "#tea has no key"), await Run(RoomDeed.Unkey, ""));
        Assert.Equal(new ControlAnswer(true, "Mai!*@* is not banned from #tea"), await Run(RoomDeed.Unban, "Mai"));

        Assert.Equal(":Mai!mai@guest JOIN #tea", (await mai.Ask("JOIN #tea"))[0]);
        Assert.Equal(
            [":shell!shell@server MODE #tea -im", ":shell!shell@server MODE #tea -k *", ":shell!shell@server MODE #tea -b Mai!*@*"],
            (await _duy.Heard()).Where(line => line.Contains(" MODE ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Somebody_is_shown_out_and_the_topic_set()
    {
        Assert.Equal(new ControlAnswer(true, "Duy was shown out of #tea"), await Run(RoomDeed.Kick, "Duy not here"));
        Assert.Contains(":shell!shell@server KICK #tea Duy :not here", await _duy.Heard());
        Assert.Equal(new ControlAnswer(true, "#tea has this topic"), await Run(RoomDeed.Topic, "green or black"));
        Assert.Contains(":shell!shell@server TOPIC #tea :green or black", await _tuan.Heard());
    }

    [Theory]
    [InlineData(RoomDeed.Give, "#tea", "captain Duy", "give and take want one of founder, operator, halfop, voice and a nickname")]
    [InlineData(RoomDeed.Give, "#tea", "operator 1x", "'1x' is no nickname")]
    [InlineData(RoomDeed.Give, "#tea", "operator Zoe", "nobody called 'Zoe' is here")]
    [InlineData(RoomDeed.Give, "#tea", "operator Mai", "Mai is not in #tea")]
    [InlineData(RoomDeed.Give, "#tea", "founder Duy", "Duy has no account, and founders are accounts")]
    [InlineData(RoomDeed.Kick, "#tea", "Mai", "Mai is not in #tea")]
    [InlineData(RoomDeed.Kick, "#tea", "Duy one\ntwo", "words are one line")]
    [InlineData(RoomDeed.Unban, "#tea", "Zoe", "Zoe!*@* is not on the list of bans of #tea")]
    [InlineData(RoomDeed.Open, "#nowhere", "", "there is no room '#nowhere'")]
    [InlineData(RoomDeed.Open, "tea", "", "there is no room 'tea'")]
    public async Task What_is_wrong_is_named_and_nobody_hears_it(RoomDeed deed, string room, string detail, string says)
    {
        await _ordered.Server.Connect("Mai");

        Assert.Equal(new ControlAnswer(false, says), await _ordered.Run(new ControlRequest.Room(deed, room, detail)));
        Assert.Empty(await _tuan.Heard());
    }

    private Task<ControlAnswer> Run(RoomDeed deed, string detail) => _ordered.Run(new ControlRequest.Room(deed, "#tea", detail));
}
