using ChatRoom.Client.Text;
using ChatRoom.Irc;
using ChatRoom.Tui.Composing;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.ConnectForm;

/// <summary>
/// Where the parts of the form are on a screen of some size. Where not all fields fit, those around the focus are there; where there is
/// hardly any room, it is the one with the focus.
/// </summary>
/// <param name="Fields">Those that can be seen; each area has the field's rows, the row for an error among them.</param>
/// <param name="Stacked">The label stands above the field and not before it.</param>
/// <param name="Title">Empty where there is no room for one.</param>
/// <param name="Help">The bottom line.</param>
public sealed record FormLayout(ValueList<(FormField Field, Area Area)> Fields, bool Stacked, Area Title, Area Help)
{
    /// <summary>More would tear labels, fields and errors apart.</summary>
    private const int Widest = 76;

    /// <summary>Below that a label and a field don't go into one row.</summary>
    private const int SideBySide = 36;

    /// <summary>Below that no row is left for a title.</summary>
    private const int Titled = 9;

    private const int TitleRows = 2;

    /// <summary>An error that says more than fits into so many rows is cut; the bottom line has the rule.</summary>
    private const int ErrorRows = 2;

    /// <summary>Labels end here where they stand before their fields.</summary>
    public const int LabelWidth = 18;

    public static FormLayout Of(FormModel form, FrameSize size)
    {
        var stacked = size.Columns < SideBySide;
        var width = Math.Min(Widest, Math.Max(1, size.Columns - (stacked ? 0 : 2)));
        var x = (size.Columns - width) / 2;
        var title = size.Rows >= Titled ? TitleRows : 0;
        var room = Math.Max(1, size.Rows - 1 - title);
        var heights = Heights(form, stacked, width, room);
        var total = heights.Sum(field => field.Rows);
        var free = Math.Max(0, room - total);
        // A little above the middle looks like the middle.
        var first = free / 3;
        var top = title + first - Scrolled(heights, form.Focus, room);
        var seen = new List<(FormField, Area)>();
        foreach (var (field, rows) in heights)
        {
            var area = new Area(x, top, width, rows);
            if (area.Y >= title && area.Y < title + room)
                seen.Add((field, area with { Height = Math.Min(rows, title + room - area.Y) }));
            top += rows;
        }
        return new FormLayout([.. seen], stacked, new Area(x, first, width, title), new Area(x, size.Rows - 1, width, 1));
    }

    /// <summary>An error in rows, and how far to the right: below its field where it fits there, else across the whole width.</summary>
    public static (IReadOnlyList<string> Lines, int Indent) ErrorOf(string error, bool stacked, int width)
    {
        var text = "↑ " + TerminalText.Sanitize(error);
        if (!stacked && TextWidth.Of(text) <= width - LabelWidth)
            return ([text], LabelWidth);
        var layout = ComposerLayout.Of(text, width + 1);
        return ([.. layout.Rows.Take(ErrorRows).Select((_, row) => layout[row].TrimEnd())], 0);
    }

    /// <summary>Every field has a row for its error where there is room for all; else only those that have one.</summary>
    private static List<(FormField Field, int Rows)> Heights(FormModel form, bool stacked, int width, int room)
    {
        var least = stacked ? 2 : 1;
        var errors = form.Fields.ToDictionary(field => field, field => form.ErrorOf(field) is { } error ? ErrorOf(error, stacked, width).Lines.Count : 0);
        var isRoomy = errors.Values.Sum(rows => least + Math.Max(1, rows)) <= room;
        return [.. errors.Select(field => (field.Key, least + Math.Max(isRoomy ? 1 : 0, field.Value)))];
    }

    private static int Scrolled(List<(FormField Field, int Rows)> heights, FormField focus, int room)
    {
        var total = heights.Sum(field => field.Rows);
        if (total <= room)
            return 0;
        var before = heights.TakeWhile(field => field.Field != focus).Sum(field => field.Rows);
        var own = heights.Find(field => field.Field == focus).Rows;
        var wanted = Math.Clamp(before - (room - own) / 2, 0, total - room);
        // A screen begins with a whole field.
        var at = 0;
        foreach (var (_, rows) in heights.TakeWhile(_ => at < wanted))
            at += rows;
        return Math.Min(at, before);
    }
}
