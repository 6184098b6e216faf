using System.Globalization;
using ChatRoom.Domain.Data;

namespace ChatRoom.Domain.Names;

/// <summary>The fingerprint of a certificate: SHA-256 of all of it. Who vouches for the certificate is of no account; its key proves whose it is.</summary>
public readonly record struct CertificatePrint(UInt128 High, UInt128 Low)
{
    /// <summary>In hexadecimal, with colons or without, as tools print it.</summary>
    public static Option<CertificatePrint> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bare = text.Replace(":", "", StringComparison.Ordinal);
        return bare.Length == 64 && UInt128.TryParse(bare.AsSpan(0, 32), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var high)
            && UInt128.TryParse(bare.AsSpan(32), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var low)
                ? new CertificatePrint(high, low)
                : Option<CertificatePrint>.None;
    }

    public override string ToString() => $"{High:x32}{Low:x32}";
}
