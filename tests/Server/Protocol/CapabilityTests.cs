using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

public sealed class CapabilityTests
{
    [Fact]
    public async Task What_was_asked_for_is_granted_listed_and_taken_back()
    {
        await using var server = TestServer.Start();
        var client = await server.Connect("Tuan");

        Assert.Equal(
            [
                ":irc.test CAP Tuan ACK :echo-message server-time",
                ":irc.test CAP Tuan LIST :server-time echo-message",
                ":irc.test CAP Tuan ACK :-server-time",
                ":irc.test CAP Tuan LIST :echo-message",
            ],
            await client.Ask("CAP REQ :echo-message server-time", "CAP LIST", "CAP REQ -server-time", "CAP LIST"));
    }

    [Theory]
    [InlineData("no-such-thing")]
    [InlineData("echo-message no-such-thing")]
    [InlineData("-no-such-thing echo-message")]
    [InlineData("draft/nothing")]
    public async Task A_request_is_granted_as_a_whole_or_not_at_all(string list)
    {
        await using var server = TestServer.Start();
        var client = await server.Connect("Tuan");

        Assert.Equal(
            [$":irc.test CAP Tuan NAK :{list}", ":irc.test CAP Tuan LIST :"], await client.Ask($"CAP REQ :{list}", "CAP LIST"));
    }

    [Fact]
    public async Task An_unknown_subcommand_is_named()
    {
        await using var server = TestServer.Start();

        Assert.Equal([":irc.test 410 * FROB :CAP knows LS, LIST, REQ and END"], await server.Dial().Ask("CAP FROB"));
    }

    [Fact]
    public async Task A_change_takes_its_place_among_what_is_delivered()
    {
        await using var server = TestServer.Start();
        var client = await server.Connect("Tuan", "", "#lobby");

        Assert.Equal(
            [
                ":irc.test CAP Tuan ACK :echo-message",
                ":Tuan!tuan@guest PRIVMSG #lobby :heard",
                ":irc.test CAP Tuan ACK :-echo-message",
            ],
            await client.Ask(
                "PRIVMSG #lobby :not heard", "CAP REQ echo-message", "PRIVMSG #lobby :heard", "CAP REQ -echo-message",
                "PRIVMSG #lobby :not heard either"));
    }

    [Fact]
    public async Task A_list_too_long_to_be_repeated_is_answered_in_a_line_that_fits()
    {
        await using var server = TestServer.Start();
        var client = await server.Connect("Tuan");

        var line = Assert.Single(await client.Ask($"CAP REQ :{new string('x', 490)}"));

        Assert.StartsWith(":irc.test CAP Tuan NAK :xxx", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_could_not_be_confirmed_whole_is_not_granted()
    {
        await using var server = TestServer.Start();
        var client = await server.Connect("Tuan");

        var line = await client.Ask($"CAP REQ :{string.Concat(Enumerable.Repeat("batch ", 80))}", "CAP LIST");

        Assert.StartsWith(":irc.test CAP Tuan NAK :batch batch", line[0], StringComparison.Ordinal);
        Assert.Equal(":irc.test CAP Tuan LIST :", line[1]);
    }

    [Fact]
    public async Task Who_speaks_version_302_can_not_give_up_being_notified()
    {
        await using var server = TestServer.Start();
        var (old, today) = (await server.Connect("Old"), await server.Connect("Today"));

        await today.Ask("CAP LS 302", "CAP REQ cap-notify");
        Assert.Equal(
            [":irc.test CAP Today NAK :-cap-notify", ":irc.test CAP Today LIST :cap-notify"], await today.Ask("CAP REQ -cap-notify", "CAP LIST"));
        Assert.Equal([":irc.test CAP Old ACK :-cap-notify"], await old.Ask("CAP REQ -cap-notify"));
    }
}
