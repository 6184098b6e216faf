using System.Net;
using System.Text;
using System.Text.Json;

namespace ChatRoom.Integration.Tests;

/// <summary>What a server shows of itself, over its HTTP port, in its log, and to a collector.</summary>
public sealed class MonitoringTests
{
    private const string ForHttp = " for HTTP";

    [Fact]
    public async Task Metrics_agree_with_what_was_sent_and_heard()
    {
        await using var server = await RunningServer.Started("--memory", "--flood", "off", "--http-port", "0");
        using var http = await HttpOf(server);
        await using var tuan = await WireClient.EnterRoom(server.EndPoint, "Tuan", "#tea");
        await using var duy = await WireClient.EnterRoom(server.EndPoint, "Duy", "#tea");
        await using var mai = await WireClient.EnterRoom(server.EndPoint, "Mai", "#tea", "echo-message");

        await tuan.Send(string.Join("\r\n", Enumerable.Range(0, 500).Select(n => $"PRIVMSG #tea :{n}")));
        await mai.Send(string.Join("\r\n", Enumerable.Range(0, 70).Select(n => $"PRIVMSG #tea :{n}")));
        await mai.Send("JOIN tea");
        await mai.Send("PRIVMSG nobody :hello");
        await Task.WhenAll(tuan.HeardSoFar(), mai.HeardSoFar());
        var heard = new[] { await tuan.HeardSoFar(), await duy.HeardSoFar(), await mai.HeardSoFar() };
        var metrics = await http.GetStringAsync(new Uri("/metrics", UriKind.Relative));

        Assert.Equal(500, heard[1].Count(line => line.StartsWith(":Tuan!", StringComparison.Ordinal) && line.Contains(" PRIVMSG ")));
        Assert.Equal(570, Number(metrics, "chatroom_messages_total{kind=\"message\"}"));
        Assert.Equal((500 * 2) + (70 * 3), Number(metrics, "chatroom_deliveries_total{kind=\"message\"}"));
        Assert.Equal(1, Number(metrics, "chatroom_refusals_total{name=\"no_such_person\"}"));
        Assert.Equal((3, 3), (Number(metrics, "chatroom_connections"), Number(metrics, "chatroom_sessions")));
    }

    [Fact]
    public async Task Health_and_readiness_are_answered_and_the_port_in_use_is_named_with_its_flag()
    {
        await using var server = await RunningServer.Started("--memory", "--http-port", "0");
        using var http = await HttpOf(server);
        Assert.Contains("\"alive\"", await http.GetStringAsync(new Uri("/health", UriKind.Relative)));
        Assert.Contains("\"ready\"", await http.GetStringAsync(new Uri("/ready", UriKind.Relative)));

        var port = http.BaseAddress!.Port;
        await using var second = RunningProgram.ChatRoom("serve", "--memory", "--port", "0", "--http-port", $"{port}");
        Assert.Equal(1, await second.Exit());
        Assert.Equal(
            $"chatroom: port {port} is in use on 127.0.0.1; choose another with --http-port, or 0 for any free one",
            Assert.Single(await second.Errors.Rest()));
    }

    [Fact]
    public async Task The_story_of_a_connection_is_found_by_its_number()
    {
        await using var server = await RunningServer.Started("--memory", "--log-format", "json", "--log-level", "debug", "--proxy-from", "127.0.0.0/8");
        await using var naked = await WireClient.Connect(server.EndPoint);
        await naked.Send("NICK naked");
        await naked.Heard.Rest();
        await using var tuan = await WireClient.Connect(server.EndPoint);
        await tuan.Send("PROXY TCP4 192.0.2.7 10.0.0.1 4660 6667\r\nNICK Tuan\r\nUSER tuan 0 * :Tuan\r\nQUIT :bye");
        await tuan.Heard.Rest();
        Assert.Equal(0, await server.Stop());

        var log = (await server.Program.Errors.Rest()).ConvertAll(line => JsonDocument.Parse(line).RootElement);
        Assert.Equal(
            ["bad-proxy-header: Connection 1 from the proxy 127.0.0.1 is closed: it does not begin with a PROXY header"],
            StoryOf(1).Select(line => line.Replace($":{line.Split(':', 4)[2].Split(' ')[0]}", "", StringComparison.Ordinal).Split(';')[0]));
        Assert.Equal(
            ["connected: Connection 2 from 192.0.2.7:4660", "registered: Connection 2 is Tuan", "closed: Connection 2 ended: Quit: bye"],
            StoryOf(2));

        IEnumerable<string> StoryOf(int number) => log
            .Where(entry => entry.TryGetProperty("connection", out var connection) && connection.GetInt32() == number)
            .Select(entry => $"{entry.GetProperty("event")}: {entry.GetProperty("message")}");
    }

    [Fact]
    public async Task A_collector_that_is_away_costs_a_line_and_gets_everything_when_it_is_back()
    {
        var port = FreePort.Take();
        await using var server = RunningProgram.ChatRoomWhere(
            [("OTEL_EXPORTER_OTLP_ENDPOINT", $"http://127.0.0.1:{port}"), ("OTEL_METRIC_EXPORT_INTERVAL", "100"), ("OTEL_SERVICE_NAME", "tea-house"), ("OTEL_EXPORTER_OTLP_HEADERS", "x-key=7")],
            "serve", "--memory", "--port", "0");
        var away = await server.Errors.AllUntil($"The collector at http://127.0.0.1:{port}/ does not take the metrics");
        Assert.Single(away, line => line.Contains("Metrics are sent to "));

        using var collector = new HttpListener();
        collector.Prefixes.Add($"http://127.0.0.1:{port}/");
        collector.Start();
        var endPoint = IPEndPoint.Parse((await server.Output.Until("listening on "))["listening on ".Length..]);
        await using var tuan = await WireClient.EnterRoom(endPoint, "Tuan", "#tea");
        // A sending that was under way when Tuan came does not know of Tuan.
        var sent = await Sent(collector);
        for (var more = 0; more < 50 && !sent.Body.Contains("chatroom.commit.duration", StringComparison.Ordinal); more++)
            sent = await Sent(collector);

        Assert.Equal(("/v1/metrics", "7"), (sent.Path, sent.Key));
        Assert.Contains("tea-house", sent.Body);
        Assert.Contains("chatroom.deliveries", sent.Body);
        Assert.Contains("chatroom.commit.duration", sent.Body);
        Assert.Single(await server.Errors.AllUntil("takes the metrics again"), line => line.Contains("collector"));
        server.Send(Signal.Terminate);
        Assert.Equal(0, await server.Exit());
    }

    [Fact]
    public async Task A_collector_that_can_not_be_meant_is_refused()
    {
        await using var server = RunningProgram.ChatRoomWhere([("OTEL_EXPORTER_OTLP_ENDPOINT", "localhost:4318")], "serve", "--memory", "--port", "0");
        Assert.Equal(1, await server.Exit());
        Assert.Equal(
            "chatroom: OTEL_EXPORTER_OTLP_ENDPOINT 'localhost:4318' is no address of a collector; it should be such as http://localhost:4318",
            Assert.Single(await server.Errors.Rest()));
    }

    [Fact]
    public async Task A_protocol_that_is_not_spoken_is_said()
    {
        await using var server = RunningProgram.ChatRoomWhere(
            [("OTEL_EXPORTER_OTLP_ENDPOINT", $"http://127.0.0.1:{FreePort.Take()}"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json")], "serve", "--memory", "--port", "0");
        Assert.EndsWith(
            "OTEL_EXPORTER_OTLP_PROTOCOL is 'http/json', which is not spoken here: grpc and http/protobuf are; http/protobuf is used",
            await server.Errors.Until("OTEL_EXPORTER_OTLP_PROTOCOL"));
    }

    private static async Task<HttpClient> HttpOf(RunningServer server)
    {
        var line = await server.Program.Output.Until(ForHttp);
        return new HttpClient { BaseAddress = new Uri($"http://{line["listening on ".Length..^ForHttp.Length]}") };
    }

    /// <summary>The next thing that a collector is sent; it is taken.</summary>
    private static async Task<(string Path, string? Key, string Body)> Sent(HttpListener collector)
    {
        var sent = await collector.GetContextAsync().WaitAsync(LineFeed.Deadline);
        using var body = new MemoryStream();
        await sent.Request.InputStream.CopyToAsync(body);
        sent.Response.Close();
        return (sent.Request.Url!.AbsolutePath, sent.Request.Headers["x-key"], Encoding.Latin1.GetString(body.ToArray()));
    }

    private static int Number(string metrics, string name)
    {
        var line = metrics.Split('\n').Single(line => line.StartsWith($"{name} ", StringComparison.Ordinal));
        return int.Parse(line[(name.Length + 1)..], null);
    }
}
