using ChatRoom.Client;

namespace ChatRoom.Cli.Screen;

/// <summary>What came of trying to connect, said at the field where it can be mended.</summary>
public static class FormRefusal
{
    /// <summary>Null if it did connect.</summary>
    public static FormMessage? Of(DialResult dialled, FormValues values) => dialled.Match<FormMessage?>(
        connected: _ => null,
        nobodyListens: _ => new FormMessage.Refused(FormField.Port, "nobody listens there; is the server running?"),
        unknownHost: _ => new FormMessage.Refused(FormField.Host, $"no host is called '{values.Host}'"),
        timedOut: _ => new FormMessage.Refused(FormField.Host, $"it did not answer within {ClientLimits.Connect.TotalSeconds:0} s"),
        failed: r => new FormMessage.Refused(FormField.Host, Harmless.Text(r.Reason)),
        noTls: _ => new FormMessage.Refused(FormField.Tls, $"no TLS is spoken on port {values.Port}"),
        untrusted: r => new FormMessage.Untrusted(r.Found, r.Reason),
        otherCertificate: r => new FormMessage.Changed(r.Pinned, r.Found));
}
