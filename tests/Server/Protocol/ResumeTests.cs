using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Server.Tests.Journals;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>Who reconnects takes over from their own connection, which the server does not know to be dead (chatroom/resume).</summary>
public sealed class ResumeTests
{
    private const string Token = "00112233445566778899aabbccddeeff";

    [Fact]
    public async Task The_new_connection_takes_over_nickname_and_rooms_and_nobody_else_notices()
    {
        await using var server = TestServer.Start();
        var mai = await server.Connect("Mai", "", "#lobby");
        var ghost = await Come(server, "Tuan", Token);
        await ghost.Ask("JOIN #lobby");
        await mai.Heard();

        var tuan = server.Dial();
        var heard = await tuan.Ask($"CAP REQ :chatroom/resume server-time", $"RESUME {Token}", "NICK Tuan", "USER x 0 * :x", "CAP END");

        Assert.Contains(heard, line => line.Contains(" 001 Tuan ", StringComparison.Ordinal));
        Assert.Equal(
            ["@time=2026-01-01T12:00:00.000Z :Tuan!tuan@guest JOIN #lobby", ":irc.test 353 Tuan = #lobby :@Mai Tuan", ":irc.test 366 Tuan #lobby :End of names"], heard.TakeLast(3));
        Assert.Equal(["ERROR :Closing link: resumed from another connection"], await ghost.Rest());
        await tuan.Send("PRIVMSG #lobby :back again");
        await tuan.Heard();
        await mai.Hears(":Tuan!tuan@guest PRIVMSG #lobby :back again");
    }

    [Fact]
    public async Task A_restart_of_the_server_takes_nobodys_place_who_has_a_token()
    {
        using var store = TestStore.New();
        await using (var before = TestServer.Start(store))
        {
            var tuan = await Come(before, "Tuan", Token);
            await tuan.Ask("JOIN #lobby");
            await before.Connect("Duy", "", "#lobby");
        }
        await using var server = TestServer.Start(store);
        var mai = await server.Connect("Mai", "", "#lobby");

        Assert.Contains(":irc.test 353 Mai = #lobby :@Tuan Mai", await mai.Ask("NAMES #lobby"));
        var again = server.Dial();
        var heard = await again.Ask("CAP REQ :chatroom/resume", $"RESUME {Token}", "NICK Tuan", "USER x 0 * :x", "CAP END");
        Assert.Contains(":Tuan!tuan@guest JOIN #lobby", heard);
        await mai.Hears();
    }

    [Fact]
    public async Task Who_does_not_come_back_within_a_minute_of_the_restart_departs()
    {
        using var store = TestStore.New();
        await using (var before = TestServer.Start(store))
        {
            var tuan = await Come(before, "Tuan", Token);
            await tuan.Ask("JOIN #lobby");
        }
        await using var server = TestServer.Start(store);
        var mai = await server.Connect("Mai", "", "#lobby");
        await mai.Heard();

        server.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Contains(":Tuan!tuan@guest QUIT :did not come back in time", await mai.Ask("AWAY :anything that needs a turn"));
        Assert.Single(server.World.People);
    }

    [Theory]
    [InlineData("00112233445566778899aabbccddeefe")]
    [InlineData("0011223344556677")]
    [InlineData("")]
    [InlineData("00112233445566778899aabbccddeeff00")]
    public async Task With_another_token_the_nickname_is_taken(string token)
    {
        await using var server = TestServer.Start();
        var tuan = await Come(server, "Tuan", Token);

        var other = server.Dial();
        var heard = await other.Ask($"RESUME :{token}", "NICK Tuan", "USER x 0 * :x");

        Assert.Contains(heard, line => line.Contains(" 433 * Tuan ", StringComparison.Ordinal));
        Assert.Empty(await tuan.Heard());
    }

    [Fact]
    public async Task Who_came_without_a_token_is_taken_over_by_nobody()
    {
        await using var server = TestServer.Start();
        var tuan = await server.Connect("Tuan");

        var heard = await server.Dial().Ask($"RESUME {Token}", "NICK Tuan", "USER x 0 * :x");

        Assert.Contains(heard, line => line.Contains(" 433 * Tuan ", StringComparison.Ordinal));
        Assert.Empty(await tuan.Heard());
    }

    [Fact]
    public async Task A_token_goes_with_its_connection()
    {
        await using var server = TestServer.Start();
        var first = await Come(server, "Tuan", Token);
        await first.Vanish();
        var stranger = await server.Connect("Tuan");

        var heard = await server.Dial().Ask($"RESUME {Token}", "NICK Tuan", "USER x 0 * :x");

        Assert.Contains(heard, line => line.Contains(" 433 * Tuan ", StringComparison.Ordinal));
        Assert.Empty(await stranger.Heard());
    }

    [Fact]
    public async Task A_weak_token_is_refused_in_words()
    {
        await using var server = TestServer.Start();

        Assert.Equal(
            [":irc.test FAIL RESUME INVALID_TOKEN :This is no token: a token has 32 to 128 hexadecimal digits, which nobody else can guess"],
            await server.Dial().Ask("RESUME secret"));
    }

    [Fact]
    public async Task What_was_said_to_the_dead_connection_is_in_the_history_of_the_new_one()
    {
        await using var server = TestServer.Start();
        var mai = await server.Connect("Mai", "", "#lobby");
        var ghost = await Come(server, "Tuan", Token);
        await ghost.Ask("JOIN #lobby");
        await mai.Ask("PRIVMSG #lobby :to all", "PRIVMSG Tuan :to you");

        var tuan = await Come(server, "Tuan", Token);

        Assert.Equal([":Mai!mai@guest PRIVMSG #lobby :to all"], await tuan.Ask("CHATHISTORY LATEST #lobby * 10"));
        Assert.Equal([":Mai!mai@guest PRIVMSG Tuan :to you"], await tuan.Ask("CHATHISTORY LATEST Mai * 10"));
    }

    private static async Task<Client> Come(TestServer server, string nick, string token)
    {
        var client = server.Dial();
        var heard = await client.Ask($"RESUME {token}", $"NICK {nick}", $"USER {nick.ToLowerInvariant()} 0 * :{nick}");
        Assert.Contains(heard, line => line.Contains($" 001 {nick} ", StringComparison.Ordinal));
        return client;
    }
}
