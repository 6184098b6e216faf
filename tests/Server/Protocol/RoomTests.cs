using System.Text;
using ChatRoom.Server.Tests.Dialect;
using static ChatRoom.Server.Tests.Protocol.TalkTests;

namespace ChatRoom.Server.Tests.Protocol;

public sealed class RoomTests
{
    [Fact]
    public async Task Who_enters_hears_it_then_the_topic_and_the_names_before_anything_they_asked_for_later()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "", "#lobby");
        await tuan.Ask("TOPIC #lobby :All about tea");
        var duy = await server.Connect("Duy");

        await duy.Send("JOIN #LOBBY", "NAMES #lobby", "PRIVMSG #lobby :hi", "NAMES #lobby");

        await duy.Hears(
            ":Duy!duy@guest JOIN #lobby",
            ":irc.test 332 Duy #lobby :All about tea",
            ":irc.test 333 Duy #lobby Tuan 1767268800",
            ":irc.test 353 Duy = #lobby :@Tuan Duy",
            ":irc.test 366 Duy #lobby :End of names",
            ":irc.test 353 Duy = #lobby :@Tuan Duy",
            ":irc.test 366 Duy #lobby :End of names",
            ":irc.test 353 Duy = #lobby :@Tuan Duy",
            ":irc.test 366 Duy #lobby :End of names");
        await tuan.Hears(":Duy!duy@guest JOIN #lobby", ":Duy!duy@guest PRIVMSG #lobby :hi");
    }

    [Fact]
    public async Task An_answer_is_of_its_place_also_when_all_is_done_in_one_turn()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");
        server.Journal.Hold();
        await tuan.Send("JOIN #a");
        await server.Journal.WhenHeld();
        await tuan.Post("NAMES #b", "JOIN #b", "NAMES #b", "NICK Other", "FROB", "MODE other", "PART #b", "NAMES #b");

        server.Journal.Release();

        Assert.Equal(
            [
                ":irc.test 366 Tuan #b :End of names",
                ":Tuan!tuan@guest JOIN #b",
                ":irc.test 353 Tuan = #b :@Tuan",
                ":irc.test 366 Tuan #b :End of names",
                ":irc.test 353 Tuan = #b :@Tuan",
                ":irc.test 366 Tuan #b :End of names",
                ":Tuan!tuan@guest NICK Other",
                ":irc.test 421 Other FROB :This server has no such command",
                ":irc.test 221 Other +i",
                ":Other!tuan@guest PART #b",
                ":irc.test 366 Other #b :End of names",
            ],
            (await tuan.Heard()).Skip(3));
    }

    [Fact]
    public async Task Entering_again_is_nothing()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "", "#lobby");

        Assert.Empty(await tuan.Ask("JOIN #lobby", "JOIN #LOBBY"));
    }

    [Theory]
    [InlineData("JOIN lobby", "403 Tuan lobby :The name of a room begins with '#'.")]
    [InlineData("JOIN #", "403 Tuan # :A room needs a name.")]
    [InlineData("JOIN 0", "403 Tuan 0 :The name of a room begins with '#'.")]
    [InlineData("PART #nowhere", "403 Tuan #nowhere :There is no such room; JOIN opens it")]
    [InlineData("PART #other", "442 Tuan #Other :You are not in that room; JOIN it first")]
    [InlineData("TOPIC #nowhere", "403 Tuan #nowhere :There is no such room; JOIN opens it")]
    [InlineData("TOPIC #other", "442 Tuan #other :You are not in that room; JOIN it first")]
    [InlineData("TOPIC #other :new", "442 Tuan #Other :You are not in that room; JOIN it first")]
    [InlineData("TOPIC nothing", "403 Tuan nothing :The name of a room begins with '#'.")]
    public async Task What_can_not_be_done_with_a_room_is_answered(string line, string answer)
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");
        await server.Connect("Duy", "", "#Other");

        Assert.StartsWith($":irc.test {answer}", Assert.Single(await tuan.Ask(line)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_a_most_of_rooms_for_a_person()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");
        foreach (var ten in Enumerable.Range(0, 10))
            await tuan.Ask($"JOIN {string.Join(',', Enumerable.Range(ten * 10, 10).Select(room => $"#r{room}"))}");

        Assert.Equal([":irc.test 405 Tuan #more :You are in 100 rooms, which is the most; PART one first"], await tuan.Ask("JOIN #more"));
    }

    [Fact]
    public async Task Who_leaves_is_heard_with_their_reason_or_without()
    {
        await using var server = TestServer.Start();
        var duy = await server.Connect("Duy", "", "#a", "#b");
        var tuan = await server.Connect("Tuan", "", "#a", "#b");
        await duy.Heard();

        Assert.Equal(
            [":Tuan!tuan@guest PART #a :see you", ":Tuan!tuan@guest PART #b"],
            await tuan.Ask("PART #a :see you", "PART #b"));

        await duy.Hears(":Tuan!tuan@guest PART #a :see you", ":Tuan!tuan@guest PART #b");
    }

    [Fact]
    public async Task Who_quits_or_is_renamed_is_heard_once_by_who_shares_several_rooms_and_not_by_strangers()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "", "#a", "#b", "#c");
        var duy = await server.Connect("Duy", "", "#a", "#b", "#c");
        var mai = await server.Connect("Mai", "", "#d");
        await tuan.Heard();

        Assert.Equal([":Tuan!tuan@guest NICK Minh"], await tuan.Ask("NICK Minh"));
        await tuan.Send("QUIT :good night");

        Assert.Equal([":Minh!tuan@guest QUIT :Quit: good night", "ERROR :Closing link: Quit: good night"], await tuan.Rest());
        await duy.Hears(":Tuan!tuan@guest NICK Minh", ":Minh!tuan@guest QUIT :Quit: good night");
        await mai.Hears();
        Assert.Equal([":irc.test 353 Duy = #a :Duy", ":irc.test 366 Duy #a :End of names"], await duy.Ask("NAMES #a"));
    }

    [Fact]
    public async Task Who_vanishes_is_gone_for_the_others_and_their_name_is_free()
    {
        await using var server = TestServer.Start();
        var duy = await server.Connect("Duy", "", "#a");
        var tuan = await server.Connect("Tuan", "", "#a");
        await duy.Heard();

        await tuan.Vanish();

        await duy.Hears(":Tuan!tuan@guest QUIT :connection closed");
        Assert.Equal(1, server.Registry.Connections);
        await server.Connect("tuan");
    }

    [Fact]
    public async Task A_topic_is_set_asked_for_and_taken_away()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan", "", "#a");
        var duy = await server.Connect("Duy", "", "#a");
        await tuan.Heard();

        Assert.Equal(
            [
                ":irc.test 331 Tuan #a :No topic is set",
                ":Tuan!tuan@guest TOPIC #a :Tea",
                ":irc.test 332 Tuan #a :Tea",
                ":irc.test 333 Tuan #a Tuan 1767268800",
                ":Tuan!tuan@guest TOPIC #a :",
                ":irc.test 331 Tuan #a :No topic is set",
                ":irc.test 417 Tuan :That topic has 341 bytes; 340 are the most",
            ],
            await tuan.Ask("TOPIC #a", "TOPIC #a :Tea", "TOPIC #a", "TOPIC #a :", "TOPIC #a", $"TOPIC #a :{new string('x', 341)}"));

        await duy.Hears(":Tuan!tuan@guest TOPIC #a :Tea", ":Tuan!tuan@guest TOPIC #a :");
    }

    [Fact]
    public async Task Last_words_that_do_not_fit_behind_long_names_end_at_a_character_and_topics_always_fit()
    {
        await using var server = TestServer.Start();
        var room = "#" + new string('r', 63);
        var tuan = await server.Connect(new string('N', 30), "", room);
        var duy = await server.Connect("Duy", "", room);
        await Settle(tuan);
        string Text(string command) => string.Concat(Enumerable.Repeat("ấ", (510 - command.Length) / 3));

        var topic = string.Concat(Enumerable.Repeat("ấ", ChatRoom.Domain.Events.RuleLimits.First.TopicBytes / 3));
        await tuan.Ask($"TOPIC {room} :{topic}");
        await tuan.Send($"QUIT :{Text("QUIT :")}");
        await tuan.Rest();

        var heard = await duy.Heard();
        Assert.Equal(["TOPIC", "QUIT"], heard.Select(line => line.Split(' ')[1]));
        Assert.EndsWith($" :{topic}", heard[0], StringComparison.Ordinal);
        Assert.EndsWith("ấấ", heard[1], StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(heard[1]) > 505);
    }

    [Fact]
    public async Task A_nickname_is_changed_refused_or_left_as_it_is()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");
        await server.Connect("Duy");

        Assert.Equal(
            [
                ":irc.test 433 Tuan duy :Nickname is in use: Duy holds it since 2026-01-01T12:00:00.000Z; choose another",
                ":Tuan!tuan@guest NICK TUAN",
            ],
            await tuan.Ask("NICK duy", "NICK TUAN", "NICK TUAN"));
    }
}
