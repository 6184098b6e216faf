using System.Diagnostics.CodeAnalysis;
using ChatRoom.Client.Text;
using ChatRoom.Server.Monitoring;

namespace ChatRoom.Cli.Serve;

/// <summary>What the environment says about a collector of metrics, in OpenTelemetry's words.</summary>
public static class Collector
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Null where nothing is sent. False: what stands there can't be meant, and the library would silently send elsewhere.</summary>
    public static bool TryRead(Func<string, string?> variable, out TelemetrySettings? settings, [NotNullWhen(false)] out string? wrong)
    {
        ArgumentNullException.ThrowIfNull(variable);
        (settings, wrong) = (null, null);
        if (variable(Endpoint) is not { Length: > 0 } endpoint)
            return true;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            wrong = $"{Endpoint} '{TerminalText.Sanitize(endpoint)}' is no address of a collector; it should be such as http://localhost:4318";
            return false;
        }
        settings = new TelemetrySettings(variable("OTEL_EXPORTER_OTLP_PROTOCOL"));
        return true;
    }
}
