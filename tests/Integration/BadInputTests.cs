using System.Net.Sockets;
using System.Text;

namespace ChatRoom.Integration.Tests;

/// <summary>Whatever comes in, who sent it gets the protocol's answer, stays, and nobody else notices.</summary>
public sealed class BadInputTests(SharedServer server) : IClassFixture<SharedServer>
{
    [Theory]
    [InlineData("FOO bar", " 421 rude FOO :This server has no such command")]
    [InlineData("F\u00d6\u00d6", " 421 rude * ")]
    [InlineData("JOIN", " 461 rude JOIN ")]
    [InlineData("TOPIC", " 461 rude TOPIC ")]
    [InlineData("WHOIS", " 461 rude WHOIS ")]
    [InlineData("PRIVMSG", " 411 rude ")]
    [InlineData("PRIVMSG #room", " 412 rude ")]
    [InlineData("PRIVMSG nobody :hello", " 401 rude nobody ")]
    [InlineData("NICK", " 431 rude ")]
    [InlineData("NICK 1st", " 432 rude 1st ")]
    [InlineData("NICK :two words", " 432 rude ")]
    [InlineData("JOIN lobby", " 403 rude lobby ")]
    [InlineData("USER rude 0 * :again", " 462 rude ")]
    [InlineData("CHATHISTORY LATEST #room * many", "FAIL CHATHISTORY INVALID_PARAMS LATEST ")]
    public async Task A_line_that_means_nothing_gets_its_reply(string line, string reply)
    {
        await using var bystander = await WireClient.EnterRoom(server.EndPoint, "bystander", "#room");
        await using var rude = await WireClient.EnterRoom(server.EndPoint, "rude", "#room");
        await bystander.HeardSoFar();
        await rude.HeardSoFar();
        await rude.Send(line);
        Assert.Contains(reply, Assert.Single(await rude.HeardSoFar()));
        Assert.Empty(await bystander.HeardSoFar());
    }

    [Theory]
    [InlineData("PRIVMSG #room :nul \0 nul", " 421 rude * ")]
    [InlineData("PRIVMSG #room :bare \r return", " 421 rude * ")]
    [InlineData("PRIVMSG #room :caf\u00e9", "FAIL * INVALID_UTF8 ")]
    [InlineData("\u0080\u0081\u0082", " 421 rude * ")]
    public async Task Bytes_that_no_line_may_have_get_their_reply(string latin1, string reply)
    {
        await using var bystander = await WireClient.EnterRoom(server.EndPoint, "bystander", "#room");
        await using var rude = await WireClient.EnterRoom(server.EndPoint, "rude", "#room");
        await bystander.HeardSoFar();
        await rude.SendBytes(Encoding.Latin1.GetBytes(latin1 + "\r\n"));
        Assert.Contains(reply, await rude.Heard.Until(reply.Trim().Split(' ')[0]));
        Assert.Empty(await bystander.HeardSoFar());
    }

    /// <summary>512 bytes with CR LF are the most (RFC 1459 section 2.3).</summary>
    [Theory]
    [InlineData(511, true)]
    [InlineData(512, true)]
    [InlineData(513, false)]
    [InlineData(4_000, false)]
    [InlineData(100_000, false)]
    public async Task A_line_may_have_512_bytes(int length, bool fits)
    {
        await using var bystander = await WireClient.EnterRoom(server.EndPoint, "bystander", "#room");
        await using var rude = await WireClient.EnterRoom(server.EndPoint, "rude", "#room");
        await bystander.HeardSoFar();
        await rude.HeardSoFar();
        const string frame = "PRIVMSG #room :";
        await rude.Send(frame + new string('x', length - frame.Length - 2));
        var answer = await rude.HeardSoFar();
        var heard = await bystander.HeardSoFar();
        if (fits)
        {
            Assert.Empty(answer);
            Assert.Equal(length - frame.Length - 2, heard.Said().Sum(text => text.Length));
        }
        else
        {
            Assert.Contains(" 417 rude ", Assert.Single(answer));
            Assert.Empty(heard);
        }
    }

    [Fact]
    public async Task A_line_that_comes_in_halves_is_one_line()
    {
        await using var bystander = await WireClient.EnterRoom(server.EndPoint, "bystander", "#halves");
        await using var slow = await WireClient.EnterRoom(server.EndPoint, "slow", "#halves");
        foreach (var letter in "PRIVMSG #halves :one")
            await slow.SendBytes(new[] { (byte)letter });
        // The other one is answered while half a line stands there.
        await bystander.HeardSoFar();
        await slow.Send(" line");
        Assert.Equal(["one line"], (await bystander.Heard.AllUntil("line")).Where(line => line.Contains(" PRIVMSG ")).Said());
    }

    [Fact]
    public async Task Half_a_line_before_the_end_was_never_said()
    {
        await using var bystander = await WireClient.EnterRoom(server.EndPoint, "bystander", "#unsaid");
        await using (var gone = await WireClient.EnterRoom(server.EndPoint, "gone", "#unsaid"))
            await gone.SendBytes("PRIVMSG #unsaid :I was about to say"u8.ToArray());
        var heard = await bystander.Heard.AllUntil(" QUIT ");
        Assert.DoesNotContain(heard, line => line.Contains(" PRIVMSG "));
    }

    [Fact]
    public async Task Ten_thousand_lines_at_once_are_all_answered_in_order_while_others_chat()
    {
        const int lines = 10_000;
        await using var one = await WireClient.EnterRoom(server.EndPoint, "one", "#calm");
        await using var two = await WireClient.EnterRoom(server.EndPoint, "two", "#calm");
        await using var rude = await WireClient.Enter(server.EndPoint, "hasty");
        var sending = rude.Send(string.Join("\r\n", Enumerable.Range(0, lines).Select(number => $"PING {number}")));
        await one.Send("PRIVMSG #calm :Do you hear me?");
        await two.Heard.Until("Do you hear me?");
        await sending;
        var answers = await rude.Heard.AllUntil($" :{lines - 1}");
        Assert.Equal(Enumerable.Range(0, lines).Select(number => $":chatroom.local PONG chatroom.local :{number}"), answers);
    }

    [Fact]
    public async Task Ten_thousand_messages_at_once_are_all_heard_in_order()
    {
        const int lines = 10_000;
        await using var listener = await WireClient.EnterRoom(server.EndPoint, "listener", "#flood");
        await using var hasty = await WireClient.EnterRoom(server.EndPoint, "hasty2", "#flood");
        await hasty.Send(string.Join("\r\n", Enumerable.Range(0, lines).Select(number => $"PRIVMSG #flood :{number}")));
        var heard = await listener.Heard.AllUntil($" :{lines - 1}");
        Assert.Equal(Enumerable.Range(0, lines).Select(number => $"{number}"), heard.Where(line => line.Contains(" PRIVMSG ")).Said());
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\n")]
    [InlineData("JOIN #room")]
    [InlineData("PRIVMSG #room :too early")]
    public async Task Who_was_not_let_in_is_told_what_to_do(string lines)
    {
        await using var stranger = await WireClient.Connect(server.EndPoint);
        await stranger.Send(lines);
        Assert.Contains("send NICK and USER first", await stranger.Heard.Until(" 451 * "));
    }

    [Fact]
    public async Task Bytes_of_another_protocol_harm_nobody()
    {
        await using var bystander = await WireClient.Enter(server.EndPoint, "calm");
        await using var stranger = await WireClient.Connect(server.EndPoint);
        var bytes = new byte[200_000];
        new Random(1).NextBytes(bytes);
        try
        {
            await stranger.SendBytes(bytes);
        }
        catch (SocketException)
        {
            // To be closed is an answer, too.
        }
        Assert.Empty(await bystander.HeardSoFar());
    }
}
