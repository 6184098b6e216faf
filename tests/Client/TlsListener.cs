using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ChatRoom.Client.Connection;

namespace ChatRoom.Client.Tests;

/// <summary>A server that answers over TLS with a certificate that a test made, and says back what it hears.</summary>
internal sealed class TlsListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate;
    private readonly SslProtocols _protocol;

    public TlsListener(string name = "irc.test", DateTimeOffset? from = null, DateTimeOffset? until = null, SslProtocols protocol = SslProtocols.None)
    {
        _protocol = protocol;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(new X500DistinguishedName($"CN={name}"), key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(from ?? DateTimeOffset.UtcNow.AddDays(-2), until ?? DateTimeOffset.UtcNow.AddDays(2));
        _certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        _listener.Start();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Fingerprint Fingerprint => Fingerprint.Of(_certificate);

    /// <summary>Serves one connection until it ends.</summary>
    public async Task Echo()
    {
        using var socket = await _listener.AcceptSocketAsync();
        await using var tls = new SslStream(new NetworkStream(socket));
        try
        {
            await tls.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions { ServerCertificate = _certificate, EnabledSslProtocols = _protocol });
            await tls.CopyToAsync(tls);
        }
        catch (Exception refused) when (refused is IOException or AuthenticationException)
        {
            // The client did not like the certificate, which is what a test wanted.
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        _certificate.Dispose();
    }
}
