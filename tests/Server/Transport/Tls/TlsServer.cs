using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Memory;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Sessions;
using ChatRoom.Server.Settings;
using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Server.Transport.Tls;
using ChatRoom.Testing;

namespace ChatRoom.Server.Tests.Transport.Tls;

/// <summary>A server behind TLS on real sockets, with a clock that a test holds.</summary>
internal sealed class TlsServer : IAsyncDisposable
{
    /// <summary>Little, so that who does not read is behind soon.</summary>
    private const int SocketBuffer = 16 * 1024;

    private readonly CertificateFolder _folder = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Certificates _certificates;
    private readonly MemoryJournal _journal = new();
    private readonly ConnectionRegistry _registry;
    private readonly TlsGate _gate;

    public TlsServer(TestCertificate certificate, int stsDays = 0)
    {
        certificate.Write(_folder.Files);
        _certificates = Certificates.Open(_folder.Files, Clock, Log);
        var info = new ServerInfo("irc.test", "ChatRoom", "test", default, _journal.Epochs, new PublishedSettings(new LiveSettings { HasFloodControl = false }))
        {
            Sts = new Sts(_certificates, stsDays, 6697, isPlainPublic: true),
        };
        _registry = new ConnectionRegistry(info, _journal, new HubStart(World.Empty, Facts.None), Clock, Log, _ => { });
        _registry.Start();
        _gate = new TlsGate(_registry.Serve, _certificates, Clock, Log);
        _listener.Start();
    }

    public HeldClock Clock { get; } = new();

    public WrittenLog Log { get; } = new();

    /// <summary>A connection on which nothing was sent yet, and the end of its being served.</summary>
    public async Task<(Socket Socket, Task Served)> Dial(bool isProxied = false)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = SocketBuffer };
        var connecting = socket.ConnectAsync(_listener.LocalEndpoint);
        var accepted = await _listener.AcceptSocketAsync();
        await connecting;
        accepted.SendBufferSize = SocketBuffer;
        return (socket, Serve(accepted, isProxied));
    }

    public async Task<TlsClient> Connect(SslProtocols protocol = SslProtocols.None, TestCertificate? own = null, bool isProxied = false)
    {
        var (socket, served) = await Dial(isProxied);
        var tls = new SslStream(new NetworkStream(socket, ownsSocket: true));
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "irc.test",
            ClientCertificateContext = own is null ? null : SslStreamCertificateContext.Create(X509Certificate2.CreateFromPem(own.Pem, own.Key), null, offline: true),
            EnabledSslProtocols = protocol,
            RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null,
        }).WaitAsync(Client.Deadline);
        return new TlsClient(tls, served);
    }

    /// <summary>Somebody who is in a room.</summary>
    public async Task<TlsClient> Join(string nick, string room, SslProtocols protocol = SslProtocols.None)
    {
        var client = await Connect(protocol);
        await client.Send($"NICK {nick}", $"USER {nick} 0 * :{nick}", $"JOIN {room}");
        await client.Until(" 366 ");
        return client;
    }

    /// <summary>A new certificate lies in the files, and is seen.</summary>
    public void Renew(TestCertificate certificate)
    {
        certificate.Write(_folder.Files);
        Clock.Move(Limits.CertificateLook);
    }

    public async ValueTask DisposeAsync()
    {
        await _registry.Stop(TimeSpan.Zero);
        _registry.Dispose();
        _journal.Dispose();
        _certificates.Dispose();
        _listener.Dispose();
        _folder.Dispose();
    }

    private async Task Serve(Socket accepted, bool isProxied)
    {
        using (accepted)
        {
            await using var wire = new NetworkStream(accepted);
            await _gate.Serve(wire, "in a test", _registry.NextConnection(), _ => accepted.Dispose(), isOwn: !isProxied);
        }
    }
}
