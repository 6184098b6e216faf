using System.Globalization;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Text;
using ChatRoom.Tui.ChatScreen.Keys;
using ChatRoom.Tui.ChatScreen.Lines;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.ChatScreen.Panes;

/// <summary>How the connection stands, who we are, and what the most useful keys are.</summary>
public static class StatusLine
{
    public static void Paint(Canvas canvas, TalkModel model, Area area)
    {
        if (area.IsEmpty)
            return;
        var theme = model.Theme;
        canvas.Fill(area, theme.Bar);
        var x = canvas.Write(area.X + 1, area.Y, Clipped.To(Link(model), area.Width - 1), LinkStyle(model), area.Right);
        if (Unsent(model) is { Length: > 0 } unsent)
            x = canvas.Write(x, area.Y, $" · {unsent}", On(model.Chat.Link is LinkState.Online ? theme.Notice : theme.Error, theme), area.Right);
        if (Middle(model) is { Length: > 0 } middle)
            x = canvas.Write(x, area.Y, $" · {middle}", theme.Bar, area.Right);
        var keys = Keys(model, area.Right - x - 3);
        canvas.Write(area.Right - TextWidth.Of(keys) - 1, area.Y, keys, theme.Bar);
        if (model.Chosen is null && keys.Length > 0)
            canvas.Mark(new Area(area.Right - keys.Length - 1, area.Y, keys.Length, 1), new TalkTarget.Act(TalkAction.Help));
    }

    private const int LongestAway = 24;

    /// <summary>Of several networks it says which one is meant.</summary>
    private static string Link(TalkModel model)
    {
        var network = Names.NetworkOf(model);
        var (of, to) = network.Length > 0 ? ($"{network}: ", $" to {network}") : ("", "");
        return model.Chat.Link switch
        {
            LinkState.Connecting => $"○ connecting{to}…",
            LinkState.Online => Unanswered(model) is { } since ? $"● {of}no answer for {since.TotalSeconds:0} s" : $"● connected{to}",
            LinkState.Waiting s => $"○ {of}reconnecting in {Math.Max(0, (int)Math.Ceiling((s.Until - model.Now).TotalSeconds))} s ({TerminalText.Sanitize(s.Why)})",
            LinkState.Over s => $"✕ {of}not connected: {TerminalText.Sanitize(s.Why)}",
        };
    }

    private static Style LinkStyle(TalkModel model) => model.Chat.Link switch
    {
        LinkState.Connecting => On(model.Theme.Notice, model.Theme),
        LinkState.Online => Unanswered(model) is null ? model.Theme.Bar : On(model.Theme.Error, model.Theme),
        LinkState.Waiting or LinkState.Over => On(model.Theme.Error, model.Theme),
    };

    private static TimeSpan? Unanswered(TalkModel model) => model.Chat.Client.Unanswered(model.Now);

    private static Style On(Style style, Theme theme) => style with { Background = theme.Bar.Background };

    /// <summary>What is sent and not confirmed is no news while the connection stands: it takes a moment.</summary>
    private static string Unsent(TalkModel model)
    {
        var isOnline = model.Chat.Link is LinkState.Online;
        var count = isOnline ? model.Chat.Client.Waiting.Count : model.Chat.Client.Unconfirmed.Count;
        return count == 0 ? "" : isOnline ? $"sending, {count} left" : $"{count} not sent yet";
    }

    private static string Middle(TalkModel model)
    {
        if (model.Remark is { } remark && TalkLayout.Of(model).Remark.IsEmpty)
            return remark;
        if (model.Size.Rows < 14 && TypingLine.Text(model) is { Length: > 0 } typing)
            return typing;
        var away = model.Chat.Client.Away is { } words ? words == "away" ? " (away)" : $" (away: {Clipped.To(TerminalText.Sanitize(words), LongestAway)})" : "";
        List<string> parts = [TerminalText.Sanitize(model.Chat.Client.Nick) + away];
        if (model.Chat.Link is LinkState.Online)
        {
            if (model.Facts.Encryption is not null)
                parts.Add("TLS");
            if (model.Chat.Client.Lag is { } lag)
                parts.Add(lag.TotalSeconds < 1 ? $"{lag.TotalMilliseconds:0} ms" : lag.TotalSeconds.ToString("0.0 s", CultureInfo.InvariantCulture));
        }
        return string.Join(" · ", parts);
    }

    /// <summary>The longest hint that there is room for.</summary>
    private static string Keys(TalkModel model, int room)
    {
        string[] hints = model.Chosen is not null
            ? ["↑↓ choose  r answer  e react  c copy  o open  Esc back", "r answer  e react  c copy  o open  Esc", "r e c o  Esc", ""]
            : model.Chat.Link is LinkState.Over ? ["/reconnect tries again  Ctrl+Q quit", "/reconnect", ""]
            : ["F1 help  Ctrl+K go to  Ctrl+F search  Ctrl+Q quit", "F1 help  Ctrl+K go to  Ctrl+Q quit", "F1 help  Ctrl+Q quit", "F1 help", ""];
        return hints.First(hint => hint.Length == 0 || TextWidth.Of(hint) <= room);
    }
}
