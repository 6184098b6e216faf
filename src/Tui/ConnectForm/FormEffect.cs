using ChatRoom.Client.Connection;

namespace ChatRoom.Tui.ConnectForm;

/// <summary>What the form wants of the world.</summary>
public abstract record FormEffect
{
    private FormEffect()
    {
    }

    public sealed record Connect(FormValues Values) : FormEffect;

    /// <summary>Pin this certificate for this server, and connect.</summary>
    public sealed record Trust(FormValues Values, Fingerprint Found) : FormEffect;

    /// <summary>Trust no certificate of this server any more, and connect, so that the person is asked.</summary>
    public sealed record Forget(FormValues Values) : FormEffect;

    /// <summary>Stop connecting.</summary>
    public sealed record Cancel : FormEffect;

    /// <summary>Back to the chat behind the form.</summary>
    public sealed record Close : FormEffect;

    public sealed record Quit : FormEffect;
}
