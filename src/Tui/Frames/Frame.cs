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

/// <summary>The size of a screen in cells.</summary>
public readonly record struct FrameSize(int Columns, int Rows);

/// <summary>Text of one style, harmless and on one line: what a view puts into a frame has been made so.</summary>
public readonly record struct StyledRun(string Text, Style Style)
{
    public int Width => TextWidth.Of(Text);
}

/// <summary>Where the next letter would go.</summary>
public readonly record struct Caret(int X, int Y);

/// <summary>Where something can be clicked. Of overlapping zones the last one counts, as it was painted last.</summary>
public readonly record struct Zone(Area Area, Target Target);

/// <summary>Something that can be clicked. Each screen has its own cases.</summary>
public abstract record Target;
