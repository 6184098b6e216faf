using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.ChatScreen.Lines;

/// <summary>How a person's nickname looks wherever it stands.</summary>
public static class NickStyle
{
    public static Style Of(string nick, bool own, TalkModel model)
    {
        var theme = model.Theme;
        if (own)
            return theme.Own;
        return Speakers.Of(model).ColourOf(model.Folded(nick)) is { } colour
            ? theme.Text with { Foreground = colour }
            : theme.Text with { Emphasis = theme.Text.Emphasis | Emphasis.Bold };
    }
}
