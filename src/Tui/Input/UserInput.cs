using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Input;

/// <summary>What a person does at a screen, as a driver tells it.</summary>
public abstract record UserInput
{
    private UserInput()
    {
    }

    public sealed record Pressed(Key Key) : UserInput;

    /// <summary>Text that came all at once (bracketed paste), as it stood on the clipboard but with '\n' for every end of a line.</summary>
    public sealed record Pasted(string Text) : UserInput;

    public sealed record Moused(MouseAction Action, int X, int Y, Modifiers Modifiers) : UserInput;

    public sealed record Resized(FrameSize Size) : UserInput;

    /// <summary>The window came to the front or went to the back.</summary>
    public sealed record Focused(bool HasFocus) : UserInput;

    /// <summary>The terminal said that its background is light or dark.</summary>
    public sealed record BackgroundKnown(bool IsLight) : UserInput;

    /// <summary>The terminal is gone.</summary>
    public sealed record HungUp : UserInput;
}
