using System.Net.Sockets;
using System.Text;

namespace ChatRoom.Integration.Tests;

/// <summary>Whatever comes in, who sent it gets the protocol's answer, stays, and nobody else notices.</summary>
public sealed class BadInputTests(SharedServer server) : IClassFixture<SharedServer>, IAsyncLifetime
{
    private WireClient _bystander = null!;
    private WireClient _rude = null!;

    public async Task InitializeAsync()
    {
        _bystander = await WireClient.EnterRoom(server.EndPoint, "bystander", "#room");
        _rude = await WireClient.EnterRoom(server.EndPoint, "rude", "#room");
        await _bystander.HeardSoFar();
        // What was said there before it came, by those of other tests.
        await _rude.HeardSoFar();
    }

    public async Task DisposeAsync()
    {
        foreach (var client in (WireClient[])[_rude, _bystander])
        {
            await client.Quit();
            await client.DisposeAsync();
        }
    }

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
        await _rude.Send(line);
        Assert.Contains(reply, Assert.Single(await _rude.HeardSoFar()));
        Assert.Empty(await _bystander.HeardSoFar());
    }

    [Theory]
    [InlineData("PRIVMSG #room :nul \0 nul", " 421 rude * ")]
    [InlineData("PRIVMSG #room :bare \r return", " 421 rude * ")]
    [InlineData("PRIVMSG #room :caf\u00e9", "FAIL PRIVMSG INVALID_UTF8 ")]
    [InlineData("\u0080\u0081\u0082", " 421 rude * ")]
    public async Task Bytes_that_no_line_may_have_get_their_reply(string latin1, string reply)
    {
        await _rude.SendBytes(Encoding.Latin1.GetBytes(latin1 + "\r\n"));
        Assert.Contains(reply, await _rude.Heard.Until(reply.Trim().Split(' ')[0]));
        Assert.Empty(await _bystander.HeardSoFar());
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
        // Padded, because with a name in front so many words would not fit any more.
        const string words = " :hello";
        await _rude.Send("PRIVMSG #room".PadRight(length - words.Length - 2) + words);
        var answer = await _rude.HeardSoFar();
        var heard = await _bystander.HeardSoFar();
        if (fits)
        {
            Assert.Empty(answer);
            Assert.Equal(["hello"], heard.Said());
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
        foreach (var letter in "PRIVMSG #room :one")
            await _rude.SendBytes(new[] { (byte)letter });
        // The other one is answered while half a line stands there.
        Assert.Empty(await _bystander.HeardSoFar());
        await _rude.Send(" line");
        Assert.Equal(["one line"], (await _bystander.Heard.AllUntil("line")).Said());
    }

    [Fact]
    public async Task Half_a_line_before_the_end_was_never_said()
    {
        await using (var gone = await WireClient.EnterRoom(server.EndPoint, "gone", "#room"))
            await gone.SendBytes("PRIVMSG #room :I was about to say"u8.ToArray());
        Assert.Empty((await _bystander.Heard.AllUntil(" QUIT ")).Said());
    }

    [Fact]
    public async Task Ten_thousand_lines_at_once_are_all_answered_in_order_while_others_chat()
    {
        const int lines = 10_000;
        await using var other = await WireClient.EnterRoom(server.EndPoint, "other", "#room");
        var sending = _rude.Send(string.Join("\r\n", Enumerable.Range(0, lines).Select(number => $"PING {number}")));
        await other.Send("PRIVMSG #room :Do you hear me?");
        await _bystander.Heard.Until("Do you hear me?");
        await sending;
        var answers = await _rude.Heard.AllUntil($" :{lines - 1}");
        Assert.Equal(
            Enumerable.Range(0, lines).Select(number => $":chatroom.local PONG chatroom.local :{number}"),
            answers.Where(line => line.Contains(" PONG ")));
    }

    [Fact]
    public async Task Ten_thousand_messages_at_once_are_all_heard_in_order()
    {
        const int lines = 10_000;
        await _rude.Send(string.Join("\r\n", Enumerable.Range(0, lines).Select(number => $"PRIVMSG #room :{number}")));
        var heard = await _bystander.Heard.AllUntil($" :{lines - 1}");
        Assert.Equal(Enumerable.Range(0, lines).Select(number => $"{number}"), heard.Said());
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
        Assert.Empty(await _bystander.HeardSoFar());
    }
}
