using System.Security.Authentication;
using System.Text;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Transport.Tls;

public sealed class TlsGateTests
{
    [Theory]
    [InlineData(SslProtocols.Tls12, SslProtocols.Tls13)]
    [InlineData(SslProtocols.Tls13, SslProtocols.Tls12)]
    public async Task Two_people_talk_whatever_TLS_they_speak(SslProtocols first, SslProtocols second)
    {
        await using var server = new TlsServer(TestCertificate.Vouched());
        await using var ann = await server.Join("Ann", "#tea", first);
        await using var ben = await server.Join("Ben", "#tea", second);

        await ann.Send("PRIVMSG #tea :Nobody on the way reads this.");
        await ben.Send("PRIVMSG #tea :Nor this.");

        Assert.Equal(":Ann!Ann@guest PRIVMSG #tea :Nobody on the way reads this.", (await ben.Until("PRIVMSG"))[^1]);
        Assert.Equal(":Ben!Ben@guest PRIVMSG #tea :Nor this.", (await ann.Until("PRIVMSG"))[^1]);
        Assert.Equal((first, second), (ann.Tls.SslProtocol, ben.Tls.SslProtocol));
    }

    /// <summary>Signed by nobody that anybody trusts, and long over: whose key it is counts.</summary>
    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task A_certificate_that_the_client_shows_is_known_by_its_fingerprint(SslProtocols protocol)
    {
        await using var server = new TlsServer(TestCertificate.SelfSigned());
        var own = TestCertificate.SelfSigned("somebody", TestCertificate.Start.AddYears(-2), TestCertificate.Start.AddYears(-1));
        await using var ann = await server.Connect(protocol, own);
        await ann.Send("NICK Ann", "USER ann 0 * :Ann", "NS REGISTER tea", "CERT ADD", "CERT LIST");
        Assert.Contains($" CERT LIST {own.Fingerprint} ", (await ann.Until(" CERT END "))[^2], StringComparison.Ordinal);
        await ann.Send("QUIT");

        await using var again = await server.Connect(protocol, own);
        await again.Send("CAP REQ :sasl", "AUTHENTICATE EXTERNAL", "AUTHENTICATE +");
        Assert.Contains(" Ann :You are logged in as Ann", (await again.Until(" 900 "))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_proxy_no_certificate_counts()
    {
        await using var server = new TlsServer(TestCertificate.SelfSigned());
        await using var ann = await server.Connect(own: TestCertificate.SelfSigned("the proxy's"), isProxied: true);
        await ann.Send("AUTHENTICATE EXTERNAL");
        Assert.EndsWith("You showed no certificate", (await ann.Until(" 904 "))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_quits_hears_the_last_line_before_the_end()
    {
        await using var server = new TlsServer(TestCertificate.SelfSigned());
        await using var ann = await server.Join("Ann", "#tea");

        await ann.Send("QUIT :home");

        Assert.StartsWith("ERROR", (await ann.Until("ERROR"))[^1], StringComparison.Ordinal);
        Assert.Null(await ann.Next());
        await ann.Served;
    }

    [Fact]
    public async Task A_large_answer_comes_whole()
    {
        await using var server = new TlsServer(TestCertificate.SelfSigned());
        await using var ann = await server.Join("Ann", "#tea");
        var sent = Enumerable.Range(0, 1000).Select(i => $"PRIVMSG #tea :{i} {new string('x', 400)}").ToArray();
        await ann.Send(sent);

        await ann.Send("CAP REQ :batch draft/chathistory", "CHATHISTORY LATEST #tea * 1000", "PING end");
        var heard = await ann.Until("PONG");

        Assert.Equal(
            sent.Select(line => line["PRIVMSG #tea :".Length..]),
            heard.Where(line => line.Contains("PRIVMSG", StringComparison.Ordinal)).Select(line => line.Split("#tea :")[1]));
    }

    [Fact]
    public async Task Who_does_not_read_is_cut_off_and_the_room_goes_on()
    {
        await using var server = new TlsServer(TestCertificate.SelfSigned());
        await using var deaf = await server.Join("Deaf", "#tea");
        await using var ann = await server.Join("Ann", "#tea");
        var text = new string('x', 400);
        var heard = new List<string>();

        // More than the buffers of the system and what may wait for a client; the room hears of the end long before the last.
        for (var round = 0; round < 100 && !heard.Any(line => line.StartsWith(":Deaf!Deaf@guest QUIT", StringComparison.Ordinal)); round++)
        {
            await ann.Send([.. Enumerable.Repeat($"PRIVMSG #tea :{text}", 200), $"PING {round}"]);
            heard.AddRange(await ann.Until("PONG"));
        }

        Assert.Contains(heard, line => line.StartsWith(":Deaf!Deaf@guest QUIT", StringComparison.Ordinal));
        // A deaf client gets a while for its last lines, and does not use it.
        server.Clock.Move(Limits.CloseTimeout + Limits.Sweep);
        await deaf.Served;
    }

    [Fact]
    public async Task Who_speaks_plain_text_is_turned_away_and_no_operator_is_bothered()
    {
        await using var server = new TlsServer(TestCertificate.SelfSigned());
        var (socket, served) = await server.Dial();
        using (socket)
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes("NICK Ann\r\nUSER ann 0 * :Ann\r\n"));
            await served.WaitAsync(Client.Deadline);
        }

        Assert.Empty(server.Log.Lines);
        await using var ben = await server.Join("Ben", "#tea");
    }

    [Fact]
    public async Task Who_does_not_finish_the_handshake_is_turned_away()
    {
        await using var server = new TlsServer(TestCertificate.SelfSigned());
        var (socket, served) = await server.Dial();
        using (socket)
        {
            // Those of the lobby and of the certificates run already.
            await server.Clock.WhenTimersRun(3);
            server.Clock.Move(Limits.TlsHandshake);
            await served.WaitAsync(Client.Deadline);
        }

        Assert.Empty(server.Log.Lines);
    }

    [Fact]
    public async Task Who_vanishes_is_missed()
    {
        await using var server = new TlsServer(TestCertificate.SelfSigned());
        await using var ann = await server.Join("Ann", "#tea");
        var ben = await server.Join("Ben", "#tea");

        await ben.DisposeAsync();

        Assert.StartsWith(":Ben!Ben@guest QUIT", (await ann.Until("QUIT"))[^1], StringComparison.Ordinal);
        await ben.Served;
    }

    [Fact]
    public async Task A_renewed_certificate_is_for_new_connections_and_the_old_ones_stay()
    {
        var (first, renewed) = (TestCertificate.SelfSigned(), TestCertificate.SelfSigned());
        await using var server = new TlsServer(first);
        await using var ann = await server.Join("Ann", "#tea");

        server.Renew(renewed);

        await using var ben = await server.Join("Ben", "#tea");
        Assert.Equal(first.Fingerprint, ann.Fingerprint);
        Assert.Equal(renewed.Fingerprint, ben.Fingerprint);
        await ann.Send("PRIVMSG Ben :still here");
        Assert.EndsWith(":still here", (await ben.Until("PRIVMSG"))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sts_is_offered_to_those_who_know_values_and_only_with_a_certificate_that_somebody_vouches_for()
    {
        await using var server = new TlsServer(TestCertificate.Vouched(), stsDays: 30);

        Assert.EndsWith(" sts=duration=2592000", await Ask(server, "CAP LS 302"), StringComparison.Ordinal);
        Assert.DoesNotContain("sts", await Ask(server, "CAP LS"), StringComparison.Ordinal);
        Assert.EndsWith("NAK sts", (await Ask(server, "CAP REQ :sts")).Replace(":", "", StringComparison.Ordinal), StringComparison.Ordinal);

        server.Renew(TestCertificate.SelfSigned());
        Assert.DoesNotContain("sts", await Ask(server, "CAP LS 302"), StringComparison.Ordinal);
    }

    private static async Task<string> Ask(TlsServer server, string line)
    {
        await using var client = await server.Connect();
        await client.Send(line);
        var answer = (await client.Until("CAP"))[^1];
        // The value is in the last line of those that a list needs.
        while (answer.Contains(" LS * ", StringComparison.Ordinal))
            answer = (await client.Until("CAP"))[^1];
        return answer;
    }
}
