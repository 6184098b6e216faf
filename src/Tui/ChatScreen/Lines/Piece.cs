using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.ChatScreen.Lines;

/// <summary>Text of one style that is laid out with others, and what a click on it means.</summary>
/// <param name="Whole">It is never broken over two rows: a button, a reaction.</param>
public readonly record struct Piece(string Text, Style Style, Target? Target = null, bool Whole = false)
{
    public int Width => TextWidth.Of(Text);
}
