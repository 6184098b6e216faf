using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Server.Tests.Journals;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>What was said before somebody came, for clients that can't ask for it: at JOIN, when one comes back, and for *playback (wiki.znc.in/Playback).</summary>
public sealed class MissedTests
{
    private const string Times = "server-time";

    /// <summary>"one" to "five" at 12:00:01 to 12:00:05.</summary>
    private static async Task<(TestServer Server, Client Tuan)> Given()
    {
        var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "", "#tea");
        foreach (var word in (string[])["one", "two", "three", "four", "five"])
        {
            server.Clock.Move(TimeSpan.FromSeconds(1));
            await tuan.Ask($"PRIVMSG #tea :{word}");
        }
        return (server, tuan);
    }

    private static async Task<Client> LogIn(TestServer server, string account, string capabilities)
    {
        var client = server.Dial();
        await client.Send($"CAP REQ :{capabilities}", $"PASS {account}:tea", $"NICK {account}", $"USER {account.ToLowerInvariant()} 0 * :{account}", "CAP END");
        return client;
    }

    private static IEnumerable<string> Said(IEnumerable<string> lines) =>
        lines.Where(line => line.Contains(" PRIVMSG ", StringComparison.Ordinal)).Select(line => line[(line.LastIndexOf(':') + 1)..]);

    private static async Task Quit(Client client)
    {
        await client.Send("QUIT");
        await client.Rest();
    }

    [Fact]
    public async Task Who_comes_in_hears_the_newest_with_their_times_behind_the_names()
    {
        var (server, _) = await Given();
        await using var _1 = server;
        server.Settings.Publish(server.Settings.Current with { PlaybackNewest = 2 });
        var mai = await server.Connect("Mai", $"{Times} batch message-tags");

        var heard = await mai.Ask("JOIN #tea");

        Assert.Equal(
            [
                ":irc.test 366 Mai #tea :End of names",
                ":irc.test BATCH +history chathistory #tea",
                $"@batch=history;time=2026-01-01T12:00:04.000Z;msgid={server.Epoch}-7 :Tuan!tuan@guest PRIVMSG #tea :four",
                $"@batch=history;time=2026-01-01T12:00:05.000Z;msgid={server.Epoch}-8 :Tuan!tuan@guest PRIVMSG #tea :five",
                ":irc.test BATCH -history",
            ],
            heard.SkipWhile(line => !line.Contains(" 366 ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_batches_there_are_lines_and_without_times_notices_of_the_server()
    {
        var (server, tuan) = await Given();
        await using var _1 = server;
        await tuan.Ask("PRIVMSG #tea :\u0001ACTION waves\u0001", "PRIVMSG #tea :\u0001VERSION\u0001", $"PRIVMSG #tea :{new string('x', 400)} {string.Concat(Enumerable.Repeat("ü", 35))}");
        server.Settings.Publish(server.Settings.Current with { PlaybackNewest = 4 });
        var (mai, duy) = (await server.Connect("Mai", Times), await server.Connect("Duy"));

        Assert.Contains("@time=2026-01-01T12:00:05.000Z :Tuan!tuan@guest PRIVMSG #tea :five", await mai.Ask("JOIN #tea"));
        Assert.Equal(
            [
                ":irc.test NOTICE #tea :What was said before you came (UTC):",
                ":irc.test NOTICE #tea :[2026-01-01 12:00] <Tuan> five",
                ":irc.test NOTICE #tea :[2026-01-01 12:00] * Tuan waves",
                $":irc.test NOTICE #tea :[2026-01-01 12:00] <Tuan> {new string('x', 400)}",
                $":irc.test NOTICE #tea :[2026-01-01 12:00] <Tuan> {string.Concat(Enumerable.Repeat("ü", 35))}",
                ":irc.test NOTICE #tea :That was all.",
            ],
            (await duy.Ask("JOIN #tea")).Where(line => line.Contains("NOTICE", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("server-time draft/chathistory", "")]
    [InlineData("server-time znc.in/playback", "")]
    [InlineData("server-time", "MODE Mai +B")]
    public async Task Who_can_ask_and_programs_hear_nothing(string capabilities, string before)
    {
        var (server, _) = await Given();
        await using var _1 = server;
        var mai = await server.Connect("Mai", capabilities);
        await mai.Ask(before.Length > 0 ? [before] : []);

        Assert.Empty(Said(await mai.Ask("JOIN #tea")));
    }

    [Fact]
    public async Task Who_leaves_and_comes_again_hears_what_was_said_meanwhile_and_nothing_twice()
    {
        var (server, tuan) = await Given();
        await using var _1 = server;
        var mai = await server.Connect("Mai", Times);

        Assert.Equal(["one", "two", "three", "four", "five"], Said(await mai.Ask("JOIN #tea")));
        await mai.Ask("PART #tea");
        Assert.Empty(Said(await mai.Ask("JOIN #tea")));
        await tuan.Ask("KICK #tea Mai", "PRIVMSG #tea :six");
        Assert.Equal(["six"], Said(await mai.Ask("JOIN #tea")));
    }

    [Fact]
    public async Task An_account_hears_what_it_missed_in_rooms_and_in_private_over_a_restart_too()
    {
        using var store = TestStore.New();
        await using (var server = TestServer.Start(store))
        {
            await server.AddAccount("Mai");
            var (mai, tuan) = (await LogIn(server, "Mai", Times), await server.Connect("Tuan", "", "#tea"));
            await mai.Ask("JOIN #tea");
            await tuan.Ask("PRIVMSG #tea :heard", "PRIVMSG Mai :heard too");
            server.Clock.Move(TimeSpan.FromSeconds(1));
            await Quit(mai);
            server.Clock.Move(TimeSpan.FromSeconds(1));
            await tuan.Ask("PRIVMSG #tea :missed", "PRIVMSG Mai :nobody");
        }
        await using (var server = TestServer.Start(store))
        {
            var tuan = await server.Connect("Tuan", "", "#tea");
            var mai = await LogIn(server, "Mai", Times);
            Assert.Equal(["missed"], Said(await mai.Ask("JOIN #tea")).Where(said => said is "missed" or "heard"));
        }
    }

    [Fact]
    public async Task Who_stays_hears_when_they_come_back_what_was_said_to_them_and_not_what_they_said()
    {
        await using var server = TestServer.Start();
        await server.AddAccount("Mai");
        var (mai, tuan) = (await LogIn(server, "Mai", Times), await server.Connect("Tuan", "", "#tea"));
        await mai.Ask("PERSISTENCE SET ON", "JOIN #tea", "PRIVMSG Tuan :mine");
        await tuan.Ask("PRIVMSG #tea :before");
        server.Clock.Move(TimeSpan.FromSeconds(1));
        await Quit(mai);
        server.Clock.Move(TimeSpan.FromSeconds(1));
        await tuan.Ask("PRIVMSG #tea :missed", "PRIVMSG Mai :to you alone");

        var back = await LogIn(server, "Mai", Times);
        Assert.Equal(["missed", "to you alone"], Said(await back.Heard()));
        var other = await LogIn(server, "Mai", Times);
        // Another device is here, so nobody knows what this one has missed: the newest.
        Assert.Equal(["before", "missed"], Said(await other.Heard()));
    }

    [Fact]
    public async Task What_is_read_on_another_device_is_not_missed()
    {
        var (server, tuan) = await Given();
        await using var _1 = server;
        await server.AddAccount("Mai");
        var phone = await LogIn(server, "Mai", "draft/read-marker draft/chathistory");
        await phone.Ask("JOIN #tea", "MARKREAD #tea timestamp=2026-01-01T12:00:03.000Z");

        Assert.Equal(["four", "five"], Said(await (await LogIn(server, "Mai", Times)).Heard()));
    }

    /// <summary>What the account wants goes before what the room says, and that before what the server has.</summary>
    [Fact]
    public async Task Server_room_and_person_say_how_much()
    {
        var (server, tuan) = await Given();
        await using var _1 = server;
        await server.AddAccount("Mai");
        var mai = await LogIn(server, "Mai", Times);
        async Task<IEnumerable<string>> Heard()
        {
            var guest = await server.Connect("Guest", Times);
            var heard = Said(await guest.Ask("JOIN #tea")).ToList();
            await Quit(guest);
            return heard;
        }

        server.Settings.Publish(server.Settings.Current with { PlaybackMost = 0 });
        Assert.Empty(await Heard());
        Assert.Contains(":Tuan!tuan@guest MODE #tea +H 2", await tuan.Ask("MODE #tea +H 2"));
        Assert.Equal(["four", "five"], await Heard());
        Assert.Contains(":irc.test 324 Tuan #tea +Hn 2", await tuan.Ask("MODE #tea"));
        Assert.Equal([":NickServ!NickServ@irc.test NOTICE Mai :Up to 3 messages that you missed are told to you, where your client can't ask for them"], (await mai.Ask("NS SET PLAYBACK 3")).TakeLast(1));
        Assert.Equal(["three", "four", "five"], Said(await mai.Ask("JOIN #tea")));
        Assert.Contains(":Tuan!tuan@guest MODE #tea +H 0", await tuan.Ask("MODE #tea +H 0"));
        server.Settings.Publish(server.Settings.Current with { PlaybackMost = 100 });
        Assert.Empty(await Heard());
        await tuan.Ask("MODE #tea -H");
        Assert.Equal(5, (await Heard()).Count());
        await Quit(mai);
        mai = await LogIn(server, "Mai", Times);
        Assert.Equal([":NickServ!NickServ@irc.test NOTICE Mai :Nothing that was said before you come is told to you"], (await mai.Ask("NS SET PLAYBACK OFF")).TakeLast(1));
        Assert.Empty(Said(await mai.Ask("JOIN #tea")));
        Assert.Contains(":irc.test 696 Tuan #tea H 1001 :+H needs a number from 0 to 1000 behind it", await tuan.Ask("MODE #tea +H 1001"));
    }

    [Fact]
    public async Task Playback_is_asked_for_by_rooms_and_times()
    {
        var (server, tuan) = await Given();
        await using var _1 = server;
        var mai = await server.Connect("Mai", $"{Times} znc.in/playback", "#tea", "#empty");
        await tuan.Ask("PRIVMSG Mai :psst");
        await mai.Heard();
        // 12:00:03 on that day.
        const long three = 1_767_268_803;

        Assert.Equal(["psst", "one", "two", "three", "four", "five"], Said((await mai.Ask("PRIVMSG *playback :PLAY *")).OrderBy(line => line.Contains(" #tea ", StringComparison.Ordinal))));
        Assert.Equal(["four", "five"], Said(await mai.Ask($"PRIVMSG *playback :play #T* {three}")));
        Assert.Equal(["two", "three"], Said(await mai.Ask($"PRIVMSG *playback :PLAY #tea,#nowhere {three - 2}.5 {three}.0")));
        Assert.Empty(await mai.Ask("PRIVMSG *playback :PLAY #secret"));
        Assert.Equal(
            [":*playback!znc@znc.in PRIVMSG Mai :#tea 1767268801.000 1767268805.000", ":*playback!znc@znc.in PRIVMSG Mai :Tuan 1767268805.000 1767268805.000"],
            await mai.Ask("PRIVMSG *playback :LIST"));
        Assert.StartsWith(":*playback!znc@znc.in PRIVMSG Mai :Nothing is cleared", Assert.Single(await mai.Ask("PRIVMSG *playback :CLEAR #tea")), StringComparison.Ordinal);
        Assert.StartsWith(":*playback!znc@znc.in PRIVMSG Mai :PLAY buffers", (await mai.Ask("PRIVMSG *playback :PLAY #tea soon"))[0], StringComparison.Ordinal);
        Assert.Empty(await mai.Ask("NOTICE *playback :PLAY *"));
    }
}
