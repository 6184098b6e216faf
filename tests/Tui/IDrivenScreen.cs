using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Tests;

/// <summary>A screen with somebody in front of it.</summary>
public interface IDrivenScreen : IAsyncDisposable
{
    IScreen Screen { get; }

    /// <summary>Waits until all that was shown is to be seen.</summary>
    void Settle();

    /// <summary>Where the terminal's caret is; null if it is hidden.</summary>
    Caret? Caret { get; }

    /// <summary>What a cell shows.</summary>
    ShownCell At(int x, int y);

    void Press(Key key);

    void Paste(string text);

    void Click(int x, int y);

    void Resize(FrameSize size);
}
