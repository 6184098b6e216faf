using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ChatRoom.Client.Connection;

/// <summary>Whether a server's certificate is accepted, and if not, why, in words for a person.</summary>
internal sealed class CertificateVerdict(string host, Fingerprint? pinned)
{
    /// <summary>Names that are shown of those that a certificate is for; it may have hundreds.</summary>
    private const int NamesShown = 3;

    /// <summary>What it came to; null as long as no certificate was seen, or when it was accepted.</summary>
    public DialResult? Refusal { get; private set; }

    /// <summary>Is asked by the handshake, which ends when the answer is no.</summary>
    public bool Accept(X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors)
    {
        if (shown is null)
        {
            Refusal = new DialResult.NoTls("the server shows no certificate");
            return false;
        }
        var found = Fingerprint.Of(shown);
        Refusal = pinned is null
            ? errors == SslPolicyErrors.None ? null : new DialResult.Untrusted(found, Why((X509Certificate2)shown, chain, errors))
            // What a person pinned is right whatever else is said of it, and nothing else is.
            : pinned == found ? null : new DialResult.OtherCertificate(pinned, found);
        return Refusal is null;
    }

    private string Why(X509Certificate2 shown, X509Chain? chain, SslPolicyErrors errors)
    {
        var reasons = new List<string>();
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            reasons.Add($"it is for {NamesOf(shown)} and not for {host}");
        var statuses = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) ?? X509ChainStatusFlags.NoError;
        if (statuses.HasFlag(X509ChainStatusFlags.NotTimeValid))
            reasons.Add(Dates(shown));
        if ((statuses & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != 0)
            reasons.Add(IsSelfSigned(shown) ? "it is signed by nobody but itself" : "this system does not trust the one who signed it");
        if (reasons.Count == 0)
            reasons.Add(chain?.ChainStatus.FirstOrDefault().StatusInformation is { Length: > 0 } said ? said.Trim() : errors.ToString());
        return string.Join(", and ", reasons);
    }

    private static string Dates(X509Certificate2 shown)
    {
        var (from, until) = (Day(shown.NotBefore), Day(shown.NotAfter));
        return DateTime.UtcNow >= shown.NotAfter.ToUniversalTime()
            ? $"it expired on {until}"
            : DateTime.UtcNow < shown.NotBefore.ToUniversalTime()
                ? $"it is valid only from {from} on"
                : "one of those who vouch for it has expired";
    }

    private static string Day(DateTime moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool IsSelfSigned(X509Certificate2 shown) =>
        shown.SubjectName.RawData.AsSpan().SequenceEqual(shown.IssuerName.RawData);

    private static string NamesOf(X509Certificate2 shown)
    {
        var names = shown.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(names => names.EnumerateDnsNames().Concat(names.EnumerateIPAddresses().Select(address => address.ToString())))
            .Take(NamesShown + 1).ToList();
        if (names.Count == 0)
            return shown.GetNameInfo(X509NameType.SimpleName, forIssuer: false) is { Length: > 0 } name ? name : "nobody";
        return names.Count > NamesShown ? $"{string.Join(", ", names.Take(NamesShown))} and others" : string.Join(", ", names);
    }
}
