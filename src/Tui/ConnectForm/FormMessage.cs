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

    public T Match<T>(
        Func<Typed, T> typed,
        Func<Clicked, T> clicked,
        Func<Progress, T> progress,
        Func<Refused, T> refused,
        Func<Untrusted, T> untrusted,
        Func<Changed, T> changed) => this switch
        {
            Typed m => typed(m),
            Clicked m => clicked(m),
            Progress m => progress(m),
            Refused m => refused(m),
            Untrusted m => untrusted(m),
            Changed m => changed(m),
            _ => throw new InvalidOperationException($"unknown message {GetType().Name}"),
        };
}
