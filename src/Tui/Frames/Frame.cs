using ChatRoom.Irc;

namespace ChatRoom.Tui.Frames;

/// <summary>
/// One picture of the screen: what a view yields and a driver shows. Every row is exactly as wide as the screen, so that nothing of
/// the picture before shines through.
/// </summary>
/// <param name="Rows">From the top, each a list of runs.</param>
/// <param name="Caret">Null where nothing can be typed.</param>
/// <param name="Title">For the window around the terminal.</param>
public sealed record Frame(FrameSize Size, ValueList<ValueList<StyledRun>> Rows, Caret? Caret, ValueList<Zone> Zones, string Title)
{
    /// <summary>What is at this cell to be clicked; null if there is nothing.</summary>
    public Target? TargetAt(int x, int y)
    {
        for (var i = Zones.Count - 1; i >= 0; i--)
        {
            if (Zones[i].Area.Contains(x, y))
                return Zones[i].Target;
        }
        return null;
    }

    /// <summary>The letters alone, a line a row and without the blanks at its end: for tests.</summary>
    public string ToText() => string.Join('\n', Rows.Select(row => string.Concat(row.Select(run => run.Text)).TrimEnd()));
}
