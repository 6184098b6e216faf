using ChatRoom.Client.Connection;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.ConnectForm;

/// <summary>What can happen to the form.</summary>
public abstract record FormMessage
{
    private FormMessage()
    {
    }

    public sealed record Typed(UserInput Input) : FormMessage;

    public sealed record Clicked(FormTarget Target) : FormMessage;

    /// <summary>The connection goes on: what is waited for now.</summary>
    public sealed record Progress(string Doing) : FormMessage;

    /// <summary>It came to nothing.</summary>
    /// <param name="Field">Where it can be mended; null if in no field.</param>
    public sealed record Refused(FormField? Field, string Text) : FormMessage;

    public sealed record Untrusted(Fingerprint Found, string Reason) : FormMessage;

    public sealed record Changed(Fingerprint Pinned, Fingerprint Found) : FormMessage;
}
