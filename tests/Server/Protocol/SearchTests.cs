using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>SEARCH, as the extension soju.im/search says it.</summary>
public sealed class SearchTests
{
    private const string Reader = "batch message-tags soju.im/search";

    [Fact]
    public async Task What_one_may_read_is_found_and_told_in_its_order_in_a_batch()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", Reader, "#a", "#b");
        var duy = await server.Connect("Duy", "", "#b", "#c");
        await tuan.Ask("PRIVMSG #a :green tea", "PRIVMSG #b :black tea", "PRIVMSG Duy :tea for two", "PRIVMSG #a :coffee");
        await duy.Ask("PRIVMSG #c :secret tea", "NOTICE #b :no tea");

        await tuan.Heard();

        var found = await tuan.Ask("SEARCH text=TEA");

        Assert.Equal(":irc.test BATCH +history soju.im/search", found[0]);
        Assert.Equal(["PRIVMSG #a :green tea", "PRIVMSG #b :black tea", "PRIVMSG Duy :tea for two", "NOTICE #b :no tea"], Said(found));
        Assert.All(found.Skip(1).SkipLast(1), line => Assert.StartsWith("@batch=history;msgid=", line, StringComparison.Ordinal));
        Assert.Equal(":irc.test BATCH -history", found[^1]);
    }

    [Theory]
    [InlineData(@"in=#a;text=tea", "one tea", "two tea")]
    [InlineData(@"text=tea;limit=1", "two tea")]
    [InlineData(@"from=duy", "two tea")]
    [InlineData(@"text=two\stea", "two tea")]
    [InlineData(@"text=""one\stea""", "one tea")]
    [InlineData(@"text=tea;before=2026-01-01T12:00:00.000Z", "one tea")]
    [InlineData(@"text=tea;after=2026-01-01T12:00:01.000Z", "two tea")]
    [InlineData(@"text=tea;after=2030-01-01T12:00:01.000Z")]
    [InlineData(@"in=#a", "one tea", "two tea")]
    [InlineData(@"in=#a;before=2026-01-01T12:00:00.000Z", "one tea")]
    public async Task Selectors_narrow_it(string selectors, params string[] expected)
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", Reader, "#a");
        var duy = await server.Connect("Duy", "", "#a");
        await tuan.Ask("PRIVMSG #a :one tea");
        server.Clock.Move(TimeSpan.FromMinutes(1));
        await duy.Ask("PRIVMSG #a :two tea");
        await tuan.Heard();

        Assert.Equal(expected.Select(text => $"PRIVMSG #a :{text}"), Said(await tuan.Ask($"SEARCH {selectors}")));
    }

    [Theory]
    [InlineData("limit=3", "INVALID_PARAMS *", "Say what to look for")]
    [InlineData("text=!!", "INVALID_PARAMS text", "text= is 1 to 16 words")]
    [InlineData("text=", "INVALID_PARAMS text", "text= is 1 to 16 words")]
    [InlineData("from=#a", "INVALID_PARAMS from", "from= is a nickname")]
    [InlineData("text=tea;limit=0", "INVALID_PARAMS limit", "limit= is a number")]
    [InlineData("text=tea;before=noon", "INVALID_PARAMS before", "before= is a time")]
    [InlineData("word=tea", "INVALID_PARAMS word", "SEARCH knows in=")]
    [InlineData("text=tea;in=#c", "INVALID_PARAMS #c", "You are not in such a room")]
    [InlineData("text=tea;in=nobody", "INVALID_PARAMS nobody", "You are not in such a room")]
    public async Task What_is_wrong_is_named(string selectors, string code, string words)
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", Reader, "#a");
        await server.Connect("Duy", "", "#c");

        Assert.StartsWith($":irc.test FAIL SEARCH {code} :{words}", Assert.Single(await tuan.Ask($"SEARCH {selectors}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_capability_there_is_no_such_command()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "batch message-tags");

        Assert.Equal([":irc.test 421 Tuan SEARCH :SEARCH needs the capability soju.im/search"], await tuan.Ask("SEARCH text=tea"));
    }

    [Fact]
    public async Task A_room_has_the_name_that_it_has_now()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", $"{Reader} draft/channel-rename", "#a");
        await tuan.Ask("PRIVMSG #a :tea", "RENAME #a #b");

        Assert.Equal(["PRIVMSG #b :tea"], Said(await tuan.Ask("SEARCH text=tea")));
    }

    [Fact]
    public async Task Who_has_left_a_room_searches_it_no_more()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", Reader, "#a");
        await server.Connect("Duy", "", "#a");
        await tuan.Ask("PRIVMSG #a :tea", "PART #a");

        Assert.Empty(Said(await tuan.Ask("SEARCH text=tea")));
    }

    private static string[] Said(IEnumerable<string> lines) =>
        [.. lines.Where(line => line.StartsWith('@')).Select(line => string.Join(' ', line.Split(' ')[2..]))];
}
