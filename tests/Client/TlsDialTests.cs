using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Tests;

public class TlsDialTests
{
    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task A_pinned_certificate_is_accepted_no_matter_whom_it_is_for(SslProtocols protocol)
    {
        using var server = new TlsListener(protocol: protocol);
        var echo = server.Echo();
        await using (var transport = Assert.IsType<DialResult.Connected>(await Dial(server.Port, server.Fingerprint)).Transport)
        {
            await transport.Output.WriteAsync(Encoding.ASCII.GetBytes("ping"));

            Assert.Equal("ping", Encoding.ASCII.GetString((await transport.Input.ReadAtLeastAsync(4)).Buffer));
        }
        await echo;
    }

    [Fact]
    public async Task Another_certificate_than_the_pinned_one_is_refused_and_both_are_shown()
    {
        using var server = new TlsListener();
        var pinned = Parse(new string('a', 64));
        var echo = server.Echo();

        Assert.Equal(new DialResult.OtherCertificate(pinned, server.Fingerprint), await Dial(server.Port, pinned));
        await echo;
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused_with_its_fingerprint()
    {
        using var server = new TlsListener("localhost");
        var echo = server.Echo();

        Assert.Equal(
            new DialResult.Untrusted(server.Fingerprint, "it is signed by nobody but itself"), await Dial(server.Port, null, "localhost"));
        await echo;
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_certificate_is_named()
    {
        var yesterday = DateTimeOffset.UtcNow.AddDays(-1);
        using var server = new TlsListener(until: yesterday);
        var echo = server.Echo();

        var refused = Assert.IsType<DialResult.Untrusted>(await Dial(server.Port, null));

        Assert.Equal(
            $"it is for irc.test and not for 127.0.0.1, and it expired on {yesterday:yyyy-MM-dd}, and it is signed by nobody but itself",
            refused.Reason);
        await echo;
    }

    [Fact]
    public async Task A_server_that_speaks_no_TLS_is_told_apart()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var dialling = Dial(((IPEndPoint)listener.LocalEndpoint).Port, null);
        using var other = await listener.AcceptSocketAsync();
        await other.SendAsync(Encoding.ASCII.GetBytes(":irc.test NOTICE * :*** Looking up your hostname...\r\n"));
        other.Shutdown(SocketShutdown.Send);

        Assert.IsType<DialResult.NoTls>(await dialling);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_the_handshake_is_not_waited_for()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var clock = new FakeTimeProvider();
        var dialling = TcpTransport.Dial(
            "127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, new Encryption(null), clock, CancellationToken.None);
        using var other = await listener.AcceptSocketAsync();
        // The first bytes of the handshake: now it waits for an answer.
        await other.ReceiveAsync(new byte[1]);

        clock.Advance(ClientLimits.Connect);

        Assert.IsType<DialResult.TimedOut>(await dialling);
    }

    [Theory]
    [InlineData("AB:CD:", 2)]
    [InlineData("abcd", 2)]
    public void A_fingerprint_is_read_as_programs_show_it(string part, int bytes)
    {
        var text = string.Concat(Enumerable.Repeat(part, 32 / bytes)).TrimEnd(':');

        Assert.Equal(string.Concat(Enumerable.Repeat("abcd", 16)), Parse(text).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tea")]
    [InlineData("0123456789012345678901234567890123456789")]
    public void What_is_no_fingerprint_is_refused_in_words(string text)
    {
        Assert.False(Fingerprint.TryParse(text, out _, out var refusal));
        Assert.StartsWith($"'{text}' is no fingerprint: a SHA-256 fingerprint has 64 hexadecimal digits", refusal);
    }

    private static Fingerprint Parse(string text) =>
        Fingerprint.TryParse(text, out var fingerprint, out var refusal) ? fingerprint : throw new FormatException(refusal);

    private static Task<DialResult> Dial(int port, Fingerprint? pinned, string host = "127.0.0.1") =>
        TcpTransport.Dial(host, port, new Encryption(pinned), TimeProvider.System, CancellationToken.None);
}
