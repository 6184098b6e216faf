using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Server.Tests.Journals;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>Rooms that belong to accounts (~, letter q), and rooms of guests over a restart.</summary>
public sealed class FounderTests
{
    [Fact]
    public async Task A_founders_room_is_kept_over_a_restart_and_is_theirs_again()
    {
        using var store = TestStore.New();
        await using (var before = TestServer.Start(store))
        {
            var tuan = await before.Connect("Tuan", "multi-prefix");
            await tuan.Ask("NS REGISTER tea");
            Assert.Contains(":irc.test 353 Tuan = #tea :~@Tuan", await tuan.Ask("JOIN #tea"));
            await tuan.Ask("TOPIC #tea :leaves", "MODE #tea +mk green", "MODE #tea +b Anh", "PART #tea");
        }
        await using var server = TestServer.Start(store);
        var mai = await server.Connect("Mai");
        Assert.Equal([":irc.test 475 Mai #tea :That room wants its key, and this is not it: JOIN it with the key behind its name"], await mai.Ask("JOIN #tea"));
        await mai.Ask("JOIN #tea green");

        var again = await server.Connect("Guest");
        await again.Ask("NS IDENTIFY Tuan tea", "NICK Tuan");
        var heard = await again.Ask("JOIN #tea");
        Assert.Equal([":Tuan!guest@guest JOIN #tea", ":irc.test MODE #tea +qo Tuan Tuan", ":irc.test 332 Tuan #tea leaves"], heard.Take(3).Select(line => line.Replace(" :leaves", " leaves", StringComparison.Ordinal)));
        Assert.Contains(":irc.test 353 Tuan = #tea :Mai ~Tuan", heard);
        await mai.Hears(":Tuan!guest@guest JOIN #tea", ":irc.test MODE #tea +qo Tuan Tuan");
        Assert.Equal(":irc.test 324 Tuan #tea +kmn green", (await again.Ask("MODE #tea"))[0]);
        Assert.Equal([":irc.test 386 Mai #tea Tuan", ":irc.test 387 Mai #tea :End of the list of founders"], await mai.Ask("MODE #tea q"));
    }

    [Fact]
    public async Task A_room_that_is_dropped_shows_everybody_out_and_its_name_is_free()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");
        await tuan.Ask("NS REGISTER tea", "JOIN #tea");
        var mai = await server.Connect("Mai", "draft/chathistory", "#tea");
        await tuan.Ask("PRIVMSG #tea :hello");
        await mai.Heard();

        Assert.Equal(
            [
                ":Tuan!tuan@guest KICK #tea Tuan :this room is no more: closing time",
                ":irc.test NOTE DROP ROOM_DROPPED #tea :That room is no more; nobody takes up what was said there, and its name is free",
            ], await tuan.Ask("DROP #tea :closing time"));
        await mai.Hears(":Tuan!tuan@guest KICK #tea Mai :this room is no more: closing time");
        Assert.Equal([":Mai!mai@guest JOIN #tea", ":irc.test 353 Mai = #tea :@Mai", ":irc.test 366 Mai #tea :End of names"], await mai.Ask("JOIN #tea"));
        Assert.Empty(await mai.Ask("CHATHISTORY LATEST #tea * 10"));
    }

    [Theory]
    [InlineData("MODE #tea -q Tuan", ":irc.test 485 Tuan #tea :They are its only founder: make somebody else one first with MODE +q, or end the room with DROP")]
    [InlineData("MODE #tea +q Mai", ":irc.test 477 Tuan #tea :Mai is not logged in to an account, and only an account can be a founder")]
    [InlineData("DROP #nowhere", ":irc.test 403 Tuan #nowhere :There is no such room; JOIN opens it")]
    [InlineData("DROP tea", ":irc.test 403 Tuan tea :The name of a room begins with '#'. It has '#' and at most 64 bytes, without spaces, commas or colons")]
    [InlineData("DROP", ":irc.test 461 Tuan DROP :This command needs 1 parameters or more, and got 0")]
    public async Task What_can_not_be_is_said(string line, string answer)
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");
        await tuan.Ask("NS REGISTER tea", "JOIN #tea");
        await server.Connect("Mai", "", "#tea");
        await tuan.Heard();
        Assert.Equal([answer], await tuan.Ask(line));
    }

    [Fact]
    public async Task An_absent_account_loses_a_right_and_everybody_hears_it()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");
        await tuan.Ask("NS REGISTER tea", "JOIN #tea");
        var duy = await server.Connect("Duy");
        await duy.Ask("NS REGISTER tea", "JOIN #tea");
        await tuan.Ask("MODE #tea +o Duy");
        await duy.Send("QUIT");
        await duy.Rest();
        Assert.Contains(":Tuan!tuan@guest MODE #tea -o Duy", await tuan.Ask("MODE #tea -o Duy"));
    }

    /// <summary>Guests without a token for coming back, as irssi's: everybody departs with the server.</summary>
    [Fact]
    public async Task A_room_of_guests_has_its_topic_and_its_operator_after_a_restart()
    {
        using var store = TestStore.New();
        await using (var before = TestServer.Start(store))
        {
            var tuan = await before.Connect("Tuan", "", "#tea");
            await before.Connect("Mai", "", "#tea");
            await tuan.Ask("TOPIC #tea :leaves");
        }
        await using var server = TestServer.Start(store);
        var mai = await server.Connect("Mai");
        Assert.Contains(":irc.test 332 Mai #tea leaves", (await mai.Ask("JOIN #tea")).Select(line => line.Replace(" :leaves", " leaves", StringComparison.Ordinal)));
        var back = await server.Connect("Tuan");
        Assert.Contains(":irc.test MODE #tea +o Tuan", await back.Ask("JOIN #tea"));
    }

    [Fact]
    public async Task Who_can_come_back_finds_topic_and_right_after_a_restart()
    {
        const string token = "00112233445566778899aabbccddeeff";
        using var store = TestStore.New();
        await using (var before = TestServer.Start(store))
        {
            var tuan = before.Dial();
            await tuan.Ask("CAP REQ :chatroom/resume", $"RESUME {token}", "NICK Tuan", "USER x 0 * :x", "CAP END", "JOIN #tea", "TOPIC #tea :leaves");
        }
        await using var server = TestServer.Start(store);
        var again = server.Dial();
        var heard = await again.Ask("CAP REQ :chatroom/resume", $"RESUME {token}", "NICK Tuan", "USER x 0 * :x", "CAP END");
        Assert.Contains(":irc.test 353 Tuan = #tea :@Tuan", heard);
        Assert.Contains(heard, line => line.StartsWith(":irc.test 332 Tuan #tea ", StringComparison.Ordinal));
    }
}
