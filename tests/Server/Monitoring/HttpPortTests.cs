using System.Net;
using System.Net.Sockets;
using System.Text;
using ChatRoom.Server.Hosting;
using ChatRoom.Server.Monitoring;
using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Server.Transport;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatRoom.Server.Tests.Monitoring;

/// <summary>Real HTTP over loopback.</summary>
public sealed class HttpPortTests : IAsyncLifetime
{
    private readonly TestServer _server = TestServer.Start();
    private readonly HttpClient _client = new();
    private readonly MetricsReader _readings;
    private readonly HealthProbe _health;
    private HttpPort _port = null!;

    public HttpPortTests()
    {
        _readings = new MetricsReader(_server.Registry.Instruments.Meter);
        _health = new HealthProbe(_server.Registry.Hub, null, _server.Clock) { Phase = Phase.Serving };
    }

    public async Task InitializeAsync()
    {
        _port = await Open(0);
        _client.BaseAddress = new Uri($"http://{_port.EndPoint}");
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _port.Stop(new CancellationToken(canceled: true));
        await _port.DisposeAsync();
        _readings.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Metrics_are_what_Prometheus_reads()
    {
        var tuan = await _server.Connect("Tuan", "", "#tea");
        await tuan.Ask("PRIVMSG #tea :hello");

        using var answer = await _client.GetAsync(new Uri("/metrics?format=whatever", UriKind.Relative));

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n');
        Assert.Contains("chatroom_messages_total{kind=\"message\"} 1", lines);
        Assert.Contains("chatroom_sessions 1", lines);
        Assert.All(lines[..^1], line => Assert.Matches(@"^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+=""[^""]*""\})? [-+0-9.eE]+|[a-z_]+(\{le=""\+Inf""\}) \d+)$", line));
        Assert.Equal("", lines[^1]);
    }

    [Fact]
    public async Task A_server_that_serves_lives_and_is_ready()
    {
        Assert.StartsWith("200 {\"status\":\"alive\"", await Get("/health"), StringComparison.Ordinal);
        Assert.StartsWith("200 {\"status\":\"ready\"", await Get("/ready"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_stops_lives_and_is_not_ready()
    {
        _health.Phase = Phase.Stopping;

        Assert.StartsWith("200 {\"status\":\"alive\"", await Get("/health"), StringComparison.Ordinal);
        Assert.StartsWith("503 {\"status\":\"not ready\",\"why\":\"the server is stopping\"", await Get("/ready"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_whose_journal_refuses_is_not_ready_for_a_while()
    {
        var tuan = await _server.Connect("Tuan", "", "#tea");
        _server.Journal.IsFull = true;
        await tuan.Ask("PRIVMSG #tea :lost");

        Assert.StartsWith("503 {\"status\":\"not ready\",\"why\":\"the journal takes nothing", await Get("/ready"), StringComparison.Ordinal);
        Assert.StartsWith("200 ", await Get("/health"), StringComparison.Ordinal);

        _server.Clock.Move(Limits.RefusalCounts + TimeSpan.FromSeconds(1));
        Assert.StartsWith("200 ", await Get("/ready"), StringComparison.Ordinal);

        await tuan.Ask("PRIVMSG #tea :lost too");
        Assert.StartsWith("503 ", await Get("/ready"), StringComparison.Ordinal);

        _server.Journal.IsFull = false;
        await tuan.Ask("PRIVMSG #tea :kept");
        Assert.StartsWith("200 ", await Get("/ready"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hub_that_does_not_come_by_is_stuck()
    {
        // Its thread has ended, and nobody said so: this is how a hub looks that hangs.
        await _server.Stop();

        // With one more timer the question is asked.
        var running = _server.Clock.Running;
        var asked = Get("/health");
        await _server.Clock.WhenTimersRun(running + 1);
        _server.Clock.Move(Limits.HubTurns);

        Assert.StartsWith("503 {\"status\":\"stuck\",\"why\":\"the hub does not answer\"", await asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/", 404)]
    [InlineData("GET", "/metrics/", 404)]
    [InlineData("GET", "/Metrics", 404)]
    [InlineData("POST", "/nothing", 404)]
    [InlineData("POST", "/metrics", 405)]
    [InlineData("DELETE", "/ready", 405)]
    [InlineData("HEAD", "/health", 200)]
    public async Task What_is_not_there_and_what_can_not_be_done_is_said(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await _client.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 405 ? ["GET", "HEAD"] : [], answer.Content.Headers.Allow);
        Assert.Equal(method == "HEAD", (await answer.Content.ReadAsStringAsync()).Length == 0);
    }

    [Theory]
    [InlineData("GET /health HTTP/1.1\r\nHost: here\r\nX: {0}\r\n\r\n", 9000, "431")]
    [InlineData("GET /health?{0} HTTP/1.1\r\nHost: here\r\n\r\n", 3000, "414")]
    [InlineData("NICK tuan{0}\r\n\r\n", 0, "400")]
    public async Task What_is_too_long_or_no_HTTP_is_refused(string request, int length, string status)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(_port.EndPoint);
        await socket.SendAsync(Encoding.ASCII.GetBytes(string.Format(null, request, new string('x', length))));
        using var answer = new StreamReader(new NetworkStream(socket));

        Assert.StartsWith($"HTTP/1.1 {status} ", await answer.ReadLineAsync().WaitAsync(Client.Deadline), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        var taken = await Assert.ThrowsAsync<ListenException>(() => Open(_port.EndPoint.Port));

        Assert.Equal((_port.EndPoint, SocketError.AddressAlreadyInUse), (taken.EndPoint, taken.Error));
    }

    private Task<HttpPort> Open(int port) => HttpPort.Start(
        new IPEndPoint(IPAddress.Loopback, port), new HttpAnswers(_readings, _health.Look), NullLoggerFactory.Instance, CancellationToken.None);

    private async Task<string> Get(string path)
    {
        using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.ToString());
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }
}
