using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ChatRoom.Client.Connection;

/// <summary>What a certificate is known by where nobody vouches for it: the SHA-256 of all its bytes.</summary>
public sealed record Fingerprint
{
    private Fingerprint(string text) => Text = text;

    /// <summary>64 hexadecimal digits, in small letters.</summary>
    public string Text { get; }

    public override string ToString() => Text;

    public static Fingerprint Of(X509Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return new Fingerprint(Convert.ToHexStringLower(SHA256.HashData(certificate.GetRawCertData())));
    }

    /// <summary>With and without colons, in capitals and small letters: programs show it in all these ways.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Fingerprint? fingerprint, [NotNullWhen(false)] out string? refusal)
    {
        ArgumentNullException.ThrowIfNull(text);
        var digits = text.Replace(":", "", StringComparison.Ordinal).ToLowerInvariant();
        var isRight = digits.Length == 64 && digits.All(char.IsAsciiHexDigit);
        fingerprint = isRight ? new Fingerprint(digits) : null;
        refusal = isRight
            ? null
            : $"'{text}' is no fingerprint: a SHA-256 fingerprint has 64 hexadecimal digits, with or without colons (SHA-1 has 40, and does not do)";
        return isRight;
    }
}
