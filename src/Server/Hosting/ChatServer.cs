using System.Net;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Names;
using ChatRoom.Journal;
using ChatRoom.Server.Control;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Monitoring;
using ChatRoom.Server.Retention;
using ChatRoom.Server.Sessions;
using ChatRoom.Server.Settings;
using ChatRoom.Server.Transport.Proxy;
using ChatRoom.Server.Transport.Tls;
using ChatRoom.Server.Transport.WebSockets;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Hosting;

/// <summary>A whole server: the journal, the world that it tells, everybody who comes, and the ways in.</summary>
public sealed class ChatServer : IAsyncDisposable
{
    /// <summary>All of a stop takes less than five seconds: this for those who are told, and the rest for the disk.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Storage _storage;
    private readonly ILogger _log;
    private Certificates? _certificates;
    private ConnectionRegistry? _registry;
    private Listener? _plain;
    private Listener? _tls;
    private HealthProbe? _health;
    private MetricsReader? _readings;
    private HttpPort? _http;
    private Listener? _web;
    private Listener? _unix;
    private Reloads? _reloads;
    private ControlSocket? _control;
    private Telemetry? _telemetry;
    private RetentionSweep? _retention;
    private IHistory? _history;

    private ChatServer(Storage storage, ILogger log) => (_storage, _log) = (storage, log);

    /// <summary>Where it listens for plain text.</summary>
    public IPEndPoint EndPoint => _plain!.EndPoint;

    /// <summary>Where it listens for TLS; null if it does not.</summary>
    public IPEndPoint? TlsEndPoint => _tls?.EndPoint;

    /// <summary>Where it shows metrics and health over HTTP; null if it does not.</summary>
    public IPEndPoint? HttpEndPoint => _http?.EndPoint;

    /// <summary>Where it listens for WebSockets; null for nowhere.</summary>
    public IPEndPoint? WebSocketEndPoint => _web?.EndPoint;

    /// <summary>What it is known by over TLS; null without.</summary>
    public ServerCertificate? Certificate => _certificates?.Current;

    /// <summary>With which code somebody becomes the first operator; null where there is one.</summary>
    public string? ClaimCode { get; private set; }

    /// <summary>Whether another server that lives has printed such a code.</summary>
    public bool IsClaimElsewhere => ClaimCode is null && _registry!.World.Operators.IsEmpty && _registry.Hub.Facts.ClaimCode.IsSome;

    public static string Version => BuildVersion.Text;

    /// <exception cref="DataFolderException">The data folder can't be used; the message says why and what to do.</exception>
    /// <exception cref="JournalUnusableException">The journal's database can't; likewise.</exception>
    /// <exception cref="CertificateException">The certificate can't; likewise.</exception>
    public static async Task<ChatServer> Start(ServerSettings settings, ILoggerFactory logs, TimeProvider clock, CancellationToken cancelled)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(clock);
        var log = logs.CreateLogger("ChatRoom");
        var storage = settings.Journal is { } shared
            ? await Storage.Open(settings.DataFolder, shared, settings.Name, clock, log, cancelled).ConfigureAwait(false)
            : Storage.Open(settings.DataFolder, clock, log);
        var server = new ChatServer(storage, log);
        try
        {
            await server.Start(settings, logs, clock, log, cancelled).ConfigureAwait(false);
            return server;
        }
        catch
        {
            await server.Abandon().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Ends when the hub has turned once more, which shows that it still does: open ports alone don't. From any thread.</summary>
    public Task SignOfLife() => _registry!.SignOfLife();

    /// <summary>Ends, with a line that says why, when the server can't go on: it has told everybody, and is to be disposed of.</summary>
    public Task<string> Failed => _registry!.Hub.Failed;

    /// <summary>When it failed: whether a new start can go on, because it only lost touch with others on the same journal.</summary>
    public bool MayStartAgain => _storage.Shared is not null && _registry!.Hub.IsOverOnlyHere;

    /// <summary>
    /// Reads the settings again, takes what can change while it runs, and looks for a new certificate; nobody is disconnected. Ends when that is
    /// done, with what came of it, which the log says too. From any thread.
    /// </summary>
    public Task<Rereading> Reload() => _reloads!.Run();

    /// <summary>Graceful shutdown: everybody is told, everything that was said is sent, and the journal is closed.</summary>
    public async ValueTask DisposeAsync()
    {
        _health!.Phase = Phase.Stopping;
        if (_control is not null)
            await _control.DisposeAsync().ConfigureAwait(false);
        await _registry!.Stop(Patience).ConfigureAwait(false);
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        await Task.WhenAll(
            Task.Run(() => _telemetry?.Stop()), _plain!.Stop(now.Token), _tls?.Stop(now.Token) ?? Task.CompletedTask, _web?.Stop(now.Token) ?? Task.CompletedTask, _unix?.Stop(now.Token) ?? Task.CompletedTask, _http?.Stop(now.Token) ?? Task.CompletedTask).ConfigureAwait(false);
        await Abandon().ConfigureAwait(false);
    }

    private async Task Start(ServerSettings settings, ILoggerFactory logs, TimeProvider clock, ILogger log, CancellationToken cancelled)
    {
        var live = new PublishedSettings(settings.Live);
        _certificates = OpenCertificates(settings, clock, log);
        var started = new Timestamp(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var info = new ServerInfo(
            settings.Name, settings.Network, $"chatroom-{Version}", started, _storage.Journal.Epochs, live)
        {
            Sts = _certificates is null ? null : new Sts(
                _certificates, settings.Tls!.StsDays, settings.Tls.EndPoint.Port, !IPAddress.IsLoopback(settings.EndPoint.Address)),
        };
        _registry = new ConnectionRegistry(
            info, _storage.Journal, new HubStart(_storage.World, _storage.Facts, IsAlone: _storage.Shared is null) { CloakKey = CloakKeys.New() }, clock, log, _storage.Keep);
        _reloads = new Reloads(settings, live, _registry.Hub, _certificates, log);
        _registry.Reread = _reloads.Run;
        _registry.Erase = async name => (await AccountErasure.Run(_history!, _registry.World, _registry.Hub.Order, name, isForced: false).ConfigureAwait(false)).Verdict;
        _history = _storage.Journal.OpenHistory();
        _retention = new RetentionSweep(_storage.Journal.OpenHistory(), _registry.Hub, live, clock, log);
        _registry.Instruments.Counter("chatroom.retention.forgotten", "{event}", "Events whose words were forgotten because they were too old", () => _retention.Forgotten);
        // The ports first: a server that can't be reached leaves no trace in the journal.
        var proxies = new ProxyGate(live, clock, log);
        _plain = await Listener.Start(settings.EndPoint, _registry, proxies, logs, cancelled).ConfigureAwait(false);
        if (_certificates is not null)
        {
            var gate = new TlsGate(_registry.Serve, _certificates, clock, log);
            _tls = await Listener.Start(settings.Tls!.EndPoint, _registry, gate, proxies, logs, cancelled).ConfigureAwait(false);
        }
        if (settings.WebSocket is { } web)
            _web = await Listener.Start(web, _registry, new WebSocketGate(_registry.Serve, live, clock, log), proxies, logs, cancelled).ConfigureAwait(false);
        if (settings.Unix is { } unix)
            _unix = await Listener.Start(unix, _registry, proxies, logs, cancelled).ConfigureAwait(false);
        await Show(settings, logs, clock, cancelled).ConfigureAwait(false);
        _registry.Start();
        _retention.Start();
        if (_storage.Shared is { } journal)
            new FleetWatch(journal.Fleet, _registry.Hub, settings.Name, clock, log).Start(_registry.Instruments);
        _reloads.WishOfRules(settings.Live.Rules);
        ClaimCode = await FirstOperator.Offer(_registry.Hub).ConfigureAwait(false);
        if (settings.DataFolder is { } folder)
            _control = ControlSocket.Open(folder, request => ControlOrders.Run(request, _reloads, _registry.Hub, new OrderTools(live.Current, clock, RandomBits.Next) { History = _history, Fleet = _storage.Shared?.Fleet }, log), clock, log);
        _health!.Phase = Phase.Serving;
    }

    /// <summary>Opens the ways to see how it is. A probe that looks before it serves is told that it is starting.</summary>
    private async Task Show(ServerSettings settings, ILoggerFactory logs, TimeProvider clock, CancellationToken cancelled)
    {
        _health = new HealthProbe(_registry!.Hub, _certificates, clock);
        if (_certificates is { } certificates)
            _registry.Instruments.Gauge("chatroom.certificate.expires_in", "s", "Time until the certificate expires; negative afterwards",
                () => (certificates.Current.Expires - clock.GetUtcNow()).TotalSeconds);
        _registry.Instruments.Counter("chatroom.reloads", "{reload}", "Times that the settings were read again and taken", () => _reloads!.Taken);
        _registry.Instruments.Counter("chatroom.reload.failures", "{reload}", "Times that they were read again, were wrong, and those before stayed", () => _reloads!.Failed);
        if (settings.LostLogLines is { } lost)
            _registry.Instruments.Counter("chatroom.log.lost", "{line}", "Lines of the log that were lost because nobody read it", lost);
        if (settings.Telemetry is { } telemetry)
            _telemetry = Telemetry.Start(telemetry.Protocol, _log);
        if (settings.Http is not { } http)
            return;
        _readings = new MetricsReader(_registry.Instruments.Meter);
        _http = await HttpPort.Start(http, new HttpAnswers(_readings, _health.Look), logs, cancelled).ConfigureAwait(false);
    }

    private static Certificates? OpenCertificates(ServerSettings settings, TimeProvider clock, ILogger log)
    {
        if (settings.Tls is null)
            return null;
        if (settings.Live.Certificate is { } files)
            return Certificates.Open(files, clock, log);
        return settings.DataFolder is { } folder
            ? Certificates.Open(SelfSigned.In(Path.GetFullPath(folder), settings.Name, clock.GetUtcNow()), clock, log)
            : Certificates.InMemory(settings.Name, clock, log);
    }

    /// <summary>Gives back what was taken so far, the last first.</summary>
    private async ValueTask Abandon()
    {
        if (_http is not null)
            await _http.DisposeAsync().ConfigureAwait(false);
        _readings?.Dispose();
        _telemetry?.Dispose();
        if (_unix is not null)
            await _unix.DisposeAsync().ConfigureAwait(false);
        if (_web is not null)
            await _web.DisposeAsync().ConfigureAwait(false);
        if (_tls is not null)
            await _tls.DisposeAsync().ConfigureAwait(false);
        if (_plain is not null)
            await _plain.DisposeAsync().ConfigureAwait(false);
        _storage.IsForsaken = _registry?.Hub.Failed.IsCompleted ?? false;
        _retention?.Dispose();
        _history?.Dispose();
        _registry?.Dispose();
        _reloads?.Dispose();
        _certificates?.Dispose();
        _storage.Dispose();
    }
}
