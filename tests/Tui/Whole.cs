using ChatRoom.Client.Text;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Tests;

/// <summary>What is true of every picture, whatever it shows.</summary>
internal static class Whole
{
    /// <summary>Every size that a terminal may have, from the smallest that we serve to a large one.</summary>
    public static IEnumerable<FrameSize> Sizes =>
        from columns in Enumerable.Range(20, 101)
        from rows in Enumerable.Range(5, 36)
        select new FrameSize(columns, rows);

    public static void Check(Frame frame)
    {
        Assert.Equal(frame.Size.Rows, frame.Rows.Count);
        Assert.All(frame.Rows, row => Assert.Equal(frame.Size.Columns, row.Sum(run => run.Width)));
        Assert.DoesNotContain(frame.ToText(), c => c != '\n' && TerminalText.IsHarmful(c));
        Assert.All(frame.Zones, zone => Assert.Equal(zone.Area, zone.Area.Within(Area.Of(frame.Size))));
        if (frame.Caret is { } caret)
            Assert.True(Area.Of(frame.Size).Contains(caret.X, caret.Y), $"{caret} is outside of {frame.Size}");
    }

    /// <summary>What stands in each cell, with its style; nothing in the second cell of a wide character.</summary>
    public static (string Text, Style Style)[,] Cells(Frame frame)
    {
        var cells = new (string, Style)[frame.Size.Columns, frame.Size.Rows];
        for (var y = 0; y < frame.Size.Rows; y++)
        {
            var x = 0;
            foreach (var run in frame.Rows[y])
            {
                foreach (var cluster in TextWidth.Clusters(run.Text))
                {
                    cells[x, y] = (cluster.ToString(), run.Style);
                    for (var more = 1; more < TextWidth.OfCluster(cluster.Span); more++)
                        cells[x + more, y] = ("", run.Style);
                    x += TextWidth.OfCluster(cluster.Span);
                }
            }
        }
        return cells;
    }
}
