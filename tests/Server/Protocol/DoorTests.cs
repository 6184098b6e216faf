using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>KICK, INVITE, KNOCK and the modes that close a room: modern.ircdocs.horse, invite-notify, and KNOCK as InspIRCd and Solanum speak it.</summary>
public sealed class DoorTests : IAsyncLifetime
{
    private readonly TestServer _server = TestServer.Start();
    private Client _tuan = null!;
    private Client _duy = null!;
    private Client _mai = null!;

    public async Task InitializeAsync()
    {
        _tuan = await _server.Connect("Tuan", "", "#tea");
        _duy = await _server.Connect("Duy", "", "#tea");
        _mai = await _server.Connect("Mai");
        await _tuan.Heard();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Who_is_kicked_hears_why_and_without_a_reason_who_did_it()
    {
        await _mai.Ask("JOIN #tea");
        await _duy.Heard();
        await _tuan.Heard();
        string[] heard = [":Tuan!tuan@guest KICK #tea Mai :too loud", ":Tuan!tuan@guest KICK #tea Duy :too loud"];
        Assert.Equal(heard, await _tuan.Ask("KICK #tea Mai,Duy :too loud"));
        Assert.Equal(heard, await _duy.Heard());
        Assert.Equal(heard[..1], await _mai.Heard());
        Assert.Equal([":irc.test 404 Mai #tea :You are not in that room, so you can't speak there; JOIN it first"], await _mai.Ask("PRIVMSG #tea :hello"));
        await _mai.Ask("JOIN #tea");
        Assert.Equal([":Mai!mai@guest JOIN #tea", ":Tuan!tuan@guest KICK #tea Mai :Tuan"], await _tuan.Ask("KICK #tea,#tea Mai,Mai").ContinueWith(t => t.Result.Take(2)));
    }

    [Theory]
    [InlineData("KICK #tea Duy", ":irc.test 482 Duy #tea :Only an operator of that room may do that")]
    [InlineData("KICK #nowhere Duy", ":irc.test 403 Duy #nowhere :There is no such room; JOIN opens it")]
    [InlineData("KICK tea Duy", ":irc.test 403 Duy tea :The name of a room begins with '#'. It has '#' and at most 64 bytes, without spaces, commas or colons")]
    [InlineData("INVITE Tuan #tea", ":irc.test 443 Duy Tuan #tea :They are in that room already")]
    [InlineData("INVITE nobody #tea", ":irc.test 401 Duy nobody :Nobody of that nickname is here")]
    [InlineData("INVITE Mai", ":irc.test 461 Duy INVITE :Into which room? INVITE needs a nickname and a room, or nothing")]
    [InlineData("INVITE Mai #nowhere", ":irc.test 403 Duy #nowhere :There is no such room; JOIN opens it")]
    [InlineData("INVITE", ":irc.test 337 Duy :End of the list of invitations")]
    [InlineData("KNOCK #tea", ":irc.test 714 Duy #tea :You are in that room already")]
    [InlineData("KNOCK #nowhere", ":irc.test 403 Duy #nowhere :There is no such room; JOIN opens it")]
    public async Task What_can_not_be_is_said(string line, string answer) => Assert.Equal([answer], await _duy.Ask(line));

    [Fact]
    public async Task Operators_are_told_what_of_people_is_wrong()
    {
        Assert.Equal([":irc.test 441 Tuan Mai #tea :They are not in that room"], await _tuan.Ask("KICK #tea mai"));
        Assert.Equal([":irc.test 401 Tuan 1,2 :Nobody of that nickname is here"], await _tuan.Ask("INVITE 1,2 #tea"));
        Assert.Equal([":irc.test 407 Tuan e :4 people at once are the most; from this one on nobody was shown out"], (await _tuan.Ask("KICK #tea a,b,c,d,e")).Skip(4));
    }

    [Fact]
    public async Task An_invitation_is_heard_and_opens_a_closed_room()
    {
        Assert.Equal([":Tuan!tuan@guest MODE #tea +i"], await _tuan.Ask("MODE #tea +i"));
        Assert.Equal([":irc.test 473 Mai #tea :Only who is invited comes into that room; KNOCK asks its operators"], await _mai.Ask("JOIN #tea"));
        Assert.Equal([":irc.test 711 Mai #tea :Those who tend that room were asked to let you in"], await _mai.Ask("KNOCK #tea :tea, please"));
        Assert.Equal([":irc.test 710 #tea #tea Mai!mai@guest :asks to be let in: tea, please"], await _tuan.Heard());
        Assert.Equal([":irc.test 712 Mai #tea :You knocked a moment ago; wait 60 s"], await _mai.Ask("KNOCK #tea"));
        Assert.Equal([":irc.test 341 Tuan Mai #tea"], await _tuan.Ask("INVITE mai #TEA"));
        Assert.Equal(
            [":Tuan!tuan@guest INVITE Mai #tea", ":irc.test 336 Mai #tea", ":irc.test 337 Mai :End of the list of invitations"], await _mai.Ask("INVITE"));
        Assert.Equal(":Mai!mai@guest JOIN #tea", (await _mai.Ask("JOIN #tea"))[0]);
        Assert.DoesNotContain(await _duy.Heard(), line => line.Contains("INVITE", StringComparison.Ordinal) || line.Contains(" 710 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_tends_a_room_and_wishes_it_hears_of_invitations()
    {
        var anh = await _server.Connect("Anh", "invite-notify", "#tea");
        await _tuan.Ask("INVITE Mai #tea");
        Assert.Empty(await anh.Heard());
        await _tuan.Ask("MODE #tea +h Anh", "INVITE Mai #tea", "AWAY :out");
        Assert.Equal([":Tuan!tuan@guest MODE #tea +h Anh", ":Tuan!tuan@guest INVITE Mai #tea"], await anh.Heard());
        Assert.Equal([":irc.test 341 Anh Mai #tea"], (await anh.Ask("INVITE Mai #tea")).Where(line => line.Contains(" 341 ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_room_with_a_key_wants_it_and_shows_it_only_inside()
    {
        Assert.Equal([":Tuan!tuan@guest MODE #tea +k milk"], await _tuan.Ask("MODE #tea +k milk"));
        Assert.Equal([":irc.test 475 Mai #tea :That room wants its key, and this is not it: JOIN it with the key behind its name"], await _mai.Ask("JOIN #tea"));
        Assert.Equal(":irc.test 324 Mai #tea +kn *", (await _mai.Ask("MODE #tea"))[0]);
        await _duy.Heard();
        Assert.Equal(":irc.test 324 Duy #tea +kn milk", (await _duy.Ask("MODE #tea"))[0]);
        Assert.Contains(":Mai!mai@guest JOIN #tea", await _mai.Ask("JOIN #side,#tea sugar,milk"));
        await _tuan.Heard();
        Assert.Equal([":Tuan!tuan@guest MODE #tea -k *"], await _tuan.Ask("MODE #tea -k"));
    }

    [Theory]
    [InlineData("MODE #tea +k")]
    [InlineData("MODE #tea +k a,b")]
    [InlineData("MODE #tea +k :a b")]
    [InlineData("MODE #tea +k ::x")]
    [InlineData("MODE #tea +k 012345678901234567890123456789012")]
    public async Task What_is_no_key_is_said(string line) => Assert.Equal(
        [$":irc.test 696 Tuan #tea k * :+k needs a word of 1 to 32 bytes behind it, without spaces and commas"], await _tuan.Ask(line));

    /// <summary>A room that is not there answers the same to each of these lines, but for its name.</summary>
    [Theory]
    [InlineData("NAMES {0}")]
    [InlineData("LIST {0}")]
    [InlineData("WHO {0}")]
    [InlineData("MODE {0}")]
    [InlineData("MODE {0} b")]
    [InlineData("MODE {0} +m")]
    [InlineData("TOPIC {0}")]
    [InlineData("TOPIC {0} :mine")]
    [InlineData("PRIVMSG {0} :hello")]
    [InlineData("TAGMSG {0}")]
    [InlineData("KICK {0} Duy")]
    [InlineData("INVITE Mai {0}")]
    [InlineData("KNOCK {0}")]
    [InlineData("PART {0}")]
    [InlineData("SLOWMODE {0} 5")]
    [InlineData("CHATHISTORY LATEST {0} * 5")]
    public async Task A_secret_room_is_to_strangers_as_if_it_were_not(string form)
    {
        await _tuan.Ask("MODE #tea +s", "TOPIC #tea :hidden");
        var there = await _mai.Ask(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, "#TEA"));
        var nowhere = await _mai.Ask(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, "#ABC"));
        Assert.Equal(nowhere.Select(line => line.Replace("#ABC", "#TEA", StringComparison.Ordinal)), there);
    }

    [Fact]
    public async Task A_secret_room_is_shown_to_who_is_in_it_alone()
    {
        await _tuan.Ask("MODE #tea +s");
        Assert.Equal([":irc.test 353 Duy @ #tea :@Tuan Duy", ":irc.test 366 Duy #tea :End of names"], (await _duy.Ask("NAMES #tea")).Skip(1));
        Assert.Contains(":irc.test 322 Duy #tea 2 :", await _duy.Ask("LIST"));
        Assert.Contains(":irc.test 319 Duy Tuan :@#tea", await _duy.Ask("WHOIS Tuan"));
        foreach (var line in (IEnumerable<string>)[.. await _mai.Ask("LIST", "WHOIS Tuan", "WHO Tuan", "WHO *", "NAMES")])
            Assert.DoesNotContain("#tea", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_are_not_shown_to_those_outside()
    {
        Assert.Equal([":irc.test 366 Mai #tea :End of names", ":irc.test 315 Mai #tea :End of WHO"], await _mai.Ask("NAMES #tea", "WHO #tea"));
    }

    [Fact]
    public async Task Strangers_are_heard_where_operators_wish_it()
    {
        Assert.Equal([":irc.test 404 Mai #tea :You are not in that room, so you can't speak there; JOIN it first"], await _mai.Ask("PRIVMSG #tea :hello"));
        Assert.Equal([":Tuan!tuan@guest MODE #tea -n"], await _tuan.Ask("MODE #tea -n"));
        Assert.Equal(":irc.test 324 Tuan #tea +", (await _tuan.Ask("MODE #tea"))[0]);
        Assert.Empty(await _mai.Ask("PRIVMSG #tea :hello"));
        Assert.Equal([":Mai!mai@guest PRIVMSG #tea :hello"], await _tuan.Heard());
        Assert.Equal([":Tuan!tuan@guest MODE #tea +n"], await _tuan.Ask("MODE #tea +n"));
    }

    [Fact]
    public async Task Programs_are_not_asked_where_operators_wish_it()
    {
        await _tuan.Ask("MODE #tea +C");
        await _duy.Heard();
        Assert.Equal([":irc.test 404 Duy #tea :Nobody asks people's programs anything in that room (+C)"], await _duy.Ask("PRIVMSG #tea :\u0001VERSION\u0001"));
        Assert.Empty(await _duy.Ask("PRIVMSG #tea :\u0001ACTION waves\u0001"));
        Assert.Equal([":Duy!duy@guest PRIVMSG #tea :\u0001ACTION waves\u0001"], await _tuan.Heard());
    }
}
