using System.IO.Pipelines;
using System.Net;
using System.Text;
using ChatRoom.Server.Settings;
using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Server.Tests.Transport.Tls;
using ChatRoom.Server.Transport.Proxy;
using ChatRoom.Testing;

namespace ChatRoom.Server.Tests.Transport.Proxy;

/// <summary>The gate over a pipe in memory, with a clock that a test holds.</summary>
public sealed class ProxyGateTests
{
    private readonly HeldClock _clock = new();
    private readonly WrittenLog _log = new();
    private readonly Pipe _pipe = new();

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("::ffff:10.1.2.3", true)]
    [InlineData("192.0.2.1", true)]
    [InlineData("2001:db8::1", true)]
    [InlineData("11.0.0.1", false)]
    [InlineData("192.0.2.2", false)]
    [InlineData("::1", false)]
    public void Only_who_is_named_is_asked(string address, bool isAsked) =>
        Assert.Equal(isAsked, Gate("10.0.0.0/8", "192.0.2.1/32", "2001:db8::/32").Expects(new IPEndPoint(IPAddress.Parse(address), 1)));

    [Fact]
    public void Without_a_proxy_nobody_is_asked() => Assert.False(Gate().Expects(new IPEndPoint(IPAddress.Loopback, 1)));

    [Fact]
    public async Task Who_comes_through_it_is_known_by_their_own_address_and_what_they_said_is_still_there()
    {
        await Send("PROXY TCP4 192.0.2.7 10.0.0.1 4660 6667\r\nNICK tuan\r\n");

        Assert.Equal("192.0.2.7:4660", await Read());
        Assert.Equal("NICK tuan\r\n", await Rest());
    }

    [Fact]
    public async Task A_header_may_come_in_pieces()
    {
        var reading = Read();
        foreach (var piece in ProxyHeaders.Tcp6("2001:db8::7"))
            await _pipe.Writer.WriteAsync(new[] { piece });
        await Send("x");

        Assert.Equal("[2001:db8::7]:4660", await reading);
        Assert.Equal("x", await Rest());
    }

    [Fact]
    public async Task A_proxy_that_speaks_for_itself_is_known_by_its_own_address()
    {
        await Send("PROXY UNKNOWN\r\n");

        Assert.Equal("10.0.0.9:5", await Read());
    }

    [Fact]
    public async Task Without_a_header_the_connection_is_closed_and_the_log_says_why()
    {
        await Send("NICK tuan\r\n");

        Assert.Null(await Read());
        Assert.Equal(
            ["Connection 7 from the proxy 10.0.0.9:5 is closed: it does not begin with a PROXY header; let the proxy send one, or leave its address out of --proxy-from"],
            _log.Lines);
    }

    [Fact]
    public async Task A_header_that_does_not_come_in_time_is_waited_for_no_longer()
    {
        await Send("PROXY TC");
        var reading = Read();
        await _clock.WhenTimersRun(1);

        _clock.Move(Limits.ProxyHeader);

        Assert.Null(await reading);
        Assert.Equal(["Connection 7 from the proxy 10.0.0.9:5 is closed: no PROXY header came within 5 s"], _log.Lines);
    }

    [Fact]
    public async Task A_header_that_breaks_off_is_said_and_a_mere_look_at_the_port_is_not()
    {
        await Send("PROXY TC");
        await _pipe.Writer.CompleteAsync();
        Assert.Null(await Read());
        Assert.Equal(["Connection 7 from the proxy 10.0.0.9:5 is closed: it ended in the middle of its PROXY header"], _log.Lines);

        _pipe.Reader.Complete();
        _pipe.Reset();
        await _pipe.Writer.CompleteAsync();
        Assert.Null(await Read());
        Assert.Single(_log.Lines);
    }

    private ProxyGate Gate(params string[] networks) => new(new PublishedSettings(new LiveSettings { ProxyFrom = [.. networks.Select(IPNetwork.Parse)] }), _clock, _log);

    private Task<string?> Read() => Gate("10.0.0.0/8").Read(_pipe.Reader, "10.0.0.9:5", 7).WaitAsync(Client.Deadline);

    private async Task Send(string text) => await _pipe.Writer.WriteAsync(Encoding.ASCII.GetBytes(text));

    private async Task<string> Rest()
    {
        await _pipe.Writer.CompleteAsync();
        using var rest = new StreamReader(_pipe.Reader.AsStream());
        return await rest.ReadToEndAsync();
    }
}
