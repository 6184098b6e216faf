using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ChatRoom.Cli.Join;

/// <summary>The certificate by which a person is known to servers: PEM, its key in the same file, signed by anybody.</summary>
internal static class OwnCertificate
{
    public static bool TryRead(string path, [NotNullWhen(true)] out X509Certificate2? read, out string wrong)
    {
        (read, wrong) = (null, "");
        try
        {
            var pair = X509Certificate2.CreateFromPemFile(path);
            // Windows can't use a key in TLS that was never in a store; going through PKCS #12 puts it into one.
            read = OperatingSystem.IsWindows() ? X509CertificateLoader.LoadPkcs12(pair.Export(X509ContentType.Pkcs12), null) : pair;
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            wrong = $"cannot read '{path}': {fault.Message}";
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            wrong = $"'{path}' should hold a certificate and its key without a passphrase, both as PEM: {fault.Message}";
        }
        return false;
    }
}
