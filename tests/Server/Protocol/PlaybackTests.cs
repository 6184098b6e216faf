using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>What else than messages is in history (draft/chathistory, with draft/event-playback and the tags draft/chathistory-context and draft/chathistory-end).</summary>
public sealed class PlaybackTests
{
    private const string Reader = "batch message-tags draft/chathistory";

    [Fact]
    public async Task Without_event_playback_there_are_messages_only_and_the_rest_uses_up_no_page()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", $"{Reader} echo-message", "#a");
        var id = Id(Assert.Single(await tuan.Ask("PRIVMSG #a :one")));
        await tuan.Ask("TOPIC #a :tea", "MODE #a +m", $"@+draft/reply={id};+draft/react=yes TAGMSG #a", "@+x=1 TAGMSG #a");

        Assert.Equal(["PRIVMSG #a :one"], Said(await tuan.Ask("CHATHISTORY LATEST #a * 1")));
        Assert.Equal(["PRIVMSG #a :one"], Said(await tuan.Ask("CHATHISTORY LATEST #a * 10")));
    }

    [Fact]
    public async Task With_event_playback_there_is_who_came_and_went_and_what_was_set()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "", "#a");
        var duy = await server.Connect("Duy", "", "#a");
        await tuan.Ask("TOPIC #a :tea", "PRIVMSG #a :one", "MODE #a +m", "MODE #a +v Duy", "MODE #a +b Mai", "MODE #a +k secret", "KICK #a Duy :enough", "@+x=1 TAGMSG #a");
        await duy.Ask("JOIN #a secret", "PART #a :later");
        var reader = await server.Connect("Reader", $"{Reader} draft/event-playback");
        await reader.Ask("JOIN #a secret");

        Assert.Equal(
            [
                "JOIN #a", "JOIN #a", "TOPIC #a :tea", "PRIVMSG #a :one", "MODE #a +m", "MODE #a +v Duy", "MODE #a +b Mai", "KICK #a Duy :enough",
                "JOIN #a", "PART #a :later", "JOIN #a",
            ],
            Said(await reader.Ask("CHATHISTORY LATEST #a * 100")));
        Assert.Equal(["PART #a :later", "JOIN #a"], Said(await reader.Ask("CHATHISTORY LATEST #a * 2")));
    }

    [Theory]
    [InlineData("draft/event-playback")]
    [InlineData("chatroom/context")]
    public async Task A_reaction_comes_beside_its_message_and_counts_nothing(string capability)
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", $"{Reader} echo-message", "#a");
        var one = Id(Assert.Single(await tuan.Ask("PRIVMSG #a :one")));
        var two = Id(Assert.Single(await tuan.Ask("PRIVMSG #a :two")));
        var yes = Id(Assert.Single(await tuan.Ask($"@+draft/reply={one};+draft/react=yes TAGMSG #a")));
        var reader = await server.Connect("Reader", $"{Reader} {capability}", "#a");

        var page = await reader.Ask($"CHATHISTORY BEFORE #a msgid={yes} 2");

        Assert.Equal(
            [
                $"@batch=history;msgid={one} :Tuan!tuan@guest PRIVMSG #a :one",
                $"@batch=history;draft/chathistory-context;msgid={yes};+draft/reply={one};+draft/react=yes :Tuan!tuan@guest TAGMSG #a",
                $"@batch=history;msgid={two} :Tuan!tuan@guest PRIVMSG #a :two",
            ],
            page.Where(line => line.Contains("Tuan!", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_reaction_to_a_message_before_the_page_has_its_own_place()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", $"{Reader} echo-message", "#a");
        var one = Id(Assert.Single(await tuan.Ask("PRIVMSG #a :one")));
        await tuan.Ask("PRIVMSG #a :two", $"@+draft/reply={one};+draft/react=yes TAGMSG #a", "PRIVMSG #a :three");
        var reader = await server.Connect("Reader", $"{Reader} chatroom/context", "#a");

        Assert.Equal(["PRIVMSG #a :two", "TAGMSG #a", "PRIVMSG #a :three"], Said(await reader.Ask($"CHATHISTORY AFTER #a msgid={one} 10")));
        Assert.Equal(["PRIVMSG #a :two"], Said(await reader.Ask($"CHATHISTORY AFTER #a msgid={one} 1")));
    }

    [Fact]
    public async Task A_reaction_from_elsewhere_or_to_some_is_for_nobody_else()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", $"{Reader} echo-message", "#a", "#b");
        var one = Id(Assert.Single(await tuan.Ask("PRIVMSG #a :one")));
        await tuan.Ask($"@+draft/reply={one};+draft/react=yes TAGMSG #b", $"@+draft/reply={one};+draft/react=yes TAGMSG @#a");
        var reader = await server.Connect("Reader", $"{Reader} chatroom/context", "#a");

        Assert.Equal(["PRIVMSG #a :one"], Said(await reader.Ask("CHATHISTORY LATEST #a * 10")));
    }

    [Theory]
    [InlineData("LATEST #a * 3", true)]
    [InlineData("LATEST #a * 2", false)]
    [InlineData("BEFORE #a msgid=2 1", true)]
    [InlineData("BEFORE #a msgid=3 1", false)]
    [InlineData("AFTER #a msgid=2 1", true)]
    [InlineData("AFTER #a msgid=1 1", false)]
    [InlineData("AFTER #a msgid=3 1", true)]
    [InlineData("AROUND #a msgid=2 2", false)]
    [InlineData("AROUND #a msgid=2 3", true)]
    [InlineData("BETWEEN #a msgid=1 msgid=3 1", true)]
    public async Task A_page_behind_which_there_is_no_more_says_so(string request, bool isEnd)
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", Reader, "#a");
        await tuan.Ask("PRIVMSG #a :1", "PRIVMSG #a :2", "PRIVMSG #a :3");
        for (var line = 1; line <= 3; line++)
            request = request.Replace($"msgid={line} ", $"msgid={server.Epoch}-{line + 3} ", StringComparison.Ordinal);

        var begun = (await tuan.Ask($"CHATHISTORY {request}"))[0];

        Assert.Equal($"{(isEnd ? "@draft/chathistory-end " : "")}:irc.test BATCH +history chathistory #a", begun);
    }

    [Fact]
    public async Task Targets_are_rooms_and_people_by_their_last_message()
    {
        await using var server = TestServer.Start();
        await server.AddAccount("Mai");
        var tuan = await server.Connect("Tuan", "batch draft/chathistory", "#a", "#b", "#empty");
        var duy = await server.Connect("Duy");
        foreach (var line in (string[])["PRIVMSG #a :early", "PRIVMSG Duy :two", "PRIVMSG #b :three", "PRIVMSG #a :four"])
        {
            server.Clock.Move(TimeSpan.FromSeconds(1));
            await tuan.Ask(line);
        }

        string[] all = [":irc.test CHATHISTORY TARGETS Duy 2026-01-01T12:00:02.000Z", ":irc.test CHATHISTORY TARGETS #b 2026-01-01T12:00:03.000Z", ":irc.test CHATHISTORY TARGETS #a 2026-01-01T12:00:04.000Z"];
        async Task<IEnumerable<string>> Targets(Client of, string first, string second, int most) =>
            (await of.Ask($"CHATHISTORY TARGETS timestamp=2026-01-01T{first}.000Z timestamp=2026-01-01T{second}.000Z {most}"))
            .Where(line => line.Contains(" TARGETS ", StringComparison.Ordinal)).Select(line => line.Replace("@batch=history ", "", StringComparison.Ordinal));
        Assert.Equal(all, await Targets(tuan, "11:00:00", "13:00:00", 10));
        Assert.Equal(all[..2], await Targets(tuan, "11:00:00", "13:00:00", 2));
        Assert.Equal(all[1..], await Targets(tuan, "13:00:00", "11:00:00", 2));
        Assert.Equal(all[1..2], await Targets(tuan, "12:00:02", "12:00:04", 10));
        Assert.Equal([":irc.test CHATHISTORY TARGETS Tuan 2026-01-01T12:00:02.000Z"], await Targets(duy, "11:00:00", "13:00:00", 10));
        Assert.Equal(
            [":irc.test BATCH +history draft/chathistory-targets", ":irc.test BATCH -history"],
            await tuan.Ask("CHATHISTORY TARGETS timestamp=2025-01-01T00:00:00.000Z timestamp=2025-01-01T00:00:00.000Z 10"));
    }

    [Theory]
    [InlineData("CHATHISTORY TARGETS msgid=x timestamp=2025-01-01T00:00:00.000Z 10")]
    [InlineData("CHATHISTORY TARGETS timestamp=2025-01-01T00:00:00.000Z * 10")]
    [InlineData("CHATHISTORY TARGETS timestamp=2025-01-01T00:00:00.000Z 10")]
    public async Task Targets_are_asked_for_by_two_moments(string request)
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", Reader);

        Assert.StartsWith(":irc.test FAIL CHATHISTORY INVALID_PARAMS TARGETS :", Assert.Single(await tuan.Ask(request)), StringComparison.Ordinal);
    }

    private static string Id(string line) => line.Split("msgid=")[1].Split(' ', ';')[0];

    /// <summary>The lines within the batch, without who did it.</summary>
    private static IEnumerable<string> Said(IReadOnlyList<string> page) =>
        page.Where(line => !line.Contains(" BATCH ", StringComparison.Ordinal)).Select(line => line.Split('!')[1].Split(' ', 2)[1]);
}
