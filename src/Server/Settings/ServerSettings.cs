using System.Net;
using ChatRoom.Journal.Postgres;
using ChatRoom.Server.Monitoring;
using ChatRoom.Server.Transport;
using ChatRoom.Server.Transport.Tls;

namespace ChatRoom.Server.Settings;

/// <summary>How a server is to be run.</summary>
/// <param name="EndPoint">Where it listens; port 0 takes any free one.</param>
/// <param name="DataFolder">Where it keeps everything; null keeps it in memory, for as long as the server runs.</param>
/// <param name="Name">What the server calls itself.</param>
/// <param name="Live">What can change while it runs.</param>
/// <param name="Tls">How it is reached over TLS; null for plain text only.</param>
public sealed record ServerSettings(IPEndPoint EndPoint, string? DataFolder, string Name, LiveSettings Live, TlsSettings? Tls = null)
{
    /// <summary>The database that holds the journal, which other servers may share; null keeps it in the data folder.</summary>
    public PostgresAddress? Journal { get; init; }

    /// <summary>What the network calls itself.</summary>
    public string Network { get; init; } = "ChatRoom";

    /// <summary>Where it shows metrics and health over HTTP; null for nowhere.</summary>
    public IPEndPoint? Http { get; init; }

    /// <summary>Where it listens for WebSockets; null for nowhere.</summary>
    public IPEndPoint? WebSocket { get; init; }

    /// <summary>The Unix socket that it listens on; null for none.</summary>
    public UnixPlace? Unix { get; init; }

    /// <summary>How metrics are sent to a collector; null for not at all.</summary>
    public TelemetrySettings? Telemetry { get; init; }

    /// <summary>Reads everything again, for a reload; null where there is nothing to read.</summary>
    public Func<CancellationToken, Task<Rereading>>? Reread { get; init; }

    /// <summary>Lines of the log that were lost because nobody read it.</summary>
    public Func<long>? LostLogLines { get; init; }
}
