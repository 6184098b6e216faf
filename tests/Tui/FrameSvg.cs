using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Tests;

/// <summary>
/// A frame as a picture (SVG 1.1), in a window with its title: for the README, so that pictures are made and not taken. The same frame
/// yields the same bytes. Every run has its exact place and length, because no two machines have the same fonts. No text begins or ends
/// with a blank or holds two in a row, because browsers make one of them.
/// </summary>
internal static partial class FrameSvg
{
    private const double CellWidth = 8.4;

    /// <summary>As high as the fonts' lines of boxes, so that these have no gaps.</summary>
    public const int CellHeight = 16;

    private const int FontSize = 14;

    /// <summary>From the top of a cell to the line on which letters stand.</summary>
    private const int Baseline = 13;

    private const int Margin = 12;
    private const int TitleHeight = 30;
    private const string Fonts = "'JetBrains Mono','Cascadia Mono','DejaVu Sans Mono',Menlo,Consolas,'Noto Sans Mono CJK SC','Noto Color Emoji',monospace";

    private static readonly Rgb UsualForeground = new(0xd0, 0xd0, 0xd0);
    private static readonly Rgb UsualBackground = new(0x1a, 0x1b, 0x26);
    private static readonly Rgb Window = new(0x2b, 0x2d, 0x3a);
    private static readonly Rgb TitleColor = new(0xb8, 0xbc, 0xcc);
    private static readonly string[] Buttons = ["#ff5f57", "#febc2e", "#28c840"];

    public static string Of(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var rows = new StringBuilder();
        for (var y = 0; y < frame.Rows.Count; y++)
            AppendRow(rows, frame, y, y);
        if (frame.Caret is { } caret)
            rows.Append(CaretStart(caret)).Append("/>\n");
        return Around(frame, rows.ToString());
    }

    /// <summary>A row as it would be drawn at the top.</summary>
    public static string Row(Frame frame, int y)
    {
        var row = new StringBuilder();
        AppendRow(row, frame, y, 0);
        return row.ToString();
    }

    /// <summary>The caret, but for the end of its element.</summary>
    public static string CaretStart(Caret caret) => Invariant($"<rect x=\"{Place(caret.X)}\" y=\"{caret.Y * CellHeight}\" width=\"2\" height=\"{CellHeight}\" fill=\"#ffffff\"");

    /// <summary>The window of this frame, with something else in it.</summary>
    public static string Around(Frame frame, string content)
    {
        var width = 2 * Margin + frame.Size.Columns * CellWidth;
        var height = TitleHeight + Margin + frame.Size.Rows * CellHeight;
        var svg = new StringBuilder();
        svg.Append(Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{Escape(frame.Title)}\">\n"));
        svg.Append(Invariant($"<rect width=\"{width}\" height=\"{height}\" rx=\"10\" fill=\"{Hex(Window)}\"/>\n"));
        for (var i = 0; i < Buttons.Length; i++)
            svg.Append(Invariant($"<circle cx=\"{18 + 20 * i}\" cy=\"{TitleHeight / 2}\" r=\"6\" fill=\"{Buttons[i]}\"/>\n"));
        svg.Append(Invariant($"<text x=\"{width / 2}\" y=\"{TitleHeight / 2 + 5}\" text-anchor=\"middle\" font-family=\"{Fonts}\" font-size=\"13\" fill=\"{Hex(TitleColor)}\">{Escape(frame.Title)}</text>\n"));
        svg.Append(Invariant($"<g transform=\"translate({Margin} {TitleHeight})\" font-family=\"{Fonts}\" font-size=\"{FontSize}\">\n"));
        svg.Append(Invariant($"<rect width=\"{frame.Size.Columns * CellWidth}\" height=\"{frame.Size.Rows * CellHeight}\" fill=\"{Hex(UsualBackground)}\"/>\n"));
        return svg.Append(content).Append("</g>\n</svg>\n").ToString();
    }

    /// <param name="row">Which of the frame's.</param>
    /// <param name="y">Where it is drawn.</param>
    private static void AppendRow(StringBuilder svg, Frame frame, int row, int y)
    {
        var x = 0;
        foreach (var run in frame.Rows[row])
        {
            var width = run.Width;
            var (foreground, background) = ColorsOf(run.Style);
            if (background is { } fill)
                svg.Append(Invariant($"<rect x=\"{Place(x)}\" y=\"{y * CellHeight}\" width=\"{Place(width)}\" height=\"{CellHeight}\" fill=\"{Hex(fill)}\"/>\n"));
            AppendText(svg, run, x, y, foreground);
            x += width;
        }
    }

    /// <summary>Words with one certain width a letter are one text; every other cluster is put into its cells by itself.</summary>
    private static void AppendText(StringBuilder svg, StyledRun run, int x, int y, Rgb foreground)
    {
        var attributes = Invariant($"y=\"{y * CellHeight + Baseline}\" fill=\"{Hex(foreground)}\"{Look(run.Style)}");
        var word = new StringBuilder();
        foreach (var cluster in TextWidth.Clusters(run.Text))
        {
            var width = TextWidth.OfCluster(cluster.Span);
            if (width == 0)
                continue;
            if (width == 1 && TextWidth.IsCertain(cluster.Span))
            {
                word.Append(cluster.Span);
                x++;
                continue;
            }
            AppendWord(svg, word, x, attributes);
            svg.Append(Invariant($"<text x=\"{Place(x)}\" textLength=\"{Place(width)}\" lengthAdjust=\"spacingAndGlyphs\" {attributes}>{Escape(cluster.ToString())}</text>\n"));
            x += width;
        }
        AppendWord(svg, word, x, attributes);
    }

    private static void AppendWord(StringBuilder svg, StringBuilder word, int end, string attributes)
    {
        var text = word.ToString();
        word.Clear();
        var start = end - TextWidth.Of(text);
        // Blanks with a line under them are seen. They are those that no browser joins.
        if (attributes.Contains("text-decoration", StringComparison.Ordinal))
        {
            AppendPart(svg, text.Replace(' ', '\u00A0'), start, attributes);
            return;
        }
        foreach (var part in Parts().EnumerateMatches(text))
            AppendPart(svg, text.Substring(part.Index, part.Length), start + TextWidth.Of(text[..part.Index]), attributes);
    }

    private static void AppendPart(StringBuilder svg, string text, int x, string attributes)
    {
        if (text.Length > 0)
            svg.Append(Invariant($"<text x=\"{Place(x)}\" textLength=\"{Place(TextWidth.Of(text))}\" lengthAdjust=\"spacingAndGlyphs\" {attributes}>{Escape(text)}</text>\n"));
    }

    /// <summary>Words with single blanks between them.</summary>
    [GeneratedRegex("[^ ]+(?: [^ ]+)*")]
    private static partial Regex Parts();

    private static (Rgb Foreground, Rgb? Background) ColorsOf(Style style) => style.Emphasis.HasFlag(Emphasis.Reverse)
        ? (style.Background ?? UsualBackground, style.Foreground ?? UsualForeground)
        : (style.Foreground ?? UsualForeground, style.Background);

    private static string Look(Style style)
    {
        var lines = (style.Emphasis.HasFlag(Emphasis.Underline) ? "underline " : "") + (style.Emphasis.HasFlag(Emphasis.Strike) ? "line-through" : "");
        return (style.Emphasis.HasFlag(Emphasis.Bold) ? " font-weight=\"bold\"" : "")
            + (style.Emphasis.HasFlag(Emphasis.Italic) ? " font-style=\"italic\"" : "")
            + (style.Emphasis.HasFlag(Emphasis.Dim) ? " opacity=\"0.6\"" : "")
            + (lines.Length > 0 ? $" text-decoration=\"{lines.TrimEnd()}\"" : "");
    }

    private static double Place(int cells) => Math.Round(cells * CellWidth, 1);

    private static string Hex(Rgb color) => $"#{color.Red:x2}{color.Green:x2}{color.Blue:x2}";

    /// <summary>XML 1.0 has no place for control characters, not even escaped.</summary>
    private static string Escape(string text) => SecurityElement.Escape(new string([.. text.Where(c => !char.IsControl(c) && c is not ('\uFFFE' or '\uFFFF'))]))!;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
