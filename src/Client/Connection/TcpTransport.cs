using System.IO.Pipelines;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Connection;

/// <summary>A TCP connection as a pair of pipes, encrypted or not.</summary>
public sealed class TcpTransport : IWire
{
    private readonly Stream _stream;

    private TcpTransport(Stream stream)
    {
        _stream = stream;
        Input = PipeReader.Create(_stream, new StreamPipeReaderOptions(leaveOpen: true));
        Output = PipeWriter.Create(_stream, new StreamPipeWriterOptions(leaveOpen: true));
    }

    public PipeReader Input { get; }

    public PipeWriter Output { get; }

    /// <summary>Tries every address of the host. The failures that a person can do something about are told apart.</summary>
    public static Task<DialResult> Dial(string host, int port, TimeProvider clock, CancellationToken cancel) =>
        Dial(host, port, null, clock, cancel);

    /// <param name="host">A name or an address; over TLS, the certificate has to be for it.</param>
    /// <param name="port">The server's port.</param>
    /// <param name="encryption">Null for plain text.</param>
    /// <param name="clock">By which patience ends.</param>
    /// <param name="cancel">Nobody wants it any more.</param>
    public static async Task<DialResult> Dial(string host, int port, Encryption? encryption, TimeProvider clock, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(ClientLimits.Connect, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        // A line is said whole; waiting for more to fill a packet only makes it late.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        DialResult? result = null;
        try
        {
            await socket.ConnectAsync(host, port, either.Token);
            var stream = new NetworkStream(socket, ownsSocket: true);
            return result = encryption is null
                ? new DialResult.Connected(new TcpTransport(stream))
                : await Encrypt(stream, host, encryption, either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new DialResult.TimedOut();
        }
        catch (SocketException fault)
        {
            return Explain(fault);
        }
        finally
        {
            if (result is not DialResult.Connected)
                socket.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Input.CompleteAsync();
        await _stream.DisposeAsync();
    }

    private static async Task<DialResult> Encrypt(NetworkStream stream, string host, Encryption encryption, CancellationToken cancel)
    {
        var verdict = new CertificateVerdict(host, encryption.Pinned);
        var tls = new SslStream(stream);
        try
        {
            await tls.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = host,
                    ClientCertificateContext = encryption.Own is { } own ? SslStreamCertificateContext.Create(own, null, offline: true) : null,
                    EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                    RemoteCertificateValidationCallback = (_, shown, chain, errors) => verdict.Accept(shown, chain, errors),
                    // A server sends who vouches for it. Fetching that from an address in a certificate would let strangers make us connect.
                    CertificateChainPolicy = new X509ChainPolicy
                    {
                        DisableCertificateDownloads = true,
                        RevocationMode = X509RevocationMode.NoCheck,
                    },
                },
                cancel);
            return new DialResult.Connected(new TcpTransport(tls));
        }
        catch (AuthenticationException fault)
        {
            return verdict.Refusal ?? new DialResult.NoTls(fault.InnerException?.Message ?? fault.Message);
        }
        catch (IOException fault)
        {
            return verdict.Refusal ?? new DialResult.NoTls(fault.Message);
        }
    }

    private static DialResult Explain(SocketException fault) => fault.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => new DialResult.NobodyListens(),
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => new DialResult.UnknownHost(),
        SocketError.TimedOut => new DialResult.TimedOut(),
        _ => new DialResult.Failed(fault.Message),
    };
}

/// <summary>How a connection is to be encrypted.</summary>
/// <param name="Pinned">The one certificate that is right, no matter who vouches for it; null for any that this system trusts for the host.</param>
public sealed record Encryption(Fingerprint? Pinned)
{
    /// <summary>The certificate, with its key, that we show to the server; null for none.</summary>
    public X509Certificate2? Own { get; init; }
}
