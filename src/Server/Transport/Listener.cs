using System.Net;
using ChatRoom.Server.Sessions;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatRoom.Server.Transport;

/// <summary>
/// Accepts connections with Kestrel, without the web host around it: nothing of HTTP is used, and a start costs a
/// tenth of a second less.
/// </summary>
public sealed class Listener : IAsyncDisposable
{
    private readonly KestrelServer _kestrel;

    private Listener(KestrelServer kestrel) => _kestrel = kestrel;

    /// <summary>Where it really listens, also when it was asked for any free port.</summary>
    public IPEndPoint EndPoint { get; private set; } = new(IPAddress.Any, 0);

    public static async Task<Listener> Start(IPEndPoint endPoint, Lobby lobby, ILoggerFactory logs, CancellationToken cancelled)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(endPoint, listen => listen.Run(connection => Serve(connection, lobby)));
        // What arrives is parsed where it was received: handing it to another thread costs more than parsing it.
        var sockets = new SocketTransportOptions { NoDelay = true, Backlog = Limits.ListenBacklog, UnsafePreferInlineScheduling = true };
        var kestrel = new KestrelServer(Options.Create(options), new SocketTransportFactory(Options.Create(sockets), logs), logs);
        try
        {
            await kestrel.StartAsync(new NoHttp(), cancelled).ConfigureAwait(false);
        }
        catch
        {
            kestrel.Dispose();
            throw;
        }
        var address = new Uri(kestrel.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
        return new Listener(kestrel) { EndPoint = new IPEndPoint(endPoint.Address, address.Port) };
    }

    /// <summary>Accepts no more; connections that did not end by then are cut.</summary>
    public Task Stop(CancellationToken patience) => _kestrel.StopAsync(patience);

    public ValueTask DisposeAsync()
    {
        _kestrel.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Task Serve(ConnectionContext connection, Lobby lobby)
    {
        var socket = connection.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
        return lobby.Serve(new SocketTransport(connection, socket));
    }

    /// <summary>Kestrel wants an application for HTTP; no request ever gets so far.</summary>
    private sealed class NoHttp : IHttpApplication<object>
    {
        public object CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

        public Task ProcessRequestAsync(object context) => Task.CompletedTask;

        public void DisposeContext(object context, Exception? exception) { }
    }
}
