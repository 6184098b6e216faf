using System.Net;
using ChatRoom.Server.Seeing;
using ChatRoom.Server.Tls;

namespace ChatRoom.Server;

/// <summary>How a server is to be run.</summary>
/// <param name="EndPoint">Where it listens; port 0 takes any free one.</param>
/// <param name="DataFolder">Where it keeps everything; null keeps it in memory, for as long as the server runs.</param>
/// <param name="Name">What the server calls itself.</param>
/// <param name="Password">What everybody has to know to come in; null lets everybody in.</param>
/// <param name="HasFloodControl">Whether whoever is too fast is slowed down.</param>
/// <param name="Tls">How it is reached over TLS; null for plain text only.</param>
public sealed record ServerSettings(
    IPEndPoint EndPoint, string? DataFolder, string Name, string? Password, bool HasFloodControl,
    TlsSettings? Tls = null)
{
    /// <summary>Where it shows metrics and health over HTTP; null for nowhere.</summary>
    public IPEndPoint? Http { get; init; }

    /// <summary>How metrics are sent to a collector; null for not at all.</summary>
    public TelemetrySettings? Telemetry { get; init; }

    /// <summary>From where a PROXY header is wanted, and believed.</summary>
    public IReadOnlyList<IPNetwork> ProxyFrom { get; init; } = [];

    /// <summary>Lines of the log that were lost because nobody read it.</summary>
    public Func<long>? LostLogLines { get; init; }
}
