using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Tests;

/// <summary>What one cell shows; the second one of a wide character has no text.</summary>
public readonly record struct ShownCell(string Text, Style Style)
{
    /// <summary>The cells of a frame as a screen of a size should show it.</summary>
    public static ShownCell[,] Of(Frame frame, FrameSize size)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var cells = new ShownCell[size.Columns, size.Rows];
        for (var y = 0; y < size.Rows; y++)
        {
            for (var x = 0; x < size.Columns; x++)
                cells[x, y] = new ShownCell(" ", default);
            var at = 0;
            foreach (var (text, style) in y < frame.Rows.Count ? frame.Rows[y].SelectMany(Letters) : [])
            {
                var width = TextWidth.OfCluster(text);
                for (var i = 0; i < width && at + i < size.Columns; i++)
                    cells[at + i, y] = new ShownCell(at + width > size.Columns ? " " : i == 0 ? text : "", style);
                at += width;
            }
        }
        return cells;
    }

    private static IEnumerable<(string, Style)> Letters(StyledRun run) => TextWidth.Clusters(run.Text).Select(cluster => (cluster.ToString(), run.Style));
}
