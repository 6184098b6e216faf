namespace ChatRoom.Tui.ChatScreen.Lines;

/// <summary>The rows of messages that are seen, found from where the person reads outwards.</summary>
/// <param name="Top">Null when nothing was said.</param>
/// <param name="FirstIndex">The index of the entry at the top.</param>
/// <param name="IsAtTop">Nothing that is loaded lies above.</param>
/// <param name="IsAtBottom">Nothing that is loaded lies below.</param>
public sealed record Viewport(IReadOnlyList<MessageRow> Rows, Place? Top, int FirstIndex, bool IsAtTop, bool IsAtBottom)
{
    /// <summary>The rows at a place; without a place the last ones.</summary>
    public static Viewport Of(MessageLayout passage, Place? place, int height)
    {
        if (passage.Count == 0 || height <= 0)
            return new([.. passage.Empty().Take(Math.Max(0, height))], null, 0, true, true);
        return place is { } from ? From(Cursor.At(passage, from), height) : From(Cursor.AtEnd(passage).Up(height - 1), height);
    }

    /// <summary>The place some rows further down, or up if negative; null at the end.</summary>
    public static Place? Moved(MessageLayout passage, Place? place, int height, int rows)
    {
        if (Of(passage, place, height).Top is not { } top)
            return null;
        var cursor = Cursor.At(passage, top);
        return Settled(passage, rows < 0 ? cursor.Up(-rows) : cursor.Down(rows), height);
    }

    /// <summary>The place that shows an entry with a third of the rows above it, so that one sees what it belongs to.</summary>
    public static Place? Around(MessageLayout passage, long number, int height) => passage.Count == 0
        ? null
        : Settled(passage, Cursor.At(passage, new Place(number, 0)).Up(height / 3), height);

    /// <summary>A place at the end becomes the end, so that what comes is seen; unless newer messages are not loaded.</summary>
    private static Place? Settled(MessageLayout passage, Cursor cursor, int height)
    {
        var seen = From(cursor, height);
        return seen.IsAtBottom && passage.ReachesNow ? null : seen.Top;
    }

    private static Viewport From(Cursor top, int height)
    {
        // Fewer rows than there is room for are below: then it is the end that is seen.
        var bottom = top.Down(height - 1, out var moved);
        if (moved < height - 1)
            top = bottom.Up(height - 1);
        var rows = new List<MessageRow>(height);
        var cursor = top;
        rows.Add(cursor.Current);
        while (rows.Count < height && cursor.Next() is { } next)
        {
            cursor = next;
            rows.Add(cursor.Current);
        }
        return new(rows, top.Place, top.Block.First, top.Previous() is null, cursor.Next() is null);
    }
}
