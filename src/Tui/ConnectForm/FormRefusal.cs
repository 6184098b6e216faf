using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Client.Text;

namespace ChatRoom.Tui.ConnectForm;

/// <summary>What came of trying to connect, said at the field where it can be mended.</summary>
public static class FormRefusal
{
    public static FormMessage Of(LinkFault fault, FormValues values) => fault switch
    {
        LinkFault.Unreached f => Of(f.Result, values),
        LinkFault.Ended f => Of(f.Ending, values),
    };

    private static FormMessage.Refused Of(Ending ending, FormValues values) => ending switch
    {
        Ending.Left => new(null, "you have left"),
        Ending.NicknameTaken e => new(FormField.Nick, $"{TerminalText.Sanitize(e.Nick)} is taken; {TerminalText.Sanitize(e.Nick)}2 may be free"),
        Ending.NicknameRefused e => new(FormField.Nick, TerminalText.Sanitize(e.Reason)),
        Ending.PasswordRefused => new(
            FormField.ServerPassword, values.ServerPassword is null ? "this server asks for a password" : "this is not the server's password"),
        Ending.AccountRefused e => new(FormField.AccountPassword, TerminalText.Sanitize(e.Reason)),
        Ending.NotAdmitted e => new(FormField.Connect, TerminalText.Sanitize(e.Reason)),
        Ending.ServerClosed e => new(FormField.Connect, TerminalText.Sanitize(e.Reason)),
        Ending.Lost e => values.Tls
            ? new(FormField.Connect, TerminalText.Sanitize(e.Reason))
            : new(FormField.Tls, $"{TerminalText.Sanitize(e.Reason)}; perhaps that port wants TLS"),
    };

    private static FormMessage Of(DialResult dialled, FormValues values) => dialled switch
    {
        DialResult.Connected => throw new InvalidOperationException("Who was let in is not refused."),
        DialResult.NobodyListens => new FormMessage.Refused(FormField.Port, "nobody listens there; is the server running?"),
        DialResult.UnknownHost => new FormMessage.Refused(FormField.Host, $"no host is called '{values.Host}'"),
        DialResult.TimedOut => new FormMessage.Refused(FormField.Host, $"it did not answer within {ClientLimits.Connect.TotalSeconds:0} s"),
        DialResult.Failed r => new FormMessage.Refused(FormField.Host, TerminalText.Sanitize(r.Reason)),
        DialResult.NoTls => new FormMessage.Refused(FormField.Tls, $"no TLS is spoken on port {values.Port}"),
        DialResult.Untrusted r => new FormMessage.Untrusted(r.Found, r.Reason),
        DialResult.OtherCertificate r => new FormMessage.Changed(r.Pinned, r.Found),
    };
}
