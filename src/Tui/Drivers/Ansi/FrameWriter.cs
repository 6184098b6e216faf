using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Drivers.Ansi;

/// <summary>
/// Turns the difference between two frames into bytes for a terminal. Nothing is taken on trust: rows are cut or filled to the screen's
/// width, control characters are left out, and behind every cluster that terminals measure differently the position is set anew, so
/// that a wrong guess costs a letter and never shifts a row.
/// </summary>
public sealed class FrameWriter(ColorDepth depth, bool hasStrings = true)
{
    /// <summary>Writing a few unchanged cells again is shorter than a sequence that goes over them.</summary>
    private const int ShortGap = 6;

    private Cell[] _old = [];
    private Cell[] _new = [];
    private Style? _style;
    private string? _link;
    private (int X, int Y)? _at;
    private bool _begun;

    /// <param name="before">What the terminal shows; null if that is unknown.</param>
    /// <param name="screen">What is beyond it is not shown.</param>
    /// <param name="to">Gets nothing if nothing changed.</param>
    public void Write(AnsiBytes to, Frame? before, Frame next, FrameSize screen)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(next);
        if (_new.Length < screen.Columns)
            (_old, _new) = (new Cell[screen.Columns], new Cell[screen.Columns]);
        (_style, _link, _at, _begun) = (null, null, null, false);
        if (before is null)
            Begin(to).Add("\e[0m\e[2J"u8);
        for (var y = 0; y < screen.Rows; y++)
            WriteRow(to, y, before, next, screen);
        if (_link is not null)
            Hyperlink.Write(to, null);
        if (_begun)
            to.Add("\e[0m"u8);
        WriteCaret(to, before?.Caret, next.Caret, screen);
        if (_begun)
            to.Add("\e[?2026l"u8);
        if (hasStrings && before?.Title != next.Title)
            to.Add("\e]2;"u8).Add(OneLine(next.Title)).Add("\e\\"u8);
    }

    /// <summary>Text for inside of a sequence, which no character of it may end.</summary>
    internal static string OneLine(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);

    /// <summary>Synchronized output (2026): the terminal shows what comes when it is whole. Those without it see no caret jump about.</summary>
    private AnsiBytes Begin(AnsiBytes to)
    {
        _begun = true;
        return to.Add("\e[?2026h\e[?25l"u8);
    }

    private void WriteRow(AnsiBytes to, int y, Frame? before, Frame next, FrameSize screen)
    {
        var (old, now) = (RowOf(before, y), RowOf(next, y));
        if (before is not null && (ReferenceEquals(old, now) || (old is not null && old.Equals(now))))
            return;
        Cell.Fill(_new.AsSpan(0, screen.Columns), now, next.Size.Columns);
        if (before is null)
        {
            WriteCells(to, 0, screen.Columns, y, screen.Columns);
            return;
        }
        Cell.Fill(_old.AsSpan(0, screen.Columns), old, before.Size.Columns);
        for (var x = 0; x < screen.Columns;)
        {
            if (_old[x].Equals(_new[x]))
            {
                x++;
                continue;
            }
            var first = _new[x].Width == 0 ? x - 1 : x;
            var end = EndOfChange(x, screen.Columns);
            if (IsUncertain(first, end))
                end = screen.Columns;
            if (!_begun)
                Begin(to);
            WriteCells(to, first, end, y, screen.Columns);
            x = end;
        }
    }

    private static Irc.ValueList<StyledRun>? RowOf(Frame? frame, int y) => frame is not null && y < frame.Rows.Count ? frame.Rows[y] : null;

    private int EndOfChange(int first, int columns)
    {
        var last = first;
        for (var x = first + 1; x < columns && x - last <= ShortGap; x++)
        {
            if (!_old[x].Equals(_new[x]))
                last = x;
        }
        var end = last + 1;
        while (end < columns && _new[end].Width == 0)
            end++;
        return end;
    }

    /// <summary>A cluster that takes more cells than we think has run over what stands behind it, so all of that is written again.</summary>
    private bool IsUncertain(int first, int end)
    {
        for (var x = first; x < end; x++)
        {
            if (_new[x].Width > 0 && !TextWidth.IsCertain(_new[x].Text))
                return true;
        }
        return false;
    }

    private void WriteCells(AnsiBytes to, int first, int end, int y, int columns)
    {
        for (var x = first; x < end;)
        {
            var cell = _new[x];
            Style(to, cell.Style);
            if (_at != (x, y))
                to.MoveTo(x, y);
            if (TextWidth.IsCertain(cell.Text))
            {
                to.Add(cell.Text);
                x += cell.Width;
                _at = x < columns ? (x, y) : null;
                continue;
            }
            // The blanks are for a terminal that takes less room than we think, and would leave there what was before.
            to.Add(cell.Width == 2 ? "  "u8 : " "u8).MoveTo(x, y).Add(cell.Text);
            x += cell.Width;
            _at = null;
        }
    }

    private void Style(AnsiBytes to, Style style)
    {
        if (hasStrings && style.Link != _link)
        {
            Hyperlink.Write(to, style.Link);
            _link = style.Link;
        }
        var look = style with { Link = null };
        if (look == _style)
            return;
        StyleWriter.Write(to, look, depth);
        _style = look;
    }

    private void WriteCaret(AnsiBytes to, Caret? before, Caret? next, FrameSize screen)
    {
        if (!_begun && before == next)
            return;
        if (next is { } caret && Area.Of(screen).Contains(caret.X, caret.Y))
            to.MoveTo(caret.X, caret.Y).Add("\e[?25h"u8);
        else if (!_begun)
            to.Add("\e[?25l"u8);
    }
}
