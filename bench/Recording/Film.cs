using System.Globalization;
using System.Text;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Tests;

namespace ChatRoom.Bench.Recording;

/// <summary>
/// Frames as one picture that moves (SVG with SMIL), and begins anew at its end. Each row that was ever shown is drawn once, wherever it stood,
/// and is visible for as long as it was.
/// </summary>
internal static class Film
{
    /// <summary>Nobody sees more, and each costs bytes.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(90);

    public static string Of(IReadOnlyList<(TimeSpan At, Frame Frame)> frames)
    {
        var kept = Thinned(frames);
        var (first, end) = (kept[0].Frame, kept[^1].At - kept[0].At + TimeSpan.FromSeconds(3));
        var drawn = new Dictionary<string, int>();
        var shown = new StringBuilder();
        for (var y = 0; y < first.Rows.Count; y++)
            AppendColumn(shown, kept, y, end, drawn);
        AppendCarets(shown, kept, end);
        var rows = string.Concat(drawn.OrderBy(row => row.Value).Select(row => $"<g id=\"r{row.Value}\">{row.Key}</g>\n"));
        // A clock that all others go by.
        var clock = $"<rect width=\"0\" height=\"0\"><animate id=\"t\" attributeName=\"width\" from=\"0\" to=\"0\" dur=\"{Seconds(end)}\" begin=\"0s;t.end\"/></rect>\n";
        return FrameSvg.Around(first, $"<defs>\n{rows}</defs>\n{clock}{shown}");
    }

    private static List<(TimeSpan At, Frame Frame)> Thinned(IReadOnlyList<(TimeSpan At, Frame Frame)> frames)
    {
        var kept = new List<(TimeSpan At, Frame Frame)>();
        for (var i = 0; i < frames.Count; i++)
        {
            if (i == frames.Count - 1 || frames[i + 1].At - frames[i].At >= Shortest || kept.Count == 0 || frames[i].At - kept[^1].At >= Shortest)
                kept.Add(frames[i]);
        }
        return kept;
    }

    /// <summary>What one row of the screen showed, one after the other.</summary>
    private static void AppendColumn(StringBuilder into, List<(TimeSpan At, Frame Frame)> frames, int y, TimeSpan end, Dictionary<string, int> drawn)
    {
        for (var i = 0; i < frames.Count;)
        {
            var row = FrameSvg.Row(frames[i].Frame, y);
            var next = i + 1;
            while (next < frames.Count && FrameSvg.Row(frames[next].Frame, y) == row)
                next++;
            if (row.Length > 0)
            {
                drawn.TryAdd(row, drawn.Count);
                Append(into, $"<use href=\"#r{drawn[row]}\" y=\"{y * FrameSvg.CellHeight}\"", "use", frames, i, next, end);
            }
            i = next;
        }
    }

    private static void AppendCarets(StringBuilder into, List<(TimeSpan At, Frame Frame)> frames, TimeSpan end)
    {
        for (var i = 0; i < frames.Count;)
        {
            var caret = frames[i].Frame.Caret;
            var next = i + 1;
            while (next < frames.Count && frames[next].Frame.Caret == caret)
                next++;
            if (caret is { } at)
                Append(into, FrameSvg.CaretStart(at), "rect", frames, i, next, end);
            i = next;
        }
    }

    private static void Append(StringBuilder into, string start, string element, List<(TimeSpan At, Frame Frame)> frames, int from, int to, TimeSpan end)
    {
        var begin = frames[from].At - frames[0].At;
        var until = to < frames.Count ? frames[to].At - frames[0].At : end;
        into.Append(begin == TimeSpan.Zero && until == end
            ? $"{start}/>\n"
            : string.Create(CultureInfo.InvariantCulture, $"{start} visibility=\"hidden\"><set attributeName=\"visibility\" to=\"visible\" begin=\"t.begin+{begin.TotalSeconds:0.###}s\" dur=\"{Seconds(until - begin)}\"/></{element}>\n"));
    }

    /// <summary>Nothing lasts no time at all: to browsers that would be for ever.</summary>
    private static string Seconds(TimeSpan span) => Math.Max(0.001, span.TotalSeconds).ToString("0.###", CultureInfo.InvariantCulture) + "s";
}
