using System.Globalization;

namespace ChatRoom.Tui.Composing;

/// <summary>Where a caret may stand in a text: between clusters, at words, at the ends of lines.</summary>
public static class CaretStops
{
    public static int Next(string text, int at) =>
        at >= text.Length ? text.Length : at + StringInfo.GetNextTextElementLength(text, at);

    public static int Previous(string text, int at)
    {
        if (at <= 0)
            return 0;
        if (IsPlain(text, at - 1) && (at == 1 || IsPlain(text, at - 2)))
            return at - 1;
        var stop = LineStart(text, at);
        if (stop == at)
            return at - 1;
        for (var next = Next(text, stop); next < at; next = Next(text, stop))
            stop = next;
        return stop;
    }

    /// <summary>The place itself, or the end of the cluster that it is inside of.</summary>
    public static int Snap(string text, int at)
    {
        if (at <= 0 || at >= text.Length)
            return Math.Clamp(at, 0, text.Length);
        if (IsPlain(text, at) && IsPlain(text, at - 1))
            return at;
        var stop = LineStart(text, at);
        while (stop < at)
            stop = Next(text, stop);
        return stop;
    }

    public static int LineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    public static int LineEnd(string text, int at) => text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;

    public static int WordLeft(string text, int at)
    {
        while (at > 0 && !IsWord(text[at - 1]))
            at--;
        while (at > 0 && IsWord(text[at - 1]))
            at--;
        return Snap(text, at);
    }

    public static int WordRight(string text, int at)
    {
        while (at < text.Length && !IsWord(text[at]))
            at++;
        while (at < text.Length && IsWord(text[at]))
            at++;
        return Snap(text, at);
    }

    /// <summary>The begin of what stands before, up to a blank: an address or a path is one word.</summary>
    public static int BlankLeft(string text, int at)
    {
        while (at > 0 && char.IsWhiteSpace(text[at - 1]))
            at--;
        while (at > 0 && !char.IsWhiteSpace(text[at - 1]))
            at--;
        return at;
    }

    /// <summary>Halves of surrogate pairs are mostly emoji, which one deletes like a word.</summary>
    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_' || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsPlain(string text, int at) => text[at] is '\n' or (>= ' ' and < '\x7F');
}
