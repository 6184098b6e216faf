using ChatRoom.Domain.Commands;
using ChatRoom.Server.Accounts;
using ChatRoom.Server.Control;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Tests.Dialect;
using static ChatRoom.Journal.Tests.Sample;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>Certificates log in, on connections that show one.</summary>
public sealed class CertificateTests
{
    private static readonly string Print = new('a', 64);

    private const string Strange = ":irc.test 904 * :Your certificate does not prove that account: log in with its password, and add the certificate with CERT ADD";

    [Fact]
    public async Task The_one_in_use_is_added_listed_and_logs_in_from_then_on()
    {
        await using var server = await WithMai();
        var mai = await Connect(server, Print);
        await mai.Ask("NS IDENTIFY Mai tea");
        Assert.Equal([":NickServ!NickServ@irc.test NOTICE Mai2 :A certificate logs in to Mai from now on; CERT LIST shows all"], await mai.Ask("CERT ADD"));
        var list = await mai.Ask("CERT LIST");
        Assert.StartsWith($":irc.test CERT LIST {Print} :It logs in since 2", list[0], StringComparison.Ordinal);
        Assert.EndsWith(", and this connection shows it", list[0], StringComparison.Ordinal);
        Assert.Equal(":irc.test CERT END Mai :These log in", list[1]);
        await mai.Send("QUIT");
        await mai.Rest();

        var again = server.Dial(Print);
        Assert.Contains(await again.Ask("CAP LS 302"), line => line.Contains(" sasl=EXTERNAL,SCRAM-SHA-256,PLAIN ", StringComparison.Ordinal));
        Assert.Equal(
            ["AUTHENTICATE +", ":irc.test 900 * *!*@guest Mai :You are logged in as Mai", ":irc.test 903 * :SASL was successful"],
            await again.Ask("AUTHENTICATE EXTERNAL", "AUTHENTICATE +"));
        Assert.Contains(":irc.test 001 Mai :Welcome to ChatRoom, Mai", await again.Ask("NICK Mai", "USER mai 0 * :Mai", "CAP END"));

        Assert.Equal([":NickServ!NickServ@irc.test NOTICE Mai :A certificate does not log in to Mai any more"], await again.Ask($"NS CERT DEL {Print}"));
        Assert.Equal([":irc.test CERT END Mai :No certificate logs in; CERT ADD adds the one in use"], await again.Ask("CERT LIST"));
    }

    [Theory]
    [InlineData("mai", true)]
    [InlineData("", true)]
    [InlineData("duy", false)]
    [InlineData("no name", false)]
    public async Task It_proves_the_account_that_is_named_or_none_is(string named, bool isRight)
    {
        await using var server = await WithMai();
        await Added(server);
        var mai = server.Dial(Print);
        var word = named.Length == 0 ? "+" : Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(named));
        Assert.Equal(isRight ? ":irc.test 903 * :SASL was successful" : Strange, (await mai.Ask("AUTHENTICATE EXTERNAL", $"AUTHENTICATE {word}"))[^1]);
    }

    [Fact]
    public async Task Who_shows_none_is_offered_nothing_and_who_shows_another_is_nobody()
    {
        await using var server = await WithMai();
        await Added(server);
        var plain = server.Dial();
        Assert.DoesNotContain(await plain.Ask("CAP LS 302"), line => line.Contains("EXTERNAL", StringComparison.Ordinal));
        Assert.Equal([":irc.test 908 * SCRAM-SHA-256,PLAIN :are the mechanisms that can be used", ":irc.test 904 * :You showed no certificate"], await plain.Ask("AUTHENTICATE EXTERNAL"));

        Assert.Equal(["AUTHENTICATE +", Strange], await server.Dial(new string('b', 64)).Ask("AUTHENTICATE EXTERNAL", "AUTHENTICATE +"));
    }

    [Theory]
    [InlineData("CERT LIST", ":irc.test FAIL CERT ACCOUNT_REQUIRED :You are not logged in to an account", false)]
    [InlineData("CERT ADD", ":irc.test FAIL CERT NO_CERT :This connection showed no certificate: connect with one over TLS, or name its fingerprint", true)]
    [InlineData("CERT ADD xyz", ":irc.test FAIL CERT INVALID_PARAMS :CERT LIST, CERT ADD [fingerprint] and CERT DEL fingerprint are what can be said; a fingerprint is a SHA-256 in hexadecimal", true)]
    [InlineData("NS CERT FROB", ":irc.test FAIL CERT INVALID_PARAMS :CERT LIST, CERT ADD [fingerprint] and CERT DEL fingerprint are what can be said; a fingerprint is a SHA-256 in hexadecimal", true)]
    [InlineData("CERT DEL", ":irc.test FAIL CERT INVALID_PARAMS :CERT LIST, CERT ADD [fingerprint] and CERT DEL fingerprint are what can be said; a fingerprint is a SHA-256 in hexadecimal", true)]
    public async Task What_can_not_be_done_is_said(string line, string answer, bool isLoggedIn)
    {
        await using var server = await WithMai();
        var mai = await server.Connect("Duy");
        if (isLoggedIn)
            await mai.Ask("NS IDENTIFY Mai tea");
        Assert.Equal([answer], await mai.Ask(line));
    }

    [Fact]
    public async Task One_that_the_account_has_not_is_not_taken_away()
    {
        await using var server = await WithMai();
        var mai = await server.Connect("Duy");
        await mai.Ask("NS IDENTIFY Mai tea");
        Assert.Equal([$":irc.test FAIL CERT CERT_UNKNOWN {Print} :Your account has no such certificate; CERT LIST shows all"], await mai.Ask($"CERT DEL {Print}"));
    }

    private static async Task<TestServer> WithMai()
    {
        var server = TestServer.Start();
        Assert.IsType<Verdict.Done>(await server.Registry.Hub.Order(new Command.AddAccount(Account("Mai"), PasswordProof.Make("tea", 7, 2))));
        return server;
    }

    private static async Task Added(TestServer server) => Assert.IsType<Verdict.Done>(await server.Registry.Hub.Order(
        new Command.ChangeCertificate(Account("Mai"), ChatRoom.Domain.Names.CertificatePrint.Parse(Print).IfNone(() => throw new InvalidOperationException()), true)));

    private static async Task<Client> Connect(TestServer server, string certificate)
    {
        var client = server.Dial(certificate);
        await client.Ask("NICK Mai2", "USER mai 0 * :Mai");
        return client;
    }
}
