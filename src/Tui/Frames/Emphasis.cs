namespace ChatRoom.Tui.Frames;

/// <summary>How text stands out besides its colour. Where there are no colours (NO_COLOR, monochrome) it is all there is.</summary>
[Flags]
public enum Emphasis
{
    None = 0,
    Bold = 1,
    Dim = 2,
    Italic = 4,
    Underline = 8,
    Strike = 16,
    Reverse = 32,
}
