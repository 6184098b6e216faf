using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.ChatScreen.Lines;

/// <summary>Text that is too wide for its place ends with '…'.</summary>
public static class Clipped
{
    public static string To(string text, int width)
    {
        if (text.Length <= width && System.Text.Ascii.IsValid(text))
            return text;
        var (end, used, fits) = (0, 0, 0);
        foreach (var cluster in TextWidth.Clusters(text))
        {
            used += TextWidth.OfCluster(cluster.Span);
            if (used > width)
                return width < 1 ? "" : string.Concat(text.AsSpan(0, fits), "…");
            end += cluster.Length;
            // One cell is kept for the sign.
            if (used < width)
                fits = end;
        }
        return text;
    }

    /// <summary>As much of the end of a text as there is room for.</summary>
    public static string EndOf(string text, int width)
    {
        var (from, over) = (0, TextWidth.Of(text) - width);
        foreach (var cluster in TextWidth.Clusters(text))
        {
            if (over <= 0)
                break;
            over -= TextWidth.OfCluster(cluster.Span);
            from += cluster.Length;
        }
        return text[from..];
    }
}
