using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>What clients do with CAP and AUTHENTICATE that no client should: each has the answer that the specification names, and the connection goes on.</summary>
public sealed class CapabilityGameTests
{
    [Theory]
    [InlineData("CAP", "461 * CAP ")]
    [InlineData("CAP :", "410 * ")]
    [InlineData("CAP FROB", "410 * FROB ")]
    [InlineData("CAP LS 999999999999", "CAP * LS ")]
    [InlineData("CAP LS -1", "CAP * LS ")]
    [InlineData("CAP LS tea", "CAP * LS ")]
    [InlineData("CAP LIST", "CAP * LIST ")]
    [InlineData("CAP REQ :-batch", "CAP * ACK :-batch")]
    [InlineData("CAP REQ :batch -batch", "CAP * ACK :batch -batch")]
    [InlineData("CAP REQ :=batch", "CAP * NAK :=batch")]
    [InlineData("CAP REQ :batch=1", "CAP * NAK :batch=1")]
    [InlineData("CAP REQ :BATCH", "CAP * NAK :BATCH")]
    [InlineData("CAP REQ :~batch", "CAP * NAK :~batch")]
    [InlineData("CAP REQ :sts", "CAP * NAK :sts")]
    [InlineData("CAP REQ :--batch", "CAP * NAK :--batch")]
    [InlineData("CAP ACK :batch", "410 * ACK ")]
    [InlineData("CAP NEW :batch", "410 * NEW ")]
    [InlineData("AUTHENTICATE", "461 * AUTHENTICATE ")]
    [InlineData("AUTHENTICATE *", "906 * ")]
    [InlineData("AUTHENTICATE +", "908 * ")]
    [InlineData("AUTHENTICATE EXTERNAL", "908 * ")]
    public async Task Each_is_answered_and_nothing_else_happens(string line, string answer)
    {
        await using var server = TestServer.Start();
        var client = server.Dial();
        Assert.StartsWith($":irc.test {answer}", (await client.Ask(line))[0], StringComparison.Ordinal);
        // However it went on, the same client comes in.
        Assert.Contains(":irc.test 001 Tuan :Welcome to ChatRoom, Tuan", await client.Ask("NICK Tuan", "USER x 0 * :x", "CAP END"));
    }

    [Fact]
    public async Task Half_of_a_request_that_can_not_be_granted_is_not_granted()
    {
        await using var server = TestServer.Start();
        var client = server.Dial();
        await client.Ask("CAP REQ :batch", "CAP REQ :server-time frob", "CAP REQ :-batch -frob", "CAP REQ :-cap-notify cap-notify");
        Assert.Equal([":irc.test CAP * LIST :batch cap-notify"], await client.Ask("CAP LIST"));
    }

    [Fact]
    public async Task A_negotiation_that_never_ends_lets_nobody_in_and_CAP_END_twice_does_no_harm()
    {
        await using var server = TestServer.Start();
        var client = server.Dial();
        await client.Ask("NICK Tuan", "CAP LS 302", "USER x 0 * :x");
        for (var i = 0; i < 200; i++)
            Assert.Single(await client.Ask("CAP REQ :server-time"));
        Assert.StartsWith(":irc.test 451 ", (await client.Ask("JOIN #a"))[^1], StringComparison.Ordinal);
        Assert.Contains(":irc.test 001 Tuan :Welcome to ChatRoom, Tuan", await client.Ask("CAP END", "CAP END"));
        Assert.Empty(await client.Ask("CAP END"));
    }

    [Theory]
    [InlineData("AUTHENTICATE PLAIN", "AUTHENTICATE !!!!", "904")]
    [InlineData("AUTHENTICATE PLAIN", "AUTHENTICATE AAAA", "904")]
    [InlineData("AUTHENTICATE PLAIN", "AUTHENTICATE +", "904")]
    [InlineData("AUTHENTICATE PLAIN", "AUTHENTICATE PLAIN", "904")]
    [InlineData("AUTHENTICATE SCRAM-SHA-256", "AUTHENTICATE bixhPQ==", "904")]
    [InlineData("AUTHENTICATE SCRAM-SHA-256", "AUTHENTICATE *", "906")]
    [InlineData("AUTHENTICATE PLAIN", "CAP END", "906")]
    public async Task A_proof_that_is_none_fails_and_another_try_may_follow(string begin, string then, string numeric)
    {
        await using var server = TestServer.Start();
        var client = server.Dial();
        await client.Ask("CAP REQ :sasl", begin);
        Assert.Contains(await client.Ask(then), line => line.StartsWith($":irc.test {numeric} * ", StringComparison.Ordinal));
        Assert.Equal("AUTHENTICATE +", (await client.Ask("AUTHENTICATE PLAIN"))[^1]);
    }

    [Fact]
    public async Task A_proof_without_an_end_is_refused_before_it_fills_anything()
    {
        await using var server = TestServer.Start();
        var client = server.Dial();
        await client.Ask("CAP REQ :sasl", "AUTHENTICATE PLAIN");
        var heard = new List<string>();
        for (var i = 0; i < 4; i++)
            heard.AddRange(await client.Ask($"AUTHENTICATE {new string('A', 400)}"));
        Assert.StartsWith(":irc.test 904 * ", heard[0], StringComparison.Ordinal);
        Assert.StartsWith(":irc.test 905 * ", (await client.Ask("AUTHENTICATE PLAIN", $"AUTHENTICATE {new string('A', 401)}"))[^1], StringComparison.Ordinal);
    }
}
