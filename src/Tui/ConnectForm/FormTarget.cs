using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.ConnectForm;

/// <summary>What can be clicked in the form.</summary>
public abstract record FormTarget : Target
{
    private FormTarget()
    {
    }

    /// <summary>A field gets the focus; the box of TLS changes, the button connects, the list opens.</summary>
    public sealed record OfField(FormField Field) : FormTarget;

    public sealed record Recent(int Index) : FormTarget;

    /// <summary>Yes to a fingerprint.</summary>
    public sealed record Trust : FormTarget;

    /// <summary>The certificate that was trusted before is forgotten.</summary>
    public sealed record Forget : FormTarget;

    /// <summary>Back to the fields, from a question or from connecting.</summary>
    public sealed record Back : FormTarget;
}
