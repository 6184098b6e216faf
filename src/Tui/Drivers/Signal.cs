namespace ChatRoom.Tui.Drivers;

/// <summary>What a screen can do besides showing a frame.</summary>
public abstract record Signal
{
    private Signal()
    {
    }

    public sealed record Bell : Signal;

    /// <summary>A notification on the desktop, where the terminal passes one on (OSC 9 and OSC 777).</summary>
    public sealed record Notify(string Title, string Text) : Signal;

    /// <summary>Puts text onto the clipboard, where the terminal allows it (OSC 52).</summary>
    public sealed record Copy(string Text) : Signal;
}
