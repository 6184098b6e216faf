using ChatRoom.Client.Text;
using ChatRoom.Tui.ChatScreen.Lines;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.ChatScreen.Overlays;

/// <summary>Paints an overlay into the middle of the screen; on a small one over all of it.</summary>
public static class OverlayView
{
    private const int Widest = 76;

    public static void Paint(Canvas canvas, TalkModel model)
    {
        if (model.Overlay is null)
            return;
        var box = OverlayContent.Of(model, model.Overlay);
        var area = Place(model.Size, box);
        canvas.Caret = null;
        canvas.Fill(area, model.Theme.Text);
        canvas.Mark(area, new TalkTarget.Box());
        var inner = PaintFrame(canvas, model.Theme, area, box);
        if (box.Field is { } field)
        {
            PaintField(canvas, model.Theme, inner, field);
            inner = new Area(inner.X, inner.Y + 1, inner.Width, inner.Height - 1);
        }
        PaintRows(canvas, model.Theme, inner, box);
    }

    public static int WidthOf(FrameSize size) => Math.Min(Widest, size.Columns - (size.Columns > 30 ? 4 : 0));

    /// <summary>How many rows of content there is room for.</summary>
    public static int Room(FrameSize size, OverlayBox box) => Place(size, box).Height - 2 - (box.Field is null ? 0 : 1);

    private static Area Place(FrameSize size, OverlayBox box)
    {
        var width = WidthOf(size);
        var wanted = box.Rows.Count + 2 + (box.Field is null ? 0 : 1);
        var height = Math.Min(wanted, size.Rows - (size.Rows > 10 ? 2 : 0));
        return new Area((size.Columns - width) / 2, (size.Rows - height) / 2, width, height);
    }

    private static Area PaintFrame(Canvas canvas, Theme theme, Area area, OverlayBox box)
    {
        var line = new string('─', Math.Max(0, area.Width - 2));
        canvas.Write(area.X, area.Y, $"┌{line}┐", theme.Border);
        for (var y = area.Y + 1; y < area.Bottom - 1; y++)
        {
            canvas.Write(area.X, y, "│", theme.Border);
            canvas.Write(area.Right - 1, y, "│", theme.Border);
        }
        canvas.Write(area.X, area.Bottom - 1, $"└{line}┘", theme.Border);
        canvas.Write(area.X + 2, area.Y, Clipped.To($" {box.Title} ", area.Width - 4), theme.Unread);
        canvas.Write(area.X + 2, area.Bottom - 1, Clipped.To($" {box.Hint} ", area.Width - 4), theme.Faint);
        return new Area(area.X + 1, area.Y + 1, area.Width - 2, Math.Max(0, area.Height - 2));
    }

    private static void PaintField(Canvas canvas, Theme theme, Area inner, string field)
    {
        canvas.Fill(new Area(inner.X, inner.Y, inner.Width, 1), theme.Field);
        var x = canvas.Write(inner.X, inner.Y, "› ", theme.Field);
        // The end of a text that is too long is what one is writing.
        x = canvas.Write(x, inner.Y, Clipped.EndOf(TerminalText.Sanitize(field), inner.Width - 4), theme.Field, inner.Right);
        // On a screen of one row nothing of the box is there but its border.
        if (inner.Height > 0)
            canvas.Caret = new Caret(Math.Min(x, inner.Right - 1), inner.Y);
    }

    private static void PaintRows(Canvas canvas, Theme theme, Area inner, OverlayBox box)
    {
        var last = Math.Max(0, box.Rows.Count - inner.Height);
        var from = Math.Clamp(box.Chosen is { } chosen ? chosen - inner.Height + 1 : box.From, 0, last);
        for (var i = 0; i < inner.Height && from + i < box.Rows.Count; i++)
        {
            var row = box.Rows[from + i];
            var line = new Area(inner.X, inner.Y + i, inner.Width, 1);
            var isChosen = box.Chosen == from + i;
            if (isChosen)
                canvas.Fill(line, theme.Selected);
            var aside = Clipped.To(row.Aside, inner.Width / 2);
            var right = inner.Right - 1 - (aside.Length == 0 ? 0 : TextWidth.Of(aside) + 1);
            canvas.Write(inner.X + 1, line.Y, Clipped.To(row.Text, right - inner.X - 1), isChosen ? theme.Selected : row.Style, right);
            if (row.Marked is { } words && !isChosen)
                PaintMarked(canvas, theme, row.Text, words, inner.X + 1, line.Y, right);
            canvas.Write(right + 1, line.Y, aside, isChosen ? theme.Selected : theme.Faint, inner.Right);
            if (box.Chosen is not null)
                canvas.Mark(line, new TalkTarget.Choice(from + i));
        }
    }

    /// <summary>What was looked for is painted once more, in a colour of its own.</summary>
    private static void PaintMarked(Canvas canvas, Theme theme, string text, string words, int x, int y, int right)
    {
        var folded = Letters.Fold(text);
        foreach (var word in Letters.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                var start = x + TextWidth.Of(text[..at]);
                if (start + TextWidth.Of(text[at..(at + word.Length)]) < right)
                    canvas.Write(start, y, text[at..(at + word.Length)], theme.Mention, right);
            }
        }
    }
}
