using System.Globalization;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ChatRoom.Server.Transport.Tls;

/// <summary>A certificate that was looked at and is fit to serve with: it belongs to its key, is whole, and is valid today.</summary>
public sealed class ServerCertificate
{
    private const string Begin = "-----BEGIN CERTIFICATE-----";

    private ServerCertificate(X509Certificate2 leaf, X509Certificate2Collection chain)
    {
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(leaf.RawData));
        IsSelfSigned = leaf.SubjectName.RawData.AsSpan().SequenceEqual(leaf.IssuerName.RawData);
        Expires = new DateTimeOffset(leaf.NotAfter.ToUniversalTime());
        Options = new SslServerAuthenticationOptions
        {
            // Offline: the server asks nobody on the network about its own certificate.
            ServerCertificateContext = SslStreamCertificateContext.Create(leaf, chain, offline: true),
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
            // Asked for and not needed. Its fingerprint counts, so it is right no matter who made it and how old it is; that its key is there is proved.
            ClientCertificateRequired = true,
            RemoteCertificateValidationCallback = (_, _, _, _) => IsAnyRight,
            // Fetching from an address in a certificate would let strangers make us connect.
            CertificateChainPolicy = new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck },
            // A client could make the server work for nothing.
            AllowRenegotiation = false,
        };
    }

    /// <summary>Of clients' certificates: the rules know which of them proves what, and who shows none is a guest.</summary>
    private static bool IsAnyRight => true;

    /// <summary>SHA-256 of the certificate, in hexadecimal, as clients pin it.</summary>
    public string Fingerprint { get; }

    public bool IsSelfSigned { get; }

    public DateTimeOffset Expires { get; }

    /// <summary>Shared by all handshakes, so that what OpenSSL prepares for a certificate is prepared once.</summary>
    public SslServerAuthenticationOptions Options { get; }

    /// <exception cref="CertificateException">It is not fit to serve with.</exception>
    public static ServerCertificate Load(PemFiles files, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(files);
        var (certificate, key) = files.Read();
        return Parse(certificate, key, files, now);
    }

    /// <summary>What was read already; the files are named in what is wrong with it.</summary>
    public static ServerCertificate Parse(string certificate, string key, PemFiles files, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(files);
        var chain = ParseChain(certificate, files.Certificate);
        var leaf = WithKey(chain[0], certificate, key, files);
        CheckDates(leaf, files.Certificate, now);
        chain.RemoveAt(0);
        try
        {
            return new ServerCertificate(leaf, chain);
        }
        catch (Exception fault) when (fault is CryptographicException or NotSupportedException or ArgumentException)
        {
            throw new CertificateException($"the certificate in {files.Certificate} can't be used for TLS: {fault.Message}", fault);
        }
    }

    private static X509Certificate2Collection ParseChain(string pem, string path)
    {
        var chain = new X509Certificate2Collection();
        try
        {
            chain.ImportFromPem(pem);
        }
        catch (CryptographicException fault)
        {
            throw new CertificateException($"{path} has a damaged certificate in it: {fault.Message}", fault);
        }
        // What has no end is left out in silence by the import, and a chain without its middle is trusted by nobody.
        var begun = pem.Split(Begin).Length - 1;
        if (begun > chain.Count)
            throw new CertificateException($"{path} is cut off in the middle of a certificate");
        if (chain.Count == 0)
            throw new CertificateException($"{path} has no certificate in it; it should be PEM, and begin with {Begin}");
        return chain;
    }

    private static X509Certificate2 WithKey(X509Certificate2 bare, string certificate, string key, PemFiles files)
    {
        if (key.Contains("ENCRYPTED", StringComparison.Ordinal))
            throw new CertificateException($"the key in {files.Key} is encrypted, and nobody is there to type its passphrase; give one without");
        if (!key.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
            throw new CertificateException($"{files.Key} has no private key in it; it should be PEM");
        try
        {
            var pair = X509Certificate2.CreateFromPem(certificate, key);
            // Windows can't use a key in TLS that was never in a store; going through PKCS #12 puts it into one.
            return OperatingSystem.IsWindows() ? X509CertificateLoader.LoadPkcs12(pair.Export(X509ContentType.Pkcs12), null) : pair;
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            throw new CertificateException(
                $"the key in {files.Key} is not the one of the certificate in {files.Certificate} ({bare.Subject}), or is damaged", fault);
        }
    }

    private static void CheckDates(X509Certificate2 leaf, string path, DateTimeOffset now)
    {
        if (now >= leaf.NotAfter.ToUniversalTime())
            throw new CertificateException($"the certificate in {path} expired on {Day(leaf.NotAfter)}; renew it");
        if (now < leaf.NotBefore.ToUniversalTime())
            throw new CertificateException($"the certificate in {path} is valid only from {Day(leaf.NotBefore)} on; is the clock right?");
    }

    private static string Day(DateTime moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
