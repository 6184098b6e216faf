using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.ChatScreen.Panes;

/// <summary>The line between two parts that stand side by side.</summary>
public static class Border
{
    public static void Paint(Canvas canvas, int x, Area beside, Theme theme)
    {
        for (var y = beside.Y; y < beside.Bottom; y++)
            canvas.Write(x, y, "│", theme.Border);
    }
}
