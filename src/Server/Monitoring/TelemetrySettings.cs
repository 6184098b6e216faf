namespace ChatRoom.Server.Monitoring;

/// <summary>That metrics are sent to a collector. Where to and how often stands in OpenTelemetry's environment variables.</summary>
/// <param name="Protocol">The value of OTEL_EXPORTER_OTLP_PROTOCOL; null if it is not set.</param>
public sealed record TelemetrySettings(string? Protocol);
