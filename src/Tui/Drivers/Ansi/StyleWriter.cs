using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Drivers.Ansi;

/// <summary>A style as the terminal is told it: SGR (ECMA-48 8.3.117) and, for links, OSC 8.</summary>
internal static class StyleWriter
{
    private const int White = 15;

    private static readonly (Emphasis Emphasis, int Code)[] Codes =
    [
        (Emphasis.Bold, 1), (Emphasis.Dim, 2), (Emphasis.Italic, 3), (Emphasis.Underline, 4), (Emphasis.Reverse, 7), (Emphasis.Strike, 9),
    ];

    /// <summary>All of a style, from a reset on, so that it does not depend on what was before.</summary>
    public static void Write(AnsiBytes to, Style style, ColorDepth depth)
    {
        to.Add("\e[0"u8);
        foreach (var (emphasis, code) in Codes)
        {
            if ((style.Emphasis & emphasis) != 0)
                to.Add(";"u8).Add(code);
        }
        switch (depth)
        {
            case ColorDepth.Full:
                AddFull(to, style.Foreground, 38);
                AddFull(to, style.Background, 48);
                break;
            case ColorDepth.TwoHundredFiftySix:
                AddIndexed(to, style);
                break;
            case ColorDepth.Sixteen:
                AddSixteen(to, style);
                break;
            case ColorDepth.None:
                break;
        }
        to.Add("m"u8);
    }

    private static void AddFull(AnsiBytes to, Rgb? color, int code)
    {
        if (color is { } rgb)
            to.Add(";"u8).Add(code).Add(";2;"u8).Add(rgb.Red).Add(";"u8).Add(rgb.Green).Add(";"u8).Add(rgb.Blue);
    }

    private static void AddIndexed(AnsiBytes to, Style style)
    {
        if (style.Foreground is { } foreground)
            to.Add(";38;5;"u8).Add(NearestColor.OfTwoHundredFiftySix(foreground));
        if (style.Background is { } background)
            to.Add(";48;5;"u8).Add(NearestColor.OfTwoHundredFiftySix(background));
    }

    private static void AddSixteen(AnsiBytes to, Style style)
    {
        int? foreground = style.Foreground is { } f ? NearestColor.OfSixteen(f) : null;
        int? background = style.Background is { } b ? NearestColor.OfSixteen(b) : null;
        // Two colours that differed can have the same neighbour here, and text must stay readable.
        if (foreground == background && style.Foreground != style.Background)
            foreground = background is >= 7 and not 8 and not 12 ? 0 : White;
        if (foreground is { } fore)
            to.Add(";"u8).Add(fore < 8 ? 30 + fore : 82 + fore);
        if (background is { } back)
            to.Add(";"u8).Add(back < 8 ? 40 + back : 92 + back);
    }
}
