using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Themes;

/// <summary>How well a colour can be read on another (WCAG 2.2, relative luminance and contrast ratio).</summary>
public static class Contrast
{
    /// <summary>What WCAG's level AA asks of text.</summary>
    public const double Readable = 4.5;

    /// <summary>From 1 (the same) to 21 (black on white).</summary>
    public static double Ratio(Rgb a, Rgb b)
    {
        var (one, other) = (Luminance(a), Luminance(b));
        return (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
    }

    /// <summary>The same hue, made lighter on a dark background and darker on a light one until it can be read there.</summary>
    public static Rgb Guard(Rgb colour, Rgb background)
    {
        var towards = Ratio(new Rgb(255, 255, 255), background) >= Ratio(new Rgb(0, 0, 0), background) ? byte.MaxValue : byte.MinValue;
        for (var step = 0; step <= Steps; step++)
        {
            var tried = Mix(colour, towards, step);
            if (Ratio(tried, background) >= Readable)
                return tried;
        }
        return new Rgb(towards, towards, towards);
    }

    private const int Steps = 32;

    private static Rgb Mix(Rgb colour, byte towards, int step) =>
        new(Mix(colour.Red, towards, step), Mix(colour.Green, towards, step), Mix(colour.Blue, towards, step));

    private static byte Mix(byte from, byte to, int step) => (byte)(from + (to - from) * step / Steps);

    private static double Luminance(Rgb colour) => 0.2126 * Linear(colour.Red) + 0.7152 * Linear(colour.Green) + 0.0722 * Linear(colour.Blue);

    private static double Linear(byte channel)
    {
        var part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }
}
