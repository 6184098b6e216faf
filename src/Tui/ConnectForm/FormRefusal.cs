using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Client.Text;

namespace ChatRoom.Tui.ConnectForm;

/// <summary>What came of trying to connect, said at the field where it can be mended.</summary>
public static class FormRefusal
{
    public static FormMessage Of(LinkFault fault, FormValues values) =>
        fault.Match(unreached: f => Of(f.Result, values), ended: f => Of(f.Ending));

    private static FormMessage Of(Ending ending) => ending.Match<FormMessage>(
        left: _ => new FormMessage.Refused(null, "you have left"),
        nicknameTaken: e => new FormMessage.Refused(FormField.Nick, TerminalText.Sanitize(e.Reason)),
        nicknameRefused: e => new FormMessage.Refused(FormField.Nick, TerminalText.Sanitize(e.Reason)),
        passwordRefused: e => new FormMessage.Refused(FormField.ServerPassword, TerminalText.Sanitize(e.Reason)),
        accountRefused: e => new FormMessage.Refused(FormField.AccountPassword, TerminalText.Sanitize(e.Reason)),
        notAdmitted: e => new FormMessage.Refused(FormField.Connect, TerminalText.Sanitize(e.Reason)),
        serverClosed: e => new FormMessage.Refused(FormField.Connect, TerminalText.Sanitize(e.Reason)),
        lost: e => new FormMessage.Refused(FormField.Connect, TerminalText.Sanitize(e.Reason)));

    private static FormMessage Of(DialResult dialled, FormValues values) => dialled.Match<FormMessage>(
        connected: _ => throw new InvalidOperationException("Who was let in is not refused."),
        nobodyListens: _ => new FormMessage.Refused(FormField.Port, "nobody listens there; is the server running?"),
        unknownHost: _ => new FormMessage.Refused(FormField.Host, $"no host is called '{values.Host}'"),
        timedOut: _ => new FormMessage.Refused(FormField.Host, $"it did not answer within {ClientLimits.Connect.TotalSeconds:0} s"),
        failed: r => new FormMessage.Refused(FormField.Host, TerminalText.Sanitize(r.Reason)),
        noTls: _ => new FormMessage.Refused(FormField.Tls, $"no TLS is spoken on port {values.Port}"),
        untrusted: r => new FormMessage.Untrusted(r.Found, r.Reason),
        otherCertificate: r => new FormMessage.Changed(r.Pinned, r.Found));
}
