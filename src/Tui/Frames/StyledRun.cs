namespace ChatRoom.Tui.Frames;

/// <summary>Text of one style, harmless and on one line: what a view puts into a frame has been made so.</summary>
public readonly record struct StyledRun(string Text, Style Style)
{
    public int Width => TextWidth.Of(Text);
}
