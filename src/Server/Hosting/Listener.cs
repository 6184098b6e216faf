using System.Net;
using System.Net.Sockets;
using ChatRoom.Server.Sessions;
using ChatRoom.Server.Transport;
using ChatRoom.Server.Transport.Proxy;
using ChatRoom.Server.Transport.Tls;
using ChatRoom.Server.Transport.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatRoom.Server.Hosting;

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

    /// <summary>The Unix socket; null for a port.</summary>
    private UnixPlace? Unix { get; init; }

    /// <summary>What arrives is parsed where it was received: handing it to another thread costs more than parsing it.</summary>
    public static Task<Listener> Start(IPEndPoint endPoint, ConnectionRegistry registry, ProxyGate proxies, ILoggerFactory logs, CancellationToken cancelled) => Start(
        endPoint, connection => Admit(connection, registry, proxies, (address, number, _) => Serve(connection, registry, address, number)),
        isInline: true, logs, cancelled);

    /// <summary>A handshake costs up to some milliseconds, which all others would wait for on the thread that receives.</summary>
    public static Task<Listener> Start(
        IPEndPoint endPoint, ConnectionRegistry registry, TlsGate gate, ProxyGate proxies, ILoggerFactory logs, CancellationToken cancelled) => Start(
            endPoint, connection => Admit(connection, registry, proxies, (address, number, isOwn) => Serve(connection, gate, address, number, isOwn)),
            isInline: false, logs, cancelled);

    /// <summary>For browsers. Proxies in front say in HTTP for whom they come.</summary>
    public static Task<Listener> Start(
        IPEndPoint endPoint, ConnectionRegistry registry, WebSocketGate gate, ProxyGate proxies, ILoggerFactory logs, CancellationToken cancelled) => Start(
            endPoint, connection => Serve(connection, gate, registry.NextConnection(), proxies.Expects(connection.RemoteEndPoint)), isInline: true, logs, cancelled);

    /// <summary>For programs on this machine. The file's mode says which; where they come from themselves says a PROXY header, if the operator wants one.</summary>
    public static async Task<Listener> Start(UnixPlace place, ConnectionRegistry registry, ProxyGate proxies, ILoggerFactory logs, CancellationToken cancelled)
    {
        ArgumentNullException.ThrowIfNull(place);
        var kestrel = Make(options => options.ListenUnixSocket(place.Path, listen => listen.Run(
            connection => Admit(connection, registry, proxies, (address, number, _) => Serve(connection, registry, address, number)))), isInline: true, logs);
        try
        {
            place.Clear();
        }
        catch (Exception taken) when (taken is IOException or SocketException or UnauthorizedAccessException)
        {
            kestrel.Dispose();
            throw new ListenException(place, taken);
        }
        await kestrel.OpenAt(place, new NoHttp(), cancelled).ConfigureAwait(false);
        place.Open();
        return new Listener(kestrel) { Unix = place };
    }

    private static async Task<Listener> Start(
        IPEndPoint endPoint, Func<ConnectionContext, Task> serve, bool isInline, ILoggerFactory logs, CancellationToken cancelled)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        var kestrel = Make(options => options.Listen(endPoint, listen => listen.Run(serve)), isInline, logs);
        return new Listener(kestrel) { EndPoint = await kestrel.Open(new NoHttp(), endPoint, cancelled).ConfigureAwait(false) };
    }

    private static KestrelServer Make(Action<KestrelServerOptions> listen, bool isInline, ILoggerFactory logs)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        listen(options);
        var sockets = new SocketTransportOptions { NoDelay = true, Backlog = Limits.ListenBacklog, UnsafePreferInlineScheduling = isInline };
        return new KestrelServer(Options.Create(options), new SocketTransportFactory(Options.Create(sockets), logs), logs);
    }

    /// <summary>Accepts no more; connections that did not end by then are cut.</summary>
    public async Task Stop(CancellationToken patience)
    {
        await _kestrel.StopAsync(patience).ConfigureAwait(false);
        Unix?.Remove();
    }

    public ValueTask DisposeAsync()
    {
        _kestrel.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Gives a connection its number, and a proxy the word before anybody else has it.</summary>
    private static Task Admit(ConnectionContext connection, ConnectionRegistry registry, ProxyGate proxies, Func<string, long, bool, Task> serve)
    {
        var (address, number) = (connection.RemoteEndPoint is UnixDomainSocketEndPoint ? "unix" : connection.RemoteEndPoint?.ToString() ?? "unknown", registry.NextConnection());
        return proxies.Expects(connection.RemoteEndPoint) ? Ask() : serve(address, number, true);

        async Task Ask()
        {
            if (await proxies.Read(connection.Transport.Input, address, number).ConfigureAwait(false) is { } client)
                await serve(client, number, false).ConfigureAwait(false);
        }
    }

    private static Task Serve(ConnectionContext connection, ConnectionRegistry registry, string address, long number)
    {
        var socket = connection.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
        return registry.Serve(new SocketTransport(connection, socket, address), number);
    }

    private static Task Serve(ConnectionContext connection, WebSocketGate gate, long number, bool isProxy)
    {
        var socket = connection.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
        return gate.Serve(new SocketTransport(connection, socket, connection.RemoteEndPoint?.ToString() ?? "unknown"), isProxy, number);
    }

    private static async Task Serve(ConnectionContext connection, TlsGate gate, string address, long number, bool isOwn)
    {
        var socket = connection.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
        var wire = new SocketStream(connection.Transport.Input, socket);
        await using (wire.ConfigureAwait(false))
            await gate.Serve(wire, address, number, reason => connection.Abort(new ConnectionAbortedException(reason)), isOwn).ConfigureAwait(false);
    }

    /// <summary>Kestrel wants an application for HTTP; no request ever gets so far.</summary>
    private sealed class NoHttp : IHttpApplication<object>
    {
        public object CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

        public Task ProcessRequestAsync(object context) => Task.CompletedTask;

        public void DisposeContext(object context, Exception? exception) { }
    }
}
