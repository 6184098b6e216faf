using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

public sealed class HandshakeTests
{
    [Theory]
    [InlineData("NICK Tuan", "USER tuan 0 * :Tuan")]
    [InlineData("USER tuan 0 * :Tuan", "NICK Tuan")]
    [InlineData("CAP LS 302", "NICK Tuan", "USER tuan 0 * :Tuan", "CAP END")]
    [InlineData("NICK Tuan", "CAP LS", "USER tuan 0 * :Tuan", "CAP REQ :echo-message", "CAP END")]
    [InlineData("USER tuan 0 * :Tuan", "CAP REQ :server-time", "NICK Tuan", "CAP END")]
    [InlineData("NICK Other", "NICK Tuan", "USER tuan 0 * :Tuan")]
    [InlineData("PASS whatever", "NICK Tuan", "USER tuan 0 * :Tuan")]
    public async Task Who_says_what_is_needed_is_let_in_whatever_the_order(params string[] lines)
    {
        await using var server = TestServer.Start();
        var client = server.Dial();

        await client.Send(lines);

        var welcome = await client.Until(":Welcome to ChatRoom, Tuan");
        Assert.DoesNotContain(welcome, line => line.Contains(" 4", StringComparison.Ordinal));
        var rest = await client.Heard();
        Assert.Equal(["002", "003", "004", "005"], rest.Select(line => line.Split(' ')[1]).Distinct().Take(4));
        Assert.Equal([":irc.test 422 Tuan :This server has no message of the day", ":irc.test 221 Tuan +i"], rest.TakeLast(2));
    }

    [Fact]
    public async Task A_negotiation_holds_the_door_until_its_end()
    {
        await using var server = TestServer.Start();
        var client = server.Dial();

        var early = await client.Ask("CAP LS 302", "NICK Tuan", "USER tuan 0 * :Tuan");

        Assert.Equal(
            ":irc.test CAP * LS :message-tags server-time echo-message batch labeled-response multi-prefix cap-notify draft/chathistory draft/event-playback account-tag account-notify away-notify extended-join setname userhost-in-names invite-notify sasl=SCRAM-SHA-256,PLAIN extended-monitor draft/multiline=max-bytes=4096,max-lines=32 draft/message-redaction draft/read-marker no-implicit-names draft/no-implicit-names draft/extended-isupport draft/oper-tag draft/account-registration draft/channel-rename draft/pre-away draft/metadata-2=before-connect,max-subs=50,max-keys=20,max-value-bytes=300 draft/metadata-3=before-connect,max-subs=50,max-keys=20,max-value-bytes=300 draft/persistence soju.im/search znc.in/playback chatroom/once chatroom/resume chatroom/context",
            string.Join(' ', early.Where(line => line.Contains(" CAP ", StringComparison.Ordinal)).Select(line => line.Replace(" LS * :", " LS :", StringComparison.Ordinal)))
                .Replace(" :irc.test CAP * LS :", " ", StringComparison.Ordinal));
        Assert.All(early, line => Assert.Equal(line != early[^1], line.Contains(" LS * :", StringComparison.Ordinal)));
        Assert.Contains(await client.Ask("CAP END"), line => line.Contains(" 001 Tuan ", StringComparison.Ordinal));
    }

    /// <summary>Several lines came with version 302 (capability-negotiation).</summary>
    [Fact]
    public async Task Who_speaks_an_older_version_hears_one_line_of_whole_names()
    {
        await using var server = TestServer.Start();
        var line = Assert.Single(await server.Dial().Ask("CAP LS"));
        var all = Server.Sessions.Offered.All;

        Assert.All(line[(line.LastIndexOf(':') + 1)..].Split(' '), name => Assert.True(all.HasFlag(Irc.Capabilities.Find(name)) && Irc.Capabilities.Find(name) != Irc.Capability.None, name));
        Assert.Contains(" sasl ", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_nickname_is_refused_with_its_holder_and_another_one_lets_in()
    {
        await using var server = TestServer.Start();
        await server.Connect("Tuan");
        var other = server.Dial();

        Assert.Equal(
            [":irc.test 433 * tuan :Nickname is in use: Tuan holds it since 2026-01-01T12:00:00.000Z; choose another"],
            await other.Ask("NICK tuan", "USER duy 0 * :Duy"));
        Assert.Contains(await other.Ask("NICK Duy"), line => line.Contains(" 001 Duy ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1abc", "1abc", "A nickname can't begin with '1'.")]
    [InlineData("-abc", "-abc", "A nickname can't begin with '-'.")]
    [InlineData("a*c", "a*c", "A nickname can't have the character at position 2.")]
    [InlineData("Tuấn", "Tuấn", "A nickname can't have the character at position 3.")]
    [InlineData(":a b", "*", "A nickname can't have the character at position 2.")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcde", "abcdefghijklmnopqrstuvwxyzabcde", "That nickname has 31 characters.")]
    public async Task A_bad_nickname_is_refused_with_the_rule(string nick, string shown, string reason)
    {
        await using var server = TestServer.Start();
        var client = server.Dial();

        var line = Assert.Single(await client.Ask($"NICK {nick}"));

        Assert.StartsWith($":irc.test 432 * {shown} :{reason}", line, StringComparison.Ordinal);
        Assert.EndsWith("It has 1 to 30 characters: letters, digits and []\\`_^{|}-, beginning with neither a digit nor '-'", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NICK")]
    [InlineData("NICK :")]
    public async Task An_empty_nickname_is_none(string line)
    {
        await using var server = TestServer.Start();

        Assert.Equal([":irc.test 431 * :NICK needs a nickname"], await server.Dial().Ask(line));
    }

    [Fact]
    public async Task The_right_password_lets_in()
    {
        await using var server = TestServer.Start(password: "sesame");
        var client = server.Dial();

        Assert.Contains(await client.Ask("PASS sesame", "NICK Tuan", "USER t 0 * :t"), line => line.Contains(" 001 Tuan ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PASS open", "NICK Tuan")]
    [InlineData("PASS sesame2", "NICK Tuan")]
    [InlineData("NICK Tuan", "NICK Tuan")]
    public async Task A_wrong_or_missing_password_ends_the_connection(params string[] lines)
    {
        await using var server = TestServer.Start(password: "sesame");
        var client = server.Dial();

        await client.Send([.. lines, "USER t 0 * :t"]);

        Assert.Equal(
            [
                ":irc.test 464 * :This server wants its password, and this is not it: send it with PASS before NICK and USER",
                "ERROR :Closing link: wrong password",
            ],
            await client.Rest());
    }

    [Theory]
    [InlineData("JOIN #lobby")]
    [InlineData("PRIVMSG #lobby :hi")]
    [InlineData("WHATEVER")]
    [InlineData("LIST")]
    public async Task Before_one_is_let_in_other_commands_are_refused(string line)
    {
        await using var server = TestServer.Start();

        Assert.Equal([":irc.test 451 * :You are not connected yet: send NICK and USER first"], await server.Dial().Ask(line));
    }

    [Theory]
    [InlineData("PASS x")]
    [InlineData("USER a 0 * :b")]
    public async Task Afterwards_it_is_too_late_for_what_belongs_before(string line)
    {
        await using var server = TestServer.Start();
        var client = await server.Connect("Tuan");

        Assert.Equal([":irc.test 462 Tuan :You are connected already, so this comes too late"], await client.Ask(line));
    }

    [Fact]
    public async Task Who_does_not_finish_in_time_is_told_why_and_closed()
    {
        await using var server = TestServer.Start();
        var (silent, half) = (server.Dial(), server.Dial());
        await half.Ask("NICK Tuan");

        server.Clock.Move(Limits.Handshake - TimeSpan.FromSeconds(1));
        await half.Hears();
        server.Clock.Move(TimeSpan.FromSeconds(1));

        foreach (var client in new[] { silent, half })
            Assert.Equal(
                ["ERROR :Closing link: you did not finish connecting within 30 seconds: NICK and USER are needed"], await client.Rest());
        Assert.Equal(0, server.Registry.Connections);
    }

    [Fact]
    public async Task An_empty_real_name_is_none()
    {
        await using var server = TestServer.Start();

        Assert.Equal(
            [":irc.test 461 * USER :Your real name, the fourth parameter, may be anything but empty"],
            await server.Dial().Ask("NICK Tuan", "USER t 0 * :"));
    }

    [Fact]
    public async Task A_real_name_is_cut_at_a_character_where_it_would_not_fit_a_line()
    {
        await using var server = TestServer.Start();
        var client = server.Dial();
        await client.Ask("NICK Tuan", $"USER t 0 * :{string.Concat(Enumerable.Repeat("ấ", 160))}");

        var whois = await client.Ask("WHOIS Tuan");

        Assert.Equal($":irc.test 311 Tuan Tuan t guest * :{string.Concat(Enumerable.Repeat("ấ", 50))}", whois[0]);
    }

    [Fact]
    public async Task Who_vanishes_in_the_middle_of_the_handshake_leaves_nothing_behind()
    {
        await using var server = TestServer.Start();
        var gone = server.Dial();
        await gone.Ask("NICK Tuan", "CAP LS");

        await gone.Vanish();

        Assert.Equal(0, server.Registry.Connections);
        await server.Connect("Tuan");
    }
}
