using ChatRoom.Cli.Serve;
using ChatRoom.Server.Monitoring;

namespace ChatRoom.Cli.Tests;

public sealed class CollectorTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_an_endpoint_nothing_is_sent(string? endpoint)
    {
        Assert.True(Collector.TryRead(name => name == "OTEL_EXPORTER_OTLP_ENDPOINT" ? endpoint : "grpc", out var settings, out _));
        Assert.Null(settings);
    }

    [Theory]
    [InlineData("http://localhost:4318", null)]
    [InlineData("https://collector.example.org/base/", "grpc")]
    public void With_one_it_is_sent_as_it_was_said(string endpoint, string? protocol)
    {
        Assert.True(Collector.TryRead(name => name == "OTEL_EXPORTER_OTLP_ENDPOINT" ? endpoint : protocol, out var settings, out _));
        Assert.Equal(new TelemetrySettings(protocol), settings);
    }

    [Theory]
    [InlineData("localhost:4318")]
    [InlineData("4318")]
    [InlineData("file:///tmp/metrics")]
    public void What_is_no_address_is_said(string endpoint)
    {
        Assert.False(Collector.TryRead(_ => endpoint, out _, out var wrong));
        Assert.Equal($"OTEL_EXPORTER_OTLP_ENDPOINT '{endpoint}' is no address of a collector; it should be such as http://localhost:4318", wrong);
    }
}
