using System.Text;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Themes;

/// <summary>
/// The colour of a nickname: the same on every machine and at every start, because it comes from the letters alone. With a seed there
/// are new colours, which stay as long as the seed does.
/// </summary>
public static class NicknameColours
{
    /// <summary>How many a drawn palette has: more could not be told apart.</summary>
    private const int Drawn = 16;

    /// <param name="folded">In the server's small letters, so that `Ann` and `ann` are one.</param>
    /// <param name="seed">Null for the theme's own colours.</param>
    /// <returns>Null in a theme without colours.</returns>
    public static Rgb? Of(string folded, Theme theme, uint? seed) => Of(folded, theme, seed, []);

    /// <param name="folded">In the server's small letters, so that `Ann` and `ann` are one.</param>
    /// <param name="seed">Null for the theme's own colours.</param>
    /// <param name="taken">Which colours others have already; the next one that is free is taken, as long as there is one, and added.</param>
    public static Rgb? Of(string folded, Theme theme, uint? seed, HashSet<int> taken)
    {
        if (theme.Nicknames.Count == 0)
            return null;
        var count = seed is null ? theme.Nicknames.Count : Drawn;
        var index = (int)((Hash(folded) ^ (seed ?? 0)) % (uint)count);
        for (var tries = 0; taken.Contains(index) && tries < count; tries++)
            index = (index + 1) % count;
        taken.Add(index);
        if (seed is not { } drawn)
            return Guarded(theme.Nicknames[index], theme);
        var turn = drawn % 360 + 360.0 / Drawn * index;
        return Guarded(OfHue(turn % 360, theme.IsLight ? 0.35 : 0.68), theme);
    }

    /// <summary>FNV-1a of 32 bits; that of .NET differs from process to process. The last mixing spreads names that differ in one letter.</summary>
    public static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var one in Encoding.UTF8.GetBytes(text))
            hash = (hash ^ one) * 16777619u;
        hash ^= hash >> 16;
        hash *= 0x85EBCA6Bu;
        return hash ^ (hash >> 13);
    }

    private static Rgb Guarded(Rgb colour, Theme theme) => theme.Text.Background is { } background ? Contrast.Guard(colour, background) : colour;

    /// <summary>HSL with a saturation that is strong and does not glare.</summary>
    private static Rgb OfHue(double hue, double lightness)
    {
        const double saturation = 0.65;
        var reach = saturation * Math.Min(lightness, 1 - lightness);
        return new(Channel(0), Channel(8), Channel(4));

        byte Channel(int offset)
        {
            var k = (offset + hue / 30) % 12;
            return (byte)Math.Round(255 * (lightness - reach * Math.Max(-1, Math.Min(Math.Min(k - 3, 9 - k), 1))));
        }
    }
}
