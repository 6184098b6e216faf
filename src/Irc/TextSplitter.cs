using System.Globalization;
using System.Text;

namespace ChatRoom.Irc;

/// <summary>Cuts a long text into pieces that each fit into a line, where a reader is least disturbed.</summary>
public static class TextSplitter
{
    /// <summary>The longest UTF-8 form of one character, so the smallest limit that can be kept.</summary>
    public const int LeastLimit = 4;

    /// <summary>
    /// Pieces of at most so many bytes of UTF-8; put together they are the text again, spaces included. A cut is made behind a space if one
    /// stands in the last third, else between two characters as people see them (grapheme clusters), and inside such a character only if
    /// it is longer than a whole piece. An empty text has no pieces.
    /// </summary>
    public static IReadOnlyList<string> Split(string text, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, LeastLimit);
        var pieces = new List<string>();
        for (var at = 0; at < text.Length; at += pieces[^1].Length)
            pieces.Add(text.Substring(at, First(text.AsSpan(at), limit)));
        return pieces;
    }

    /// <summary>The length in chars of the first piece.</summary>
    private static int First(ReadOnlySpan<char> text, int limit)
    {
        // A char is at least one byte, so what lies beyond the limit can't be in this piece. Looking only this far keeps the work
        // proportional to the text even if all of it is one endless cluster.
        var window = text[..Math.Min(text.Length, limit + 1)];
        int length = 0, bytes = 0, behindSpace = 0;
        while (length < window.Length)
        {
            var cluster = window.Slice(length, StringInfo.GetNextTextElementLength(window[length..]));
            var size = Size(cluster);
            if (bytes + size > limit)
                return behindSpace > 0 ? behindSpace : length > 0 ? length : Runes(window, limit);
            length += cluster.Length;
            bytes += size;
            if (cluster is " " && bytes > limit - (limit / 3))
                behindSpace = length;
        }
        return length;
    }

    /// <summary>As many whole characters of Unicode as fit.</summary>
    private static int Runes(ReadOnlySpan<char> text, int limit)
    {
        int length = 0, bytes = 0;
        while (length < text.Length)
        {
            Rune.DecodeFromUtf16(text[length..], out var rune, out var chars);
            bytes += rune.Utf8SequenceLength;
            if (bytes > limit)
                break;
            length += chars;
        }
        return length;
    }

    /// <summary>Half a surrogate pair counts as the replacement character, which is what is sent for it.</summary>
    private static int Size(ReadOnlySpan<char> text)
    {
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
            bytes += rune.Utf8SequenceLength;
        return bytes;
    }
}
