using ChatRoom.Client.Text;

namespace ChatRoom.Tui.ChatScreen.Lines;

/// <summary>Finds addresses in text. What only ends a sentence or a bracket around the address is no part of it.</summary>
public static class Links
{
    private static readonly string[] Schemes = ["https://", "http://", "ircs://", "irc://"];

    private const string Trailing = ".,;:!?'\"*_~»”’";

    public static IReadOnlyList<Range> In(string text)
    {
        List<Range>? found = null;
        for (var at = text.IndexOf("://", StringComparison.Ordinal); at >= 0;)
        {
            var next = at + 3;
            if (StartOf(text, at) is { } start && EndOf(text, next) is var end && end > next)
            {
                (found ??= []).Add(start..end);
                next = end;
            }
            at = text.IndexOf("://", next, StringComparison.Ordinal);
        }
        return found is null ? [] : found;
    }

    private static int? StartOf(string text, int colon)
    {
        foreach (var scheme in Schemes)
        {
            var start = colon + 3 - scheme.Length;
            if (start >= 0 && string.Compare(text, start, scheme, 0, scheme.Length, StringComparison.OrdinalIgnoreCase) == 0
                && (start == 0 || !char.IsLetterOrDigit(text[start - 1])))
                return start;
        }
        return null;
    }

    private static int EndOf(string text, int from)
    {
        var end = from;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"' or '`' or TerminalText.Shown))
            end++;
        while (end > from && (Trailing.Contains(text[end - 1]) || IsUnopened(text.AsSpan(from, end - from))))
            end--;
        return end;
    }

    /// <summary>A bracket at the end belongs to the address only if it was opened in it, as Wikipedia's are.</summary>
    private static bool IsUnopened(ReadOnlySpan<char> address)
    {
        var (open, close) = address[^1] switch { ')' => ('(', ')'), ']' => ('[', ']'), '}' => ('{', '}'), _ => ('\0', '\0') };
        return open != '\0' && address.Count(close) > address.Count(open);
    }
}
