using System.Text;

namespace ChatRoom.Cli;

/// <summary>
/// Makes strangers' text safe for a terminal: escape sequences move the cursor, change the title or answer as if typed, and bidi
/// controls show a text in another order than it has. What is taken for formatting in IRC is dropped, the rest becomes U+FFFD, so
/// that one sees that something was there.
/// </summary>
public static class Harmless
{
    private const char Shown = '\uFFFD';

    public static string Text(string text)
    {
        var first = FirstHarmful(text);
        if (first < 0)
            return text;
        var safe = new StringBuilder(text.Length).Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            var c = text[i];
            if (FormattingAt(text, i) is > 0 and var length)
                i += length - 1;
            else if (c == '\t')
                safe.Append(' ');
            else
                safe.Append(IsHarmful(c) ? Shown : c);
        }
        return safe.ToString();
    }

    private static int FirstHarmful(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsHarmful(text[i]))
                return i;
        }
        return -1;
    }

    /// <summary>
    /// C0, DEL and C1; marks, embeddings, overrides and isolates of the bidi algorithm (UAX #9); and the separators that some terminals
    /// and most pagers take for the end of a line.
    /// </summary>
    private static bool IsHarmful(char c) => char.IsControl(c)
        || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>How long the IRC formatting at this place is (modern.ircdocs.horse/formatting); 0 if there is none.</summary>
    private static int FormattingAt(string text, int at) => text[at] switch
    {
        // Bold, reset, monospace, reverse, italic, strikethrough, underline.
        '\u0002' or '\u000F' or '\u0011' or '\u0016' or '\u001D' or '\u001E' or '\u001F' => 1,
        '\u0003' => 1 + Colors(text, at + 1, 2, char.IsAsciiDigit, exact: false),
        '\u0004' => 1 + Colors(text, at + 1, 6, char.IsAsciiHexDigit, exact: true),
        _ => 0,
    };

    /// <summary>A foreground and perhaps, behind a comma, a background.</summary>
    private static int Colors(string text, int at, int digits, Func<char, bool> isDigit, bool exact)
    {
        var first = Count(text, at, digits, isDigit);
        if (first == 0 || (exact && first < digits))
            return 0;
        var comma = at + first;
        if (comma >= text.Length || text[comma] != ',')
            return first;
        var second = Count(text, comma + 1, digits, isDigit);
        return second == 0 || (exact && second < digits) ? first : first + 1 + second;
    }

    private static int Count(string text, int at, int most, Func<char, bool> isDigit)
    {
        var count = 0;
        while (count < most && at + count < text.Length && isDigit(text[at + count]))
            count++;
        return count;
    }
}
