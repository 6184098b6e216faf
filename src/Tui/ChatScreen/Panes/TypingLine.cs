using ChatRoom.Client.Text;
using ChatRoom.Tui.ChatScreen.Lines;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.ChatScreen.Panes;

/// <summary>Who is writing something just now.</summary>
public static class TypingLine
{
    private const int Named = 3;

    public static void Paint(Canvas canvas, TalkModel model, Area area)
    {
        if (area.IsEmpty)
            return;
        canvas.Write(area.X + 1, area.Y, Clipped.To(Text(model), area.Width - 2), model.Theme.Faint);
    }

    public static string Text(TalkModel model)
    {
        var nicks = model.Current.Typing.Where(typist => typist.Until > model.Now).Select(typist => TerminalText.Sanitize(typist.Nick)).ToList();
        return nicks.Count switch
        {
            0 => "",
            1 => $"{nicks[0]} is typing…",
            <= Named => $"{string.Join(", ", nicks.SkipLast(1))} and {nicks[^1]} are typing…",
            _ => $"{nicks.Count} people are typing…",
        };
    }
}
