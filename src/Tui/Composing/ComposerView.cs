using System.Text;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.Composing;

/// <summary>Paints the text that is being written: it grows with its rows up to what it is given, and scrolls beyond.</summary>
public static class ComposerView
{
    /// <summary>The bytes that surely fit into a message of IRC; where the chat knows better, it says so.</summary>
    public const int UsualBudget = 400;

    /// <summary>How many rows it wants, of <paramref name="most"/>.</summary>
    public static int HeightOf(Composer composer, int width, int most) =>
        Math.Clamp(composer.Question is null ? ComposerLayout.Of(composer.Text, width).Rows.Count : 1, 1, Math.Max(1, most));

    /// <param name="budget">The bytes of a message; a text that needs several says how many.</param>
    public static void Paint(Canvas canvas, Area area, Composer composer, Theme theme, string placeholder, int budget = UsualBudget, bool isOneMessage = false)
    {
        canvas.Fill(area, theme.Field);
        if (area.IsEmpty)
            return;
        if (composer.Question is { } question)
        {
            canvas.Write(area.X, area.Y, question.Words, theme.Field with { Emphasis = Emphasis.Bold }, area.Right);
            return;
        }
        if (composer.IsEmpty)
        {
            canvas.Write(area.X, area.Y, placeholder, theme.Field with { Foreground = theme.Faint.Foreground, Emphasis = theme.Faint.Emphasis }, area.Right);
            canvas.Caret = new Caret(area.X, area.Y);
            return;
        }
        PaintText(canvas, area, composer, theme, isOneMessage ? null : HintOf(composer.Text, budget));
    }

    /// <summary>How many messages a text becomes; null if one.</summary>
    public static string? HintOf(string text, int budget)
    {
        if (text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal))
            return null;
        var messages = text.Split('\n').Where(line => line.Length > 0)
            .Sum(line => (Encoding.UTF8.GetByteCount(line) + budget - 1) / budget);
        return messages > 1 ? $" {messages} messages " : null;
    }

    private static void PaintText(Canvas canvas, Area area, Composer composer, Theme theme, string? hint)
    {
        var layout = ComposerLayout.Of(composer.Text, area.Width);
        var (row, column) = layout.PlaceOf(composer.Caret);
        var top = Math.Clamp(row - area.Height / 2, 0, Math.Max(0, layout.Rows.Count - area.Height));
        var end = area.X;
        for (var y = 0; y < area.Height && top + y < layout.Rows.Count; y++)
            end = canvas.Write(area.X, area.Y + y, layout[top + y], theme.Field, area.Right);
        canvas.Caret = new Caret(Math.Min(area.X + column, area.Right - 1), area.Y + row - top);
        // The hint is a service; the text goes first where both don't fit.
        if (hint is not null && end < area.Right - hint.Length && canvas.Caret.Value.X < area.Right - hint.Length)
            canvas.Write(area.Right - hint.Length, area.Bottom - 1, hint, theme.Field with { Foreground = theme.Faint.Foreground }, area.Right);
    }
}
