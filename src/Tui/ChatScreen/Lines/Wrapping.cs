using System.Globalization;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.ChatScreen.Lines;

/// <summary>Breaks pieces into rows of a width: at spaces, between wide characters, and inside of a word only where it is longer than a row.</summary>
public static class Wrapping
{
    /// <param name="outdent">How much more the first row holds.</param>
    public static IReadOnlyList<IReadOnlyList<Piece>> Of(IReadOnlyList<Piece> pieces, int width, int outdent = 0)
    {
        var cells = Cells(pieces);
        var rows = new List<IReadOnlyList<Piece>>();
        var (start, breakAt, x) = (0, 0, -outdent);
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = cells[i];
            if (cell.Kind == CellKind.NewLine)
            {
                rows.Add(Row(pieces, cells, start, i));
                (start, breakAt, x) = (i + 1, i + 1, 0);
                continue;
            }
            // A space at the end of a row hangs over its edge, where nobody sees it.
            if (x + cell.Width > width && i > start && cell.Kind != CellKind.Space)
            {
                var cut = breakAt > start ? breakAt : i;
                rows.Add(Row(pieces, cells, start, cut));
                (start, breakAt) = (cut, cut);
                x = WidthOf(cells, cut, i);
            }
            x += cell.Width;
            if (cell.Kind == CellKind.Space || (cell.Kind == CellKind.Wide && !IsClosing(pieces, cells, i + 1)))
                breakAt = i + 1;
        }
        if (start < cells.Count || rows.Count == 0)
            rows.Add(Row(pieces, cells, start, cells.Count));
        return rows;
    }

    private enum CellKind
    {
        Plain,
        Space,
        Wide,
        NewLine,
    }

    private readonly record struct Cell(int Piece, int At, int Length, int Width, CellKind Kind);

    private static List<Cell> Cells(IReadOnlyList<Piece> pieces)
    {
        var cells = new List<Cell>();
        for (var p = 0; p < pieces.Count; p++)
        {
            var text = pieces[p].Text;
            for (var at = 0; at < text.Length;)
            {
                var length = Next(text, at);
                var width = TextWidth.OfCluster(text.AsSpan(at, length));
                var kind = pieces[p].Whole ? CellKind.Plain : text[at] switch
                {
                    '\n' => CellKind.NewLine,
                    ' ' => CellKind.Space,
                    _ => width == 2 ? CellKind.Wide : CellKind.Plain,
                };
                cells.Add(new Cell(p, at, length, width, kind));
                at += length;
            }
        }
        return cells;
    }

    /// <summary>Two ASCII letters in a row are two clusters; asking for the rest costs twenty times as much.</summary>
    private static int Next(string text, int at) =>
        text[at] < 0x7F && (at + 1 >= text.Length || text[at + 1] < 0x7F) ? 1 : StringInfo.GetNextTextElementLength(text, at);

    /// <summary>East Asian full stops and closing brackets don't begin a row.</summary>
    private static bool IsClosing(IReadOnlyList<Piece> pieces, List<Cell> cells, int i) =>
        i < cells.Count && "、。，．！？：；）】」』》〉”’,.!?;:)]}".Contains(pieces[cells[i].Piece].Text[cells[i].At]);

    private static int WidthOf(List<Cell> cells, int from, int to)
    {
        var width = 0;
        for (var i = from; i < to; i++)
            width += cells[i].Width;
        return width;
    }

    private static List<Piece> Row(IReadOnlyList<Piece> pieces, List<Cell> cells, int from, int to)
    {
        while (to > from && cells[to - 1].Kind == CellKind.Space)
            to--;
        var row = new List<Piece>();
        for (var i = from; i < to;)
        {
            var first = cells[i];
            var end = first.At;
            for (; i < to && cells[i].Piece == first.Piece; i++)
                end = cells[i].At + cells[i].Length;
            var piece = pieces[first.Piece];
            row.Add(first.At == 0 && end == piece.Text.Length ? piece : piece with { Text = piece.Text[first.At..end] });
        }
        return row;
    }
}
