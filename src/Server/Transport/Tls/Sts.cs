using System.Globalization;

namespace ChatRoom.Server.Transport.Tls;

/// <summary>
/// Strict transport security, IRCv3 `sts`: tells clients to come over TLS and never otherwise. Offered only with a certificate
/// that somebody else vouches for, since a client that heard it accepts no other for all these days.
/// </summary>
/// <param name="certificates">What is served with now; a renewed one may differ.</param>
/// <param name="days">For how long a client is to remember.</param>
/// <param name="port">Where TLS is.</param>
/// <param name="isPlainPublic">Whether others reach the plain port; who comes from this machine has nothing to fear on the way.</param>
public sealed class Sts(Certificates certificates, int days, int port, bool isPlainPublic)
{
    /// <summary>The capability with its value; null where it is not offered. On each kind of connection only its own key counts.</summary>
    public string? Offer(bool isEncrypted)
    {
        if (days == 0 || certificates.Current.IsSelfSigned || (!isEncrypted && !isPlainPublic))
            return null;
        var seconds = (long)TimeSpan.FromDays(days).TotalSeconds;
        return isEncrypted
            ? string.Create(CultureInfo.InvariantCulture, $"sts=duration={seconds}")
            : string.Create(CultureInfo.InvariantCulture, $"sts=port={port}");
    }
}
