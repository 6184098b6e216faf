using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Server.Tests.Journals;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>CHATHISTORY, a line a second: "line 1" has sequence 4 and is said at 12:00:01.</summary>
public sealed class HistoryTests
{
    private const string Reader = "batch message-tags server-time";

    [Theory]
    [InlineData("LATEST #lobby * 3", 8, 9, 10)]
    [InlineData("LATEST #lobby * 100", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)]
    [InlineData("LATEST #lobby msgid=8 100", 9, 10)]
    [InlineData("LATEST #lobby timestamp=2026-01-01T12:00:08.000Z 100", 9, 10)]
    [InlineData("LATEST #lobby timestamp=2026-01-01T12:00:08.500Z 1", 10)]
    [InlineData("BEFORE #lobby msgid=5 2", 3, 4)]
    [InlineData("BEFORE #lobby msgid=1 2")]
    [InlineData("BEFORE #lobby timestamp=2026-01-01T12:00:05.000Z 2", 3, 4)]
    [InlineData("BEFORE #lobby timestamp=2027-01-01T12:00:05.000Z 2", 9, 10)]
    [InlineData("AFTER #lobby msgid=5 2", 6, 7)]
    [InlineData("AFTER #lobby msgid=10 2")]
    [InlineData("AFTER #lobby timestamp=2026-01-01T12:00:05.000Z 2", 6, 7)]
    [InlineData("AFTER #lobby timestamp=2025-01-01T12:00:05.000Z 2", 1, 2)]
    [InlineData("AROUND #lobby msgid=5 3", 4, 5, 6)]
    [InlineData("AROUND #lobby msgid=5 4", 3, 4, 5, 6)]
    [InlineData("AROUND #lobby msgid=1 4", 1, 2)]
    [InlineData("AROUND #lobby timestamp=2026-01-01T12:00:05.000Z 3", 4, 5, 6)]
    [InlineData("BETWEEN #lobby msgid=3 msgid=7 100", 4, 5, 6)]
    [InlineData("BETWEEN #lobby msgid=3 msgid=7 2", 4, 5)]
    [InlineData("BETWEEN #lobby msgid=7 msgid=3 2", 5, 6)]
    [InlineData("BETWEEN #lobby timestamp=2026-01-01T12:00:03.000Z msgid=7 100", 4, 5, 6)]
    [InlineData("between #LOBBY timestamp=2026-01-01T12:00:03.500Z timestamp=2026-01-01T12:00:03.600Z 100")]
    public async Task A_page_has_the_messages_that_were_asked_for(string request, params int[] lines)
    {
        await using var server = await Given();
        var reader = await server.Connect("Reader", Reader, "#lobby");
        // In the table a message has the number of its line.
        for (var line = 10; line > 0; line--)
            request = request.Replace($"msgid={line} ", $"msgid={server.Epoch}-{line + 3} ", StringComparison.Ordinal);

        var heard = await reader.Ask($"CHATHISTORY {request}");

        Assert.Equal(
            [
                $":irc.test BATCH +history chathistory #lobby",
                .. lines.Select(line =>
                    $"@batch=history;time=2026-01-01T12:00:{line:00}.000Z;msgid={server.Epoch}-{line + 3} :Tuan!tuan@guest PRIVMSG #lobby :line {line}"),
                ":irc.test BATCH -history",
            ],
            heard.Select(line => line.Replace("@draft/chathistory-end ", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("LATEST #lobby * 0", "INVALID_PARAMS LATEST")]
    [InlineData("LATEST #lobby * -1", "INVALID_PARAMS LATEST")]
    [InlineData("LATEST #lobby * many", "INVALID_PARAMS LATEST")]
    [InlineData("LATEST #lobby msgid=other-5 10", "INVALID_PARAMS LATEST")]
    [InlineData("LATEST #lobby timestamp=noon 10", "INVALID_PARAMS LATEST")]
    [InlineData("BEFORE #lobby * 10", "INVALID_PARAMS BEFORE")]
    [InlineData("BETWEEN #lobby timestamp=2026-01-01T12:00:00.000Z nothing 10", "INVALID_PARAMS BETWEEN")]
    [InlineData("LATEST #lobby *", "INVALID_PARAMS LATEST")]
    [InlineData("BETWEEN #lobby msgid=x 10", "INVALID_PARAMS BETWEEN")]
    [InlineData("LATEST #lobby * 10 11", "INVALID_PARAMS LATEST")]
    [InlineData("BETWEEN #lobby timestamp=2026-01-01T12:00:00.000Z timestamp=2026-01-01T12:00:00.000Z 10 11", "INVALID_PARAMS BETWEEN")]
    [InlineData("SOMETIME #lobby * 10", "INVALID_PARAMS SOMETIME")]
    [InlineData("LATEST #nowhere * 10", "INVALID_TARGET LATEST #nowhere")]
    [InlineData("LATEST #other * 10", "INVALID_TARGET LATEST #other")]
    [InlineData("LATEST nobody * 10", "INVALID_TARGET LATEST nobody")]
    public async Task What_can_not_be_answered_fails_with_a_word_for_it(string request, string word)
    {
        await using var server = await Given();
        await server.Connect("Duy", "", "#other");
        var reader = await server.Connect("Reader", Reader, "#lobby");

        Assert.StartsWith($":irc.test FAIL CHATHISTORY {word} :", Assert.Single(await reader.Ask($"CHATHISTORY {request}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_has_a_bound_and_waits_for_its_reader()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "", "#lobby");
        await tuan.Ask(Enumerable.Range(1, Limits.HistoryPage + 5).Select(line => $"PRIVMSG #lobby :line {line} {new string('x', 200)}"));

        var heard = await tuan.Ask("CHATHISTORY LATEST #lobby * 999999");

        Assert.Equal(Limits.HistoryPage, heard.Count);
        Assert.Contains(":line 6 ", heard[0], StringComparison.Ordinal);
        Assert.Contains($":line {Limits.HistoryPage + 5} ", heard[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_takes_the_history_away_at_its_place_in_the_order()
    {
        await using var server = await Given();
        var reader = await server.Connect("Reader", "", "#lobby");

        var heard = await reader.Ask("CHATHISTORY LATEST #lobby * 1", "PART #lobby", "CHATHISTORY LATEST #lobby * 1", "JOIN #lobby", "CHATHISTORY LATEST #lobby * 1");

        Assert.Equal(
            ["PRIVMSG", "PART", "FAIL", "JOIN", "353", "366", "PRIVMSG"],
            heard.Select(line => line.Split(' ')[line.StartsWith('@') ? 2 : 1]));
    }

    [Fact]
    public async Task What_two_said_to_each_other_is_for_those_two()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");
        var duy = await server.Connect("Duy");
        var mai = await server.Connect("Mai");
        await tuan.Ask("PRIVMSG Duy :one", "PRIVMSG Mai :two");
        await duy.Ask("PRIVMSG Tuan :three");
        await tuan.Heard();
        await mai.Heard();

        string[] between = [":Tuan!tuan@guest PRIVMSG Duy :one", ":Duy!duy@guest PRIVMSG Tuan :three"];
        Assert.Equal(between, await tuan.Ask("CHATHISTORY LATEST duy * 10"));
        Assert.Equal(between, await duy.Ask("CHATHISTORY LATEST Tuan * 10"));
        Assert.Equal([":Tuan!tuan@guest PRIVMSG Mai :two"], await mai.Ask("CHATHISTORY LATEST Tuan * 10"));
        Assert.Empty(await mai.Ask("CHATHISTORY LATEST Duy * 10"));
    }

    [Fact]
    public async Task A_batch_names_a_room_by_its_right_name_and_somebody_as_it_was_asked()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "batch", "#Lobby");
        await server.Connect("Duy");

        Assert.Equal(
            [":irc.test BATCH +history chathistory #Lobby", ":irc.test BATCH -history", ":irc.test BATCH +history chathistory DUY", ":irc.test BATCH -history"],
            await tuan.Ask("CHATHISTORY LATEST #LOBBY * 1", "CHATHISTORY LATEST DUY * 1"));
    }

    [Fact]
    public async Task A_nickname_inherits_no_conversation()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");
        var duy = await server.Connect("Duy");
        await tuan.Ask("PRIVMSG Duy :secret");
        await duy.Vanish();

        var other = await server.Connect("Duy");

        Assert.Empty(await other.Ask("CHATHISTORY LATEST Tuan * 10"));
    }

    [Fact]
    public async Task The_history_of_a_room_outlives_the_server()
    {
        using var store = TestStore.New();
        string epoch;
        await using (var before = TestServer.Start(store))
        {
            var tuan = await before.Connect("Tuan", "", "#lobby");
            await tuan.Ask("PRIVMSG #lobby :said before");
            epoch = before.Epoch;
        }

        await using var after = TestServer.Start(store);
        var duy = await after.Connect("Duy", "message-tags", "#lobby");

        Assert.Equal([$"@msgid={epoch}-4 :Tuan!tuan@guest PRIVMSG #lobby :said before"], await duy.Ask("CHATHISTORY LATEST #lobby * 10"));
    }

    private static async Task<TestServer> Given()
    {
        var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "", "#lobby");
        for (var line = 1; line <= 10; line++)
        {
            server.Clock.Move(TimeSpan.FromSeconds(1));
            await tuan.Ask($"PRIVMSG #lobby :line {line}");
        }
        return server;
    }
}
