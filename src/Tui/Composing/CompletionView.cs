using ChatRoom.Client.Text;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.Composing;

/// <summary>Paints what is offered for a word, as a list right above the text.</summary>
public static class CompletionView
{
    private const int MostRows = 8;

    private const int Widest = 96;

    /// <param name="composerArea">Where the composer is painted; the list stands above it, at the word that it is for.</param>
    /// <param name="above">What may be covered.</param>
    public static void Paint(Canvas canvas, Area composerArea, Area above, Composer composer, Theme theme)
    {
        if (composer.Popup is not { } popup || above.IsEmpty)
            return;
        var rows = Math.Min(Math.Min(MostRows, popup.Items.Count), above.Height);
        var labels = popup.Items.Max(item => TextWidth.Of(TerminalText.Sanitize(item.Label)));
        var wanted = 2 + popup.Items.Max(item => item.Help.Length > 0 ? labels + 2 + TextWidth.Of(item.Help) : TextWidth.Of(TerminalText.Sanitize(item.Label)));
        var width = Math.Min(Math.Min(wanted, Widest), above.Width);
        var column = ComposerLayout.Of(composer.Text, composerArea.Width).PlaceOf(popup.Start).Column;
        var x = Math.Clamp(composerArea.X + column - 1, above.X, Math.Max(above.X, above.Right - width));
        var area = new Area(x, above.Bottom - rows, width, rows);
        var first = popup.FirstShown(rows);
        for (var row = 0; row < rows; row++)
            PaintRow(canvas, area with { Y = area.Y + row, Height = 1 }, popup, first + row, labels, theme);
        PaintMore(canvas, area, first, popup.Items.Count, theme);
    }

    /// <summary>What does not fit is counted, at the side where it is.</summary>
    private static void PaintMore(Canvas canvas, Area area, int first, int count, Theme theme)
    {
        var below = count - first - area.Height;
        if (first > 0)
            canvas.Write(area.Right - 1, area.Y, "↑", theme.Bar);
        if (below > 0 && $"↓{below}" is var more)
            canvas.Write(area.Right - more.Length, area.Bottom - 1, more, theme.Bar);
    }

    private static void PaintRow(Canvas canvas, Area row, CompletionPopup popup, int index, int labels, Theme theme)
    {
        var item = popup.Items[index];
        var style = index == popup.Chosen ? theme.Selected : theme.Bar;
        canvas.Fill(row, style);
        var right = row.Right - 1;
        canvas.Write(row.X + 1, row.Y, TerminalText.Sanitize(item.Label), style, right);
        if (item.Help.Length > 0)
        {
            canvas.Write(row.X + 1 + labels + 2, row.Y, item.Help, style, right);
            if (TextWidth.Of(item.Help) > right - row.X - labels - 3)
                canvas.Write(right - 1, row.Y, "…", style, right);
        }
        canvas.Mark(row, new CompletionTarget(index));
    }
}
