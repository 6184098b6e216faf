using System.Text;

namespace ChatRoom.Client.Text;

/// <summary>
/// Makes strangers' text safe for a terminal: escape sequences move the cursor, change the title or answer as if typed, and bidi
/// controls show a text in another order than it has. What is taken for formatting in IRC is dropped, the rest becomes U+FFFD, so
/// that one sees that something was there.
/// </summary>
public static class TerminalText
{
    /// <summary>What stands where something harmful stood.</summary>
    public const char Shown = '\uFFFD';

    public static string Sanitize(string text)
    {
        var first = FirstHarmful(text);
        if (first < 0)
            return text;
        var safe = new StringBuilder(text.Length).Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            var c = text[i];
            if (Formatting.LengthAt(text, i) is > 0 and var length)
                i += length - 1;
            else if (c == '\t')
                safe.Append(' ');
            else
                safe.Append(IsHarmful(c) ? Shown : c);
        }
        return safe.ToString();
    }

    /// <summary>The same, of a text whose line ends are ours.</summary>
    public static string SanitizeLines(string text) => text.Contains('\n', StringComparison.Ordinal)
        ? string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Sanitize))
        : Sanitize(text);

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
    public static bool IsHarmful(char c) => char.IsControl(c)
        || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
