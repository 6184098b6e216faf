using System.Net;

namespace ChatRoom.Server.Transport.Tls;

/// <summary>How a server is to be reached over TLS.</summary>
/// <param name="EndPoint">Where it listens for TLS; port 0 takes any free one.</param>
/// <param name="StsDays">For how many days clients are told to come over TLS only; 0 does not tell them.</param>
public sealed record TlsSettings(IPEndPoint EndPoint, int StsDays);

/// <summary>Where a certificate and its key lie, both as PEM; after the certificate come those that vouch for it.</summary>
public sealed record PemFiles(string Certificate, string Key)
{
    /// <exception cref="CertificateException">One of them can't be read.</exception>
    public (string Certificate, string Key) Read() => (Read(Certificate, "the certificate"), Read(Key, "the key"));

    private static string Read(string path, string what)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CertificateException($"{what} can't be read: {fault.Message}", fault);
        }
    }
}
