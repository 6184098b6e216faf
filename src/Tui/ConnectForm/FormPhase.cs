using ChatRoom.Client.Connection;

namespace ChatRoom.Tui.ConnectForm;

/// <summary>What the form is doing.</summary>
public abstract record FormPhase
{
    private FormPhase()
    {
    }

    public sealed record Editing : FormPhase;

    /// <param name="Doing">What is waited for: "connecting to chat.example.org:6697".</param>
    public sealed record Connecting(string Doing) : FormPhase;

    /// <summary>Nobody vouches for the server's certificate: is it the one that its operator names?</summary>
    public sealed record AskingTrust(Fingerprint Found, string Reason) : FormPhase;

    /// <summary>The server shows another certificate than it did before. There is no yes to this one.</summary>
    public sealed record CertificateChanged(Fingerprint Pinned, Fingerprint Found) : FormPhase;
}
