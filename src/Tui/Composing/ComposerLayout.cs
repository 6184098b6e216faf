using ChatRoom.Irc;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Composing;

/// <summary>
/// A text in rows of a width: broken at blanks, between wide characters, and inside of a word only where it is longer than a row. The
/// last cell stays free, so that the caret has a place behind a full row.
/// </summary>
public sealed record ComposerLayout(string Text, ValueList<Range> Rows)
{
    public static ComposerLayout Of(string text, int width)
    {
        var rows = new List<Range>();
        var most = Math.Max(width - 1, 1);
        for (var start = 0; ;)
        {
            var end = CaretStops.LineEnd(text, start);
            Wrap(text, start, end, most, rows);
            if (end == text.Length)
                return new ComposerLayout(text, [.. rows]);
            start = end + 1;
        }
    }

    public string this[int row] => Text[Rows[row]];

    /// <summary>The row and the column in cells of a place in the text.</summary>
    public (int Row, int Column) PlaceOf(int at)
    {
        var row = Rows.Count - 1;
        while (row > 0 && Rows[row].Start.Value > at)
            row--;
        return (row, TextWidth.Of(Text[Rows[row].Start.Value..at]));
    }

    /// <summary>The place in the text that is nearest to a column of a row.</summary>
    public int At(int row, int column)
    {
        var (at, end) = (Rows[row].Start.Value, Rows[row].End.Value);
        // The end of a broken row is the begin of the next one, and would show the caret there.
        if (row + 1 < Rows.Count && Rows[row + 1].Start.Value == end && end > at)
            end = CaretStops.Previous(Text, end);
        for (var x = 0; at < end;)
        {
            var next = CaretStops.Next(Text, at);
            x += TextWidth.OfCluster(Text.AsSpan(at, next - at));
            if (x > column)
                break;
            at = next;
        }
        return at;
    }

    private static void Wrap(string text, int start, int end, int most, List<Range> rows)
    {
        var (row, at, width) = (start, start, 0);
        var mayBreak = start;
        while (at < end)
        {
            var next = CaretStops.Next(text, at);
            var cells = TextWidth.OfCluster(text.AsSpan(at, next - at));
            if (cells == 2)
                mayBreak = at;
            if (width + cells > most && at > row)
            {
                var cut = mayBreak > row ? mayBreak : at;
                rows.Add(row..cut);
                (row, at, width, mayBreak) = (cut, cut, 0, cut);
                continue;
            }
            width += cells;
            if (cells == 2 || text[at] == ' ')
                mayBreak = next;
            at = next;
        }
        rows.Add(row..end);
    }
}
