using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>The certificates that prove one's account (SASL EXTERNAL): CERT LIST, CERT ADD, which adds the one in use, CERT ADD print, CERT DEL print.</summary>
public static class Certificates
{
    internal static readonly CommandRow[] Commands = [new("CERT", 1, CommandTime.After, Hear)];

    private const string Forms = "CERT LIST, CERT ADD [fingerprint] and CERT DEL fingerprint are what can be said; a fingerprint is a SHA-256 in hexadecimal";

    public static void Hear(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        Hear(session, line.Text(0), line.Text(1), isSpoken: false);
    }

    public static void Hear(Session session, string what, string print, bool isSpoken)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(what);
        ArgumentNullException.ThrowIfNull(print);
        var named = print.Length == 0 ? session.Certificate : CertificatePrint.Parse(print).TryGet(out var read) ? read : (CertificatePrint?)null;
        switch (what.ToUpperInvariant())
        {
            case "LIST":
                session.Reply(new IrcReply.OwnCertificates(isSpoken));
                break;
            case "ADD" when print.Length == 0 && named is null:
                session.Fail("CERT", "NO_CERT", "", "This connection showed no certificate: connect with one over TLS, or name its fingerprint");
                break;
            case "ADD" when named is { } added:
                session.Act(new Command.ChangeCertificate(Option<AccountName>.None, added, IsAdded: true));
                break;
            case "DEL" when print.Length > 0 && named is { } removed:
                session.Act(new Command.ChangeCertificate(Option<AccountName>.None, removed, IsAdded: false));
                break;
            default:
                session.Fail("CERT", "INVALID_PARAMS", "", Forms);
                break;
        }
    }
}
