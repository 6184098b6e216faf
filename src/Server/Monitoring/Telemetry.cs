using Microsoft.Extensions.Logging;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry;

namespace ChatRoom.Server.Monitoring;

/// <summary>
/// Sends the metrics to a collector, with OpenTelemetry's own library, on a thread of its own. How and how often is said by
/// OpenTelemetry's environment variables, which the library reads. A collector that is away costs a line in the log and no more.
/// </summary>
public sealed class Telemetry : IDisposable
{
    private readonly MeterProvider _provider;

    private Telemetry(MeterProvider provider) => _provider = provider;

    /// <param name="protocol">The value of OTEL_EXPORTER_OTLP_PROTOCOL; null if it is not set.</param>
    public static Telemetry Start(string? protocol, ILogger log)
    {
        // Unless told otherwise, what OpenTelemetry's specification names as the default and every collector understands.
        var options = new OtlpExporterOptions { Protocol = protocol == "grpc" ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf };
        if (protocol is not (null or "" or "grpc" or "http/protobuf"))
            log.LogWarning(LogEvents.Telemetry, "OTEL_EXPORTER_OTLP_PROTOCOL is '{Protocol}', which is not spoken here: grpc and http/protobuf are; http/protobuf is used", protocol);
        var reading = new PeriodicExportingMetricReaderOptions();
        var interval = reading.ExportIntervalMilliseconds ?? (int)TimeSpan.FromMinutes(1).TotalMilliseconds;
#pragma warning disable CA2000 // The provider disposes of its reader, and the reader of its exporter.
        var reader = new PeriodicExportingMetricReader(
            new WatchedExporter(options, log), interval, reading.ExportTimeoutMilliseconds ?? (int)Limits.TelemetryExport.TotalMilliseconds);
#pragma warning restore CA2000
        log.LogInformation(LogEvents.Telemetry, "Metrics are sent to {Endpoint} every {Seconds} s", options.Endpoint, interval / 1000.0);
        // What the environment says of the service comes last, and so takes the place of what we say.
        var resource = ResourceBuilder.CreateEmpty().AddTelemetrySdk()
            .AddService("chatroom", serviceVersion: BuildVersion.Text).AddEnvironmentVariableDetector();
        return new Telemetry(Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Instruments.MeterName).AddReader(reader).Build());
    }

    /// <summary>Sends the last numbers, if that is quick: nobody waits at the end of a server for a collector.</summary>
    public void Stop() => _provider.Shutdown((int)Limits.TelemetryFarewell.TotalMilliseconds);

    public void Dispose() => _provider.Dispose();

    /// <summary>Says once that the collector does not take the metrics, and once that it does again.</summary>
    private sealed class WatchedExporter(OtlpExporterOptions options, ILogger log) : OtlpMetricExporter(options)
    {
        private readonly Uri _endpoint = options.Endpoint;
        private bool _isAway;

        public override ExportResult Export(in Batch<Metric> batch)
        {
            var result = base.Export(batch);
            var isAway = result == ExportResult.Failure;
            if (isAway && !_isAway)
                log.LogWarning(LogEvents.Telemetry, "The collector at {Endpoint} does not take the metrics; it is tried again each time", _endpoint);
            else if (!isAway && _isAway)
                log.LogInformation(LogEvents.Telemetry, "The collector at {Endpoint} takes the metrics again", _endpoint);
            _isAway = isAway;
            return result;
        }
    }
}

/// <summary>That metrics are sent to a collector. Where to and how often stands in OpenTelemetry's environment variables.</summary>
/// <param name="Protocol">The value of OTEL_EXPORTER_OTLP_PROTOCOL; null if it is not set.</param>
public sealed record TelemetrySettings(string? Protocol);
