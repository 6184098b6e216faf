using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ChatRoom.Server.Transport.Tls;

/// <summary>
/// The certificate of a server whose operator has none. It is made once and kept, because clients know the server by its
/// fingerprint.
/// </summary>
public static class SelfSigned
{
    /// <summary>Nobody renews it, and what clients pinned must hold; ten years outlive the machine.</summary>
    private const int Years = 10;

    /// <summary>The one of this folder; it is made if there is none, or if the one that is there has served its time.</summary>
    /// <exception cref="CertificateException">It can't be read or written, or was damaged.</exception>
    public static PemFiles In(string folder, string name, DateTimeOffset now)
    {
        var files = new PemFiles(Path.Combine(folder, "tls.crt"), Path.Combine(folder, "tls.key"));
        // The certificate is written last: without it, whatever key is there was never served with.
        if (File.Exists(files.Certificate) && !IsOver(files, now))
            return files;
        var (certificate, key) = Make(name, now);
        try
        {
            Write(files.Key, key);
            Write(files.Certificate, certificate);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CertificateException($"the server's own certificate can't be kept in {folder}: {fault.Message}", fault);
        }
        return files;
    }

    public static (string Certificate, string Key) Make(string name, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(new X500DistinguishedName($"CN={name}"), key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        // A day earlier, for clients whose clocks are behind.
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(Years));
        return (certificate.ExportCertificatePem() + "\n", key.ExportPkcs8PrivateKeyPem() + "\n");
    }

    private static bool IsOver(PemFiles files, DateTimeOffset now)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(files.Read().Certificate);
            return now >= certificate.NotAfter.ToUniversalTime();
        }
        catch (CryptographicException fault)
        {
            throw new CertificateException(
                $"{files.Certificate} is damaged; restore it, or delete it for a new one, which clients will have to accept again", fault);
        }
    }

    /// <summary>Whole or not at all, and from its first byte on readable by its owner alone.</summary>
    private static void Write(string path, string text)
    {
        var half = path + ".new";
        File.Delete(half);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(half, options))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(text));
            file.Flush(flushToDisk: true);
        }
        File.Move(half, path, overwrite: true);
    }
}
