using System.Globalization;
using System.Text;
using Wcwidth;

namespace ChatRoom.Tui.Frames;

/// <summary>
/// How many cells a text takes. A cluster of characters that is shown as one (a letter with its accents, a family of emoji) is measured
/// as a whole, because terminals draw it as one.
/// </summary>
public static class TextWidth
{
    private const char EmojiPresentation = '\uFE0F';

    public static int Of(string text)
    {
        var width = 0;
        foreach (var cluster in Clusters(text))
            width += OfCluster(cluster.Span);
        return width;
    }

    /// <summary>The user-perceived characters (UAX #29) of a text, in their order.</summary>
    public static IEnumerable<ReadOnlyMemory<char>> Clusters(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            // Nothing joins two letters of ASCII but CR and LF, and most text is made of them.
            var isAscii = text[at] is >= ' ' and < '\x7F' && (at + 1 == text.Length || text[at + 1] < '\x7F');
            var length = isAscii ? 1 : StringInfo.GetNextTextElementLength(text, at);
            yield return text.AsMemory(at, length);
            at += length;
        }
    }

    /// <summary>
    /// 0, 1 or 2 cells. Older terminals add up what newer ones take as a whole; where a part of a cluster stands beside its letter
    /// (vowel signs of Indic scripts and Thai) it gets its room, because a gap is better than a lost letter.
    /// </summary>
    public static int OfCluster(ReadOnlySpan<char> cluster)
    {
        if (cluster.Length == 1 && cluster[0] < 0x7F)
            return cluster[0] < ' ' ? 0 : 1;
        var width = 0;
        foreach (var rune in cluster.EnumerateRunes())
            width = Math.Min(2, width + OfRune(rune));
        return width == 1 && cluster.Contains(EmojiPresentation) ? 2 : width;
    }

    /// <summary>
    /// Whether all terminals agree on a cluster's width: single letters of the common scripts, perhaps with accents. About emoji, joined
    /// and rare characters they don't.
    /// </summary>
    public static bool IsCertain(ReadOnlySpan<char> cluster)
    {
        if (cluster.IsEmpty || !IsCertain(cluster[0]))
            return false;
        foreach (var c in cluster[1..])
        {
            if (c is not (>= '\u0300' and <= '\u036F'))
                return false;
        }
        return true;
    }

    private static bool IsCertain(char letter) => letter is (>= ' ' and <= '~') or (>= '\u00A1' and < '\u00AD') or (> '\u00AD' and <= '\u02FF')
        or (>= '\u0370' and <= '\u0482') or (>= '\u048A' and <= '\u052F') or (>= '\u2010' and <= '\u2027') or (>= '\u2030' and <= '\u205E')
        or (>= '\u2190' and <= '\u2193') or (>= '\u2500' and <= '\u25A9') or (>= '\u3041' and <= '\u3096') or (>= '\u30A0' and <= '\u30FF')
        or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uFF01' and <= '\uFF60');

    private static int OfRune(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control => 0,
        // What only pagers take for the end of a line is no place in one either.
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => 0,
        _ => IsWide(rune.Value) ? 2 : 1,
    };

    /// <summary>
    /// Half a flag and a tone of skin that stand alone are drawn as wide as what they belong to; the table, which knows them as parts, has
    /// them narrower.
    /// </summary>
    private static bool IsWide(int rune) =>
        rune is (>= 0x1F1E6 and <= 0x1F1FF) or (>= 0x1F3FB and <= 0x1F3FF) || (rune >= 0x1100 && UnicodeCalculator.GetWidth(rune) == 2);
}
