using System.Text;
using ChatRoom.Irc;

namespace ChatRoom.Tui.Frames;

/// <summary>
/// Where a view paints its frame, cell by cell. It lives within one call of a view, so that views stay functions. Painting outside is
/// allowed and does nothing; half of a wide character is never left standing.
/// </summary>
public sealed class Canvas
{
    private const string Blank = " ";

    private readonly FrameSize _size;
    private readonly (string? Cluster, Style Style)[] _cells;
    private readonly List<Zone> _zones = [];

    public Canvas(FrameSize size, Style style)
    {
        _size = size;
        _cells = new (string?, Style)[size.Columns * size.Rows];
        Array.Fill(_cells, (Blank, style));
    }

    public Area Area => Area.Of(_size);

    public Caret? Caret { get; set; }

    public string Title { get; set; } = "";

    public void Fill(Area area, Style style)
    {
        var inside = area.Within(Area);
        for (var y = inside.Y; y < inside.Bottom; y++)
        {
            for (var x = inside.X; x < inside.Right; x++)
                Put(x, y, Blank, 1, style);
        }
    }

    /// <summary>Writes from a cell to the right, up to <paramref name="right"/> (exclusive). Returns the column behind the last cell.</summary>
    public int Write(int x, int y, string text, Style style, int right = int.MaxValue)
    {
        right = Math.Min(right, _size.Columns);
        foreach (var cluster in TextWidth.Clusters(text))
        {
            var width = TextWidth.OfCluster(cluster.Span);
            if (width == 0)
                continue;
            if (x + width > right)
                break;
            if (x >= 0 && y >= 0 && y < _size.Rows)
                Put(x, y, cluster.ToString(), width, style);
            x += width;
        }
        return x;
    }

    public int Write(int x, int y, IEnumerable<StyledRun> runs, int right = int.MaxValue)
    {
        foreach (var run in runs)
            x = Write(x, y, run.Text, run.Style, right);
        return x;
    }

    public void Mark(Area area, Target target)
    {
        var inside = area.Within(Area);
        if (!inside.IsEmpty)
            _zones.Add(new Zone(inside, target));
    }

    public Frame ToFrame()
    {
        var rows = new ValueList<StyledRun>[_size.Rows];
        for (var y = 0; y < rows.Length; y++)
            rows[y] = RowAt(y);
        return new Frame(_size, ValueList.Create<ValueList<StyledRun>>(rows), Caret, [.. _zones], Title);
    }

    private ValueList<StyledRun> RowAt(int y)
    {
        var runs = new List<StyledRun>();
        var text = new StringBuilder();
        for (var x = 0; x < _size.Columns; x++)
        {
            var (cluster, style) = _cells[y * _size.Columns + x];
            text.Append(cluster);
            if (x + 1 < _size.Columns && _cells[y * _size.Columns + x + 1].Style == style)
                continue;
            runs.Add(new StyledRun(text.ToString(), style));
            text.Clear();
        }
        return [.. runs];
    }

    /// <summary>The second cell of a wide character has no cluster of its own.</summary>
    private void Put(int x, int y, string cluster, int width, Style style)
    {
        var at = y * _size.Columns + x;
        if (_cells[at].Cluster is null)
            _cells[at - 1].Cluster = Blank;
        var last = at + width - 1;
        if (x + width < _size.Columns && _cells[last + 1].Cluster is null)
            _cells[last + 1].Cluster = Blank;
        _cells[at] = (cluster, style);
        if (width == 2)
            _cells[last] = (null, style);
    }
}
