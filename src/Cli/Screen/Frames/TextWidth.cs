using System.Globalization;
using System.Text;

namespace ChatRoom.Cli.Screen;

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

    /// <summary>East Asian Width W and F (UAX #11, Unicode 15), with neighbouring ranges joined where only unassigned lies between.</summary>
    private static bool IsWide(int rune) => rune >= 0x1100 && rune is
        (>= 0x1100 and <= 0x115F) or (>= 0x231A and <= 0x231B) or (>= 0x2329 and <= 0x232A) or (>= 0x23E9 and <= 0x23EC) or 0x23F0 or 0x23F3
        or (>= 0x25FD and <= 0x25FE) or (>= 0x2614 and <= 0x2615) or (>= 0x2648 and <= 0x2653) or 0x267F or 0x2693 or 0x26A1
        or (>= 0x26AA and <= 0x26AB) or (>= 0x26BD and <= 0x26BE) or (>= 0x26C4 and <= 0x26C5) or 0x26CE or 0x26D4 or 0x26EA
        or (>= 0x26F2 and <= 0x26F3) or 0x26F5 or 0x26FA or 0x26FD or 0x2705 or (>= 0x270A and <= 0x270B) or 0x2728 or 0x274C or 0x274E
        or (>= 0x2753 and <= 0x2755) or 0x2757 or (>= 0x2795 and <= 0x2797) or 0x27B0 or 0x27BF or (>= 0x2B1B and <= 0x2B1C) or 0x2B50 or 0x2B55
        or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0x33FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0xA4CF)
        or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE10 and <= 0xFE19)
        or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF01 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x16FE0 and <= 0x18CFF)
        or (>= 0x1AFF0 and <= 0x1B2FF) or 0x1F004 or 0x1F0CF or 0x1F18E or (>= 0x1F191 and <= 0x1F19A) or (>= 0x1F1E6 and <= 0x1F202)
        or (>= 0x1F210 and <= 0x1F23B) or (>= 0x1F240 and <= 0x1F248) or (>= 0x1F250 and <= 0x1F251) or (>= 0x1F260 and <= 0x1F265)
        or (>= 0x1F300 and <= 0x1F320) or (>= 0x1F32D and <= 0x1F335) or (>= 0x1F337 and <= 0x1F37C) or (>= 0x1F37E and <= 0x1F393)
        or (>= 0x1F3A0 and <= 0x1F3CA) or (>= 0x1F3CF and <= 0x1F3D3) or (>= 0x1F3E0 and <= 0x1F3F0) or 0x1F3F4 or (>= 0x1F3F8 and <= 0x1F43E)
        or 0x1F440 or (>= 0x1F442 and <= 0x1F4FC) or (>= 0x1F4FF and <= 0x1F53D) or (>= 0x1F54B and <= 0x1F54E) or (>= 0x1F550 and <= 0x1F567)
        or 0x1F57A or (>= 0x1F595 and <= 0x1F596) or 0x1F5A4 or (>= 0x1F5FB and <= 0x1F64F) or (>= 0x1F680 and <= 0x1F6C5) or 0x1F6CC
        or (>= 0x1F6D0 and <= 0x1F6D2) or (>= 0x1F6D5 and <= 0x1F6DF) or (>= 0x1F6EB and <= 0x1F6EC) or (>= 0x1F6F4 and <= 0x1F6FC)
        or (>= 0x1F7E0 and <= 0x1F7F0) or (>= 0x1F90C and <= 0x1F93A) or (>= 0x1F93C and <= 0x1F945) or (>= 0x1F947 and <= 0x1F9FF)
        or (>= 0x1FA70 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
