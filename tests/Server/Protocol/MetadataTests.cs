using ChatRoom.Domain.Events;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>METADATA (ircv3.net/specs/extensions/metadata, and what its third version changes).</summary>
public sealed class MetadataTests : IAsyncLifetime
{
    private const string Third = "draft/metadata-3 batch message-tags";
    private readonly TestServer _server = TestServer.Start();
    private Client _mai = null!;
    private Client _tuan = null!;

    /// <summary>Mai is operator of #tea, Tuan is in it.</summary>
    public async Task InitializeAsync()
    {
        _mai = await _server.Connect("Mai", Third, "#tea");
        _tuan = await _server.Connect("Tuan", Third, "#tea");
        await _mai.Heard();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    /// <summary>"If the request is successful, the server responds with one RPL_KEYVALUE event, representing the new value if any, or RPL_KEYNOTSET if not."</summary>
    [Fact]
    public async Task What_is_set_is_answered_and_can_be_asked_for()
    {
        Assert.Equal([":irc.test 761 Mai Mai url * :tea.example"], await _mai.Ask("METADATA * SET url :tea.example"));
        Assert.Equal([":irc.test 761 Mai Mai url * :"], await _mai.Ask("METADATA mai SET url :"));
        Assert.Equal(
            [":irc.test BATCH +metadata metadata Mai", "@batch=metadata :irc.test 761 Tuan Mai url * :", "@batch=metadata :irc.test 766 Tuan Mai color :Nothing is said under that key",
                "@batch=metadata :irc.test FAIL METADATA KEY_INVALID $x :A key has 1 to 40 of a-z, 0-9 and _./-", ":irc.test BATCH -metadata"],
            await _tuan.Ask("METADATA Mai GET url color $x"));
        Assert.Equal([":irc.test 766 Mai Mai url :Nothing is said under that key"], await _mai.Ask("METADATA * SET url"));
        Assert.Equal([":irc.test BATCH +metadata metadata Mai", ":irc.test BATCH -metadata"], await _tuan.Ask("METADATA Mai LIST"));
    }

    /// <summary>Both names are offered. In the second version others hear METADATA, in the third the numerics; who did it hears neither.</summary>
    [Fact]
    public async Task Subscribers_hear_in_the_words_of_their_version()
    {
        var duy = await _server.Connect("Duy", "draft/metadata-2 batch", "#tea");
        var anh = await _server.Connect("Anh", Third, "#tea");
        await _tuan.Heard();
        await _mai.Heard();
        Assert.Equal([":irc.test 770 Tuan url color", ":irc.test 774 Tuan #tea"], await _tuan.Ask("METADATA * SUB url color"));
        await duy.Ask("METADATA * SUB url");
        Assert.Equal([":irc.test 761 Mai Mai url * :tea"], await _mai.Ask("METADATA * SET url :tea"));
        await _mai.Ask("METADATA * SET status :here", "METADATA #tea SET url :pot", "METADATA * SET url");
        await _tuan.Hears(
            ":irc.test 761 Tuan Mai url * :tea", ":irc.test 761 Tuan #tea url * :pot", ":irc.test 766 Tuan Mai url :Nothing is said under that key");
        await duy.Hears(":irc.test METADATA Mai url * :tea", ":irc.test METADATA #tea url * :pot", ":irc.test METADATA Mai url *");
        await anh.Heard();
        await anh.Ask("METADATA * UNSUB url");
        await anh.Hears();
    }

    /// <summary>"This applies only to subscribers who either share a channel with the updated user or are monitoring them."</summary>
    [Fact]
    public async Task Strangers_hear_nothing_and_who_watches_does()
    {
        var (duy, anh) = (await _server.Connect("Duy", Third), await _server.Connect("Anh", Third));
        await duy.Ask("METADATA * SUB url", "MONITOR + Mai");
        await anh.Ask("METADATA * SUB url");
        await _mai.Ask("METADATA * SET url :tea", "METADATA #tea SET url :pot");
        await duy.Hears(":irc.test 761 Duy Mai url * :tea");
        await anh.Hears();
    }

    /// <summary>"Clients SHOULD receive the current values of keys they are subscribed to when they MONITOR a user, or when one of their monitored users comes online."</summary>
    [Fact]
    public async Task Who_watches_learns_it_at_once_and_when_somebody_comes()
    {
        await _mai.Ask("METADATA * SET url :tea", "METADATA * SET color :red");
        var duy = await _server.Connect("Duy", Third);
        await duy.Ask("METADATA * SUB url");
        Assert.Equal([":irc.test 730 Duy :Mai!mai@guest", ":irc.test 761 Duy Mai url * :tea", ":irc.test 731 Duy :Anh"], (await duy.Ask("MONITOR + Mai,Anh")).OrderBy(line => line.Contains(" 731 ", StringComparison.Ordinal)));
        Assert.DoesNotContain(await duy.Ask("MONITOR S"), line => line.Contains(" 761 ", StringComparison.Ordinal));
        var anh = _server.Dial();
        await anh.Ask($"CAP REQ :{Third}", "METADATA * SET url :coffee", "NICK Anh", "USER anh 0 * :Anh", "CAP END");
        Assert.Contains(":irc.test 761 Duy Anh url * :coffee", await duy.Heard());
        await _mai.Ask("NICK Hoa");
        await duy.Heard();
        await _mai.Ask("NICK Mai");
        Assert.Equal([":irc.test 730 Duy :Mai!mai@guest", ":irc.test 761 Duy Mai url * :tea"], await duy.Heard());
    }

    /// <summary>"On joining a channel, users will get the channel's current metadata sent to them, and get the same information for all users who are in the channel."</summary>
    [Fact]
    public async Task Who_comes_in_and_who_is_there_learn_what_they_subscribed_to()
    {
        var duy = await _server.Connect("Duy", Third);
        await _mai.Ask("METADATA * SET url :tea", "METADATA * SET color :red", "METADATA #tea SET url :pot");
        await _tuan.Ask("METADATA * SUB color");
        await duy.Ask("METADATA * SUB url", "METADATA * SET color :blue");
        Assert.Equal(
            [":irc.test BATCH +metadata metadata #tea", "@batch=metadata :irc.test 761 Duy #tea url * :pot", "@batch=metadata :irc.test 761 Duy Mai url * :tea", ":irc.test BATCH -metadata"],
            (await duy.Ask("JOIN #tea")).SkipWhile(line => !line.Contains("BATCH", StringComparison.Ordinal)));
        Assert.Contains(":irc.test 761 Tuan Duy color * :blue", await _tuan.Heard());
        Assert.Equal(
            [":irc.test BATCH +metadata metadata #tea", "@batch=metadata :irc.test 761 Tuan Mai color * :red", "@batch=metadata :irc.test 761 Tuan Duy color * :blue", ":irc.test BATCH -metadata"],
            await _tuan.Ask("METADATA #tea SYNC"));
        Assert.Equal([":irc.test BATCH +metadata metadata Mai", "@batch=metadata :irc.test 761 Duy Mai url * :tea", ":irc.test BATCH -metadata"], await duy.Ask("METADATA Mai SYNC"));
    }

    /// <summary>"One RPL_KEYVALUE event per cleared key", which the suite and others take for RPL_KEYNOTSET.</summary>
    [Fact]
    public async Task All_is_cleared_at_once()
    {
        await _mai.Ask("METADATA #tea SET url :tea", "METADATA #tea SET color :red");
        Assert.Equal(
            [":irc.test BATCH +metadata metadata #tea", "@batch=metadata :irc.test 766 Mai #tea url :Nothing is said under that key",
                "@batch=metadata :irc.test 766 Mai #tea color :Nothing is said under that key", ":irc.test BATCH -metadata"],
            await _mai.Ask("METADATA #tea CLEAR"));
        Assert.Equal([":irc.test BATCH +metadata metadata #tea", ":irc.test BATCH -metadata"], await _mai.Ask("METADATA #tea CLEAR"));
    }

    /// <summary>"They receive their current metadata (plus any metadata set by the client via before-connect) before RPL_ENDOFMOTD or ERR_NOMOTD".</summary>
    [Fact]
    public async Task Before_one_is_let_in_one_says_it_of_oneself()
    {
        var duy = _server.Dial();
        Assert.Equal([":irc.test CAP * ACK :draft/metadata-3 batch", ":irc.test 761 * * url * :tea"], await duy.Ask("CAP REQ :draft/metadata-3 batch", "METADATA * SET url :tea"));
        Assert.Equal([":irc.test BATCH +metadata metadata *", "@batch=metadata :irc.test 761 * * url * :tea", "@batch=metadata :irc.test 766 * * color :Nothing is said under that key", ":irc.test BATCH -metadata"], await duy.Ask("METADATA * GET url color"));
        Assert.Equal([":irc.test FAIL METADATA INVALID_TARGET Mai :Until you are connected you can only name yourself, as *"], await duy.Ask("METADATA Mai GET url"));
        Assert.Equal([":irc.test 770 * url"], await duy.Ask("METADATA * SUB url"));
        var welcome = await duy.Ask("NICK Duy", "USER duy 0 * :Duy", "CAP END");
        Assert.Equal([":irc.test BATCH +metadata metadata Duy", "@batch=metadata :irc.test 761 Duy Duy url * :tea", ":irc.test BATCH -metadata"], welcome.SkipWhile(line => !line.Contains("BATCH", StringComparison.Ordinal)).Take(3));
        Assert.Contains(":irc.test 761 Mai Duy url * :tea", await _mai.Ask("METADATA Duy LIST").ContinueWith(lines => lines.Result.Select(Untagged), TaskScheduler.Default));
    }

    [Fact]
    public async Task Whois_shows_it_to_who_knows_what_it_is()
    {
        await _mai.Ask("METADATA * SET pronouns :she/her");
        Assert.Contains(":irc.test 760 Tuan Mai pronouns * :she/her", await _tuan.Ask("WHOIS Mai"));
        var duy = await _server.Connect("Duy");
        Assert.DoesNotContain(await duy.Ask("WHOIS Mai"), line => line.Contains(" 760 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keys_are_subscribed_to_in_order_and_no_more_than_so_many()
    {
        for (var i = 0; i < 48; i += 12)
            await _mai.Ask($"METADATA * SUB {string.Join(' ', Enumerable.Range(i, 12).Select(n => $"k{n}"))}");
        Assert.Equal(
            [":irc.test FAIL METADATA KEY_INVALID $x :A key has 1 to 40 of a-z, 0-9 and _./-", ":irc.test FAIL METADATA TOO_MANY_SUBS c :50 keys are the most", ":irc.test 770 Mai a b", ":irc.test 774 Mai #tea"],
            await _mai.Ask("METADATA * SUB a $x b c k1"));
        var listed = await _mai.Ask("METADATA * SUBS");
        Assert.Equal((":irc.test BATCH +metadata metadata-subs", ":irc.test BATCH -metadata"), (listed[0], listed[^1]));
        Assert.Equal(50, listed.Skip(1).SkipLast(1).SelectMany(line => line.Split(' ').Skip(4)).Distinct().Count());
        Assert.Equal([":irc.test 771 Mai k1 never"], await _mai.Ask("METADATA * UNSUB k1 never"));
    }

    [Theory]
    [InlineData("METADATA Tuan SET url :x", "FAIL METADATA KEY_NO_PERMISSION Tuan url :Everybody says what is said of them, and operators of a room what is said of it")]
    [InlineData("METADATA Tuan CLEAR", "FAIL METADATA KEY_NO_PERMISSION Tuan * :Everybody says what is said of them, and operators of a room what is said of it")]
    [InlineData("METADATA nobody SET url :x", "FAIL METADATA INVALID_TARGET nobody :There is no such room that you may know, and nobody of that nickname is here")]
    [InlineData("METADATA #none SET url :x", "FAIL METADATA INVALID_TARGET #none :There is no such room that you may know, and nobody of that nickname is here")]
    [InlineData("METADATA #none LIST", "FAIL METADATA INVALID_TARGET #none :There is no such room that you may know, and nobody of that nickname is here")]
    [InlineData("METADATA nobody SYNC", "FAIL METADATA INVALID_TARGET nobody :There is no such room that you may know, and nobody of that nickname is here")]
    [InlineData("METADATA * SET url", "FAIL METADATA KEY_NOT_SET * url :Nothing is said under that key")]
    [InlineData("METADATA * SET URL :x", "FAIL METADATA KEY_INVALID URL :A key has 1 to 40 of a-z, 0-9 and _./-")]
    [InlineData("METADATA * FROB", "FAIL METADATA SUBCOMMAND_INVALID FROB :METADATA knows GET, LIST, SYNC, SET, CLEAR, SUB, UNSUB and SUBS")]
    [InlineData("METADATA * SET", "461 Mai METADATA :METADATA SET needs a key")]
    [InlineData("METADATA *", "461 Mai METADATA :This command needs 2 parameters or more, and got 1")]
    public async Task What_can_not_be_is_said(string line, string answer) => Assert.Equal([$":irc.test {answer}"], await _mai.Ask(line));

    [Fact]
    public async Task A_value_has_its_bound_and_so_has_a_card()
    {
        Assert.Equal([":irc.test FAIL METADATA INVALID_VALUE url :A value has 300 bytes at most"], await _mai.Ask($"METADATA * SET url :{new string('x', 301)}"));
        var duy = await _server.Connect("Duy", "draft/metadata-2");
        Assert.Equal([":irc.test FAIL METADATA VALUE_INVALID :A value has 300 bytes at most"], await duy.Ask($"METADATA * SET url :{new string('x', 301)}"));
        var room = $"#{new string('r', 63)}";
        var anh = await _server.Connect(new string('n', 30), Third, room);
        var line = Assert.Single(await anh.Ask($"METADATA {room} SET {new string('k', 40)} :{new string('x', 300)}"));
        Assert.EndsWith(new string('x', 300), line, StringComparison.Ordinal);
        for (var i = 0; i < RuleLimits.MetadataKeys; i++)
            await _mai.Ask($"METADATA * SET k{i} :x");
        Assert.Equal([":irc.test FAIL METADATA LIMIT_REACHED * :20 keys are the most"], await _mai.Ask("METADATA * SET more :x"));
    }

    /// <summary>"RetryAfter MUST be a positive integer indicating the minimum number of seconds the client should wait".</summary>
    [Fact]
    public async Task Who_changes_too_often_waits()
    {
        await using var server = TestServer.Start(hasFloodControl: true);
        var mai = await server.Connect("Mai");
        Assert.Equal(
            Enumerable.Range(0, Limits.MetadataBurst).Select(i => $":irc.test 761 Mai Mai url * :{i}"),
            await mai.Ask(Enumerable.Range(0, Limits.MetadataBurst).Select(i => $"METADATA * SET url :{i}")));
        Assert.Equal([":irc.test FAIL METADATA RATE_LIMITED * url 5 :That was changed too often; try again in 5 s"], await mai.Ask("METADATA * SET url :x"));
        server.Clock.Move(TimeSpan.FromSeconds(5));
        Assert.Equal([":irc.test 761 Mai Mai url * :x"], await mai.Ask("METADATA * SET url :x"));
    }

    /// <summary>The lines of a large room would be thousands: "the server MUST respond with a RPL_METADATASYNCLATER numeric instead".</summary>
    [Fact]
    public async Task In_a_large_room_one_asks_later()
    {
        for (var i = 0; i < Limits.MetadataAtOnce; i++)
            await _server.Connect($"n{i}", "", "#large");
        await _tuan.Ask("METADATA * SUB url");
        Assert.Equal(":irc.test 774 Tuan #large", (await _tuan.Ask("JOIN #large"))[^1]);
    }

    private static string Untagged(string line) => line[0] == '@' ? line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..] : line;
}
