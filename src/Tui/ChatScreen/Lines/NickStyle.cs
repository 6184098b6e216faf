using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Settings;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.ChatScreen.Lines;

/// <summary>How a person's nickname looks wherever it stands.</summary>
public static class NickStyle
{
    public static Style Of(string nick, bool own, TalkModel model)
    {
        var theme = model.Theme;
        if (own)
            return theme.Own;
        var seed = model.Preferences.Palette == Palette.Random ? model.PaletteSeed : (uint?)null;
        return NicknameColours.Of(model.Folded(nick), theme, seed) is { } colour
            ? theme.Text with { Foreground = colour }
            : theme.Text with { Emphasis = theme.Text.Emphasis | Emphasis.Bold };
    }
}
