using System.Net;
using ChatRoom.Server.Transport;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatRoom.Server.Monitoring;

/// <summary>The port for metrics and health: Kestrel without the web host, and with narrow bounds, because few programs ever ask.</summary>
public sealed class HttpPort : IAsyncDisposable
{
    private readonly KestrelServer _kestrel;

    private HttpPort(KestrelServer kestrel) => _kestrel = kestrel;

    /// <summary>Where it really listens, also when it was asked for any free port.</summary>
    public IPEndPoint EndPoint { get; private set; } = new(IPAddress.Any, 0);

    /// <exception cref="ListenException">It can't listen there.</exception>
    public static async Task<HttpPort> Start(IPEndPoint endPoint, HttpAnswers answers, ILoggerFactory logs, CancellationToken cancelled)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(endPoint, listen => listen.Protocols = HttpProtocols.Http1);
        options.Limits.MaxConcurrentConnections = Limits.HttpConnections;
        options.Limits.MaxRequestHeadersTotalSize = Limits.HttpHeaderBytes;
        options.Limits.MaxRequestLineSize = Limits.HttpLineBytes;
        options.Limits.MaxRequestBodySize = 0;
        options.Limits.RequestHeadersTimeout = Limits.HttpRequest;
        options.Limits.KeepAliveTimeout = Limits.HttpIdle;
        var kestrel = new KestrelServer(
            Options.Create(options), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), logs), logs);
        return new HttpPort(kestrel) { EndPoint = await kestrel.Open(answers, endPoint, cancelled).ConfigureAwait(false) };
    }

    /// <summary>Accepts no more; requests that were not answered by then are cut.</summary>
    public Task Stop(CancellationToken patience) => _kestrel.StopAsync(patience);

    public ValueTask DisposeAsync()
    {
        _kestrel.Dispose();
        return ValueTask.CompletedTask;
    }
}
