using ChatRoom.Irc;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Drivers.Ansi;

/// <summary>One cell of a row. The second one of a wide cluster has the width 0.</summary>
internal readonly struct Cell(ReadOnlyMemory<char> text, int width, Style style)
{
    private static readonly ReadOnlyMemory<char> Blank = " ".AsMemory();

    private readonly ReadOnlyMemory<char> _text = text;

    public ReadOnlySpan<char> Text => _text.Span;

    public int Width => width;

    public Style Style { get; } = style;

    public bool Equals(in Cell other) => Width == other.Width && Text.SequenceEqual(other.Text) && Style == other.Style;

    /// <summary>Lays a row out, cut to its frame's width and to the screen's, with blanks for what is missing.</summary>
    public static void Fill(Span<Cell> cells, ValueList<StyledRun>? row, int columns)
    {
        var end = Math.Min(cells.Length, columns);
        var x = 0;
        foreach (var run in row ?? [])
        {
            foreach (var cluster in TextWidth.Clusters(run.Text))
            {
                var width = TextWidth.OfCluster(cluster.Span);
                if (width == 0)
                    continue;
                if (x + width > end)
                {
                    cells[x..end].Fill(new Cell(Blank, 1, run.Style));
                    x = end;
                    break;
                }
                cells[x] = new Cell(cluster, width, run.Style);
                if (width == 2)
                    cells[x + 1] = new Cell(default, 0, run.Style);
                x += width;
            }
        }
        cells[x..].Fill(new Cell(Blank, 1, default));
    }
}
