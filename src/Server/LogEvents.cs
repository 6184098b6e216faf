using Microsoft.Extensions.Logging;

namespace ChatRoom.Server;

/// <summary>Names of what a program may look for in the log; their texts may change, and these never do.</summary>
public static class LogEvents
{
    public static EventId Connected { get; } = new(1, "connected");

    public static EventId Registered { get; } = new(2, "registered");

    public static EventId Closed { get; } = new(3, "closed");

    public static EventId SlowReader { get; } = new(4, "slow-reader");

    public static EventId NoTls { get; } = new(5, "no-tls");

    public static EventId BadProxyHeader { get; } = new(6, "bad-proxy-header");

    public static EventId BadGateway { get; } = new(24, "bad-gateway");

    public static EventId CertificateExpiry { get; } = new(7, "certificate-expiry");

    public static EventId Telemetry { get; } = new(8, "telemetry");

    public static EventId Recovered { get; } = new(9, "recovered");

    public static EventId LogLost { get; } = new(10, "log-lost");

    public static EventId Reloaded { get; } = new(11, "reloaded");

    public static EventId Retention { get; } = new(14, "retention");

    public static EventId NoWebSocket { get; } = new(13, "no-websocket");

    public static EventId Fleet { get; } = new(14, "fleet");

    /// <summary>What a server says of itself when it is ready.</summary>
    public static EventId Announced { get; } = new(20, "announced");

    /// <summary>It cannot be started, or has to end.</summary>
    public static EventId Failed { get; } = new(21, "failed");

    public static EventId Reloading { get; } = new(22, "reloading");

    public static EventId Stopping { get; } = new(23, "stopping");
}
