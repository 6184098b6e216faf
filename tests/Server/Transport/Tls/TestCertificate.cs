using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ChatRoom.Server.Transport.Tls;

namespace ChatRoom.Server.Tests.Transport.Tls;

/// <summary>Certificates that a test makes for itself, as they lie in an operator's files.</summary>
internal sealed record TestCertificate(string Pem, string Key)
{
    public static readonly DateTimeOffset Start = new(2025, 12, 1, 0, 0, 0, TimeSpan.Zero);

    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(X509Certificate2.CreateFromPem(Pem).RawData));

    public static TestCertificate SelfSigned(string name = "irc.test", DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Request(name, key).CreateSelfSigned(from ?? Start, until ?? Start.AddYears(2));
        return new TestCertificate(certificate.ExportCertificatePem() + "\n", key.ExportPkcs8PrivateKeyPem() + "\n");
    }

    /// <summary>One that an authority vouches for, whose own certificate follows in the file.</summary>
    public static TestCertificate Vouched(string name = "irc.test")
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(new X500DistinguishedName("CN=authority"), authorityKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var authority = request.CreateSelfSigned(Start.AddDays(-1), Start.AddYears(3));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Request(name, key).Create(authority, Start, Start.AddYears(2), [1, 2, 3]);
        return new TestCertificate(
            certificate.ExportCertificatePem() + "\n" + authority.ExportCertificatePem() + "\n", key.ExportPkcs8PrivateKeyPem() + "\n");
    }

    public void Write(PemFiles files)
    {
        File.WriteAllText(files.Certificate, Pem);
        File.WriteAllText(files.Key, Key);
    }

    private static CertificateRequest Request(string name, ECDsa key)
    {
        var request = new CertificateRequest(new X500DistinguishedName($"CN={name}"), key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request;
    }
}
