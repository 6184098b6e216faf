using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>Messages of several lines (draft/multiline, client-batch): one message or none, in the lines in which it came.</summary>
public sealed class MultilineTests
{
    private const string Caps = "message-tags batch echo-message labeled-response draft/multiline draft/chathistory";

    private static readonly string[] Song =
    [
        "@label=x;+note=a BATCH +1 draft/multiline #a", "@batch=1 PRIVMSG #a :one", "@batch=1 PRIVMSG #A :", "@batch=1 PRIVMSG #a :two and ",
        "@batch=1;draft/multiline-concat PRIVMSG #a :a half", "BATCH -1",
    ];

    [Fact]
    public async Task It_is_heard_as_a_batch_by_who_knows_such_and_as_lines_by_others()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", Caps, "#a");
        var duy = await server.Connect("Duy", "message-tags batch draft/multiline", "#a");
        var mai = await server.Connect("Mai", "message-tags draft/multiline", "#a");
        var anh = await server.Connect("Anh", "", "#a");
        await TalkTests.Settle(tuan, duy, mai);

        var id = $"{server.Epoch}-10";
        string[] batch =
        [
            $"@msgid={id};+note=a :Tuan!tuan@guest BATCH +m10 draft/multiline #a", "@batch=m10 :Tuan!tuan@guest PRIVMSG #a :one", "@batch=m10 :Tuan!tuan@guest PRIVMSG #a :",
            "@batch=m10 :Tuan!tuan@guest PRIVMSG #a :two and ", "@batch=m10;draft/multiline-concat :Tuan!tuan@guest PRIVMSG #a :a half", ":irc.test BATCH -m10",
        ];
        Assert.Equal([$"@label=x;{batch[0][1..]}", .. batch[1..]], await tuan.Ask(Song));
        await duy.Hears(batch);
        await mai.Hears($"@msgid={id};+note=a :Tuan!tuan@guest PRIVMSG #a :one", "@+note=a :Tuan!tuan@guest PRIVMSG #a :two and ", "@+note=a :Tuan!tuan@guest PRIVMSG #a :a half");
        await anh.Hears(":Tuan!tuan@guest PRIVMSG #a :one", ":Tuan!tuan@guest PRIVMSG #a :two and ", ":Tuan!tuan@guest PRIVMSG #a :a half");
    }

    [Fact]
    public async Task History_gives_it_back_as_a_batch_and_as_one_message()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", Caps, "#a");
        await tuan.Ask(Song);
        await tuan.Ask("PRIVMSG #a :last");

        Assert.Equal(
            [
                "@draft/chathistory-end :irc.test BATCH +history chathistory #a",
                $"@batch=history;msgid={server.Epoch}-4;+note=a :Tuan!tuan@guest BATCH +m4 draft/multiline #a", "@batch=m4 :Tuan!tuan@guest PRIVMSG #a :one",
                "@batch=m4 :Tuan!tuan@guest PRIVMSG #a :", "@batch=m4 :Tuan!tuan@guest PRIVMSG #a :two and ",
                "@batch=m4;draft/multiline-concat :Tuan!tuan@guest PRIVMSG #a :a half", "@batch=history :irc.test BATCH -m4",
                $"@batch=history;msgid={server.Epoch}-5 :Tuan!tuan@guest PRIVMSG #a :last", ":irc.test BATCH -history",
            ],
            await tuan.Ask("CHATHISTORY LATEST #a * 2"));
        var mai = await server.Connect("Mai", "", "#a");
        Assert.Equal(["one", "two and ", "a half", "last"], (await mai.Ask("CHATHISTORY LATEST #a * 2")).Select(line => line.Split("#a :")[1]));
    }

    [Theory]
    [InlineData("MULTILINE_INVALID", "@batch=1 PRIVMSG #a :", "BATCH -1")]
    [InlineData("MULTILINE_INVALID", "BATCH -1")]
    [InlineData("MULTILINE_INVALID", "@batch=1 PRIVMSG #a :hi", "@batch=1;draft/multiline-concat PRIVMSG #a :", "BATCH -1")]
    [InlineData("MULTILINE_INVALID", "@batch=1;draft/multiline-concat PRIVMSG #a :hi", "BATCH -1")]
    [InlineData("MULTILINE_INVALID", "@batch=1 PRIVMSG #a :hi", "@batch=1 NOTICE #a :hi", "BATCH -1")]
    [InlineData("MULTILINE_INVALID", "@batch=2 PRIVMSG #a :hi", "BATCH -1")]
    [InlineData("MULTILINE_INVALID", "PRIVMSG #a :hi", "BATCH -1")]
    [InlineData("MULTILINE_INVALID", "BATCH +2 draft/multiline #a", "@batch=1 PRIVMSG #a :hi", "BATCH -1")]
    [InlineData("MULTILINE_INVALID_TARGET #a #b", "@batch=1 PRIVMSG #b :hi", "@batch=1 PRIVMSG #a :hi", "BATCH -1")]
    public async Task Nothing_of_what_is_wrong_is_said_and_it_is_answered_once(string code, params string[] lines)
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", Caps, "#a");

        var heard = await tuan.Ask(["@label=x BATCH +1 draft/multiline #a", .. lines]);

        Assert.StartsWith($"@label=x :irc.test FAIL BATCH {code} :", Assert.Single(heard), StringComparison.Ordinal);
        Assert.Single(await tuan.Ask("PRIVMSG #a :and life goes on"));
    }

    [Theory]
    [InlineData("BATCH +1 draft/multiline", "MULTILINE_INVALID")]
    [InlineData("BATCH +1 draft/multiline #a,#b", "MULTILINE_INVALID")]
    [InlineData("BATCH +1 draft/multiline NickServ", "MULTILINE_INVALID")]
    [InlineData("BATCH +1 netsplit a b", "UNKNOWN_TYPE 1 netsplit")]
    [InlineData("BATCH +not! draft/multiline #a", "INVALID_REFTAG not!")]
    [InlineData("BATCH -1", "MULTILINE_INVALID")]
    [InlineData("BATCH 1", "MULTILINE_INVALID")]
    [InlineData("@batch=9 PRIVMSG #a :hi", "MULTILINE_INVALID")]
    public async Task What_is_no_batch_is_refused(string line, string code)
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", Caps, "#a");

        var heard = await tuan.Ask(line, "@batch=1 PRIVMSG #a :hi");

        Assert.StartsWith($":irc.test FAIL BATCH {code} :", heard[0], StringComparison.Ordinal);
        Assert.All(heard, one => Assert.Contains(" FAIL BATCH ", one, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Too_many_lines_or_bytes_are_refused_whole()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", Caps, "#a");
        IEnumerable<string> Lines(int count, string text) =>
            ["BATCH +1 draft/multiline #a", .. Enumerable.Repeat($"@batch=1 PRIVMSG #a :{text}", count), "BATCH -1"];

        Assert.Equal($":irc.test FAIL BATCH MULTILINE_MAX_LINES {Limits.BatchLines} :{Limits.BatchLines} lines are the most", Assert.Single(await tuan.Ask(Lines(Limits.BatchLines + 1, "x"))));
        Assert.Equal(Limits.BatchLines + 2, (await tuan.Ask(Lines(Limits.BatchLines, "x"))).Count);
        Assert.Equal($":irc.test FAIL BATCH MULTILINE_MAX_BYTES {Limits.BatchBytes} :{Limits.BatchBytes} bytes are the most", Assert.Single(await tuan.Ask(Lines(11, new string('x', 400)))));
    }

    [Fact]
    public async Task A_line_too_long_with_the_senders_name_refuses_the_whole()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", Caps, "#a");

        var heard = await tuan.Ask("BATCH +1 draft/multiline #a", "@batch=1 PRIVMSG #a :short", $"@batch=1 PRIVMSG #a :{new string('x', 490)}", "BATCH -1");

        Assert.Contains(" 417 Tuan ", Assert.Single(heard), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_line_is_a_message_like_any_other_and_without_the_capability_there_are_no_batches()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", Caps, "#a");
        var duy = await server.Connect("Duy", "batch message-tags draft/multiline", "#a");
        var mai = await server.Connect("Mai", "batch message-tags", "#a");
        await TalkTests.Settle(tuan, duy);

        Assert.Single(await tuan.Ask("BATCH +1 draft/multiline #a", "@batch=1 NOTICE #a :one", "BATCH -1"));
        Assert.EndsWith(":Tuan!tuan@guest NOTICE #a :one", Assert.Single(await duy.Heard()), StringComparison.Ordinal);
        Assert.Contains(" 421 Mai BATCH ", (await mai.Ask("BATCH +1 draft/multiline #a"))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Said_again_under_its_id_it_is_the_same_message()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", $"{Caps} chatroom/once", "#a");
        string[] song = [$"@+chatroom/once={new string('a', 32)} BATCH +1 draft/multiline #a", "@batch=1 PRIVMSG #a :one", "@batch=1 PRIVMSG #a :two", "BATCH -1"];

        var first = await tuan.Ask(song);

        Assert.Equal(4, first.Count);
        Assert.Equal(first, await tuan.Ask(song));
    }
}
