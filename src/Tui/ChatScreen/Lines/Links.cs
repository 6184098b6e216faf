using ChatRoom.Client.Text;

namespace ChatRoom.Tui.ChatScreen.Lines;

/// <summary>Finds addresses in text. What only ends a sentence or a bracket around the address is no part of it.</summary>
public static class Links
{
    private static readonly string[] Schemes = ["https://", "http://", "ircs://", "irc://"];

    private const string Trailing = ".,;:!?'\"*_~»”’";

    /// <summary>What people write who leave the scheme out.</summary>
    private const string Bare = "www.";

    public static IReadOnlyList<Range> In(string text)
    {
        List<Range>? found = null;
        for (var at = Next(text, 0); at >= 0;)
        {
            var isBare = text[at] != ':';
            var next = at + (isBare ? Bare.Length : 3);
            if ((isBare ? BareAt(text, at) : StartOf(text, at)) is { } start && EndOf(text, next) is var end && end > next)
            {
                (found ??= []).Add(start..end);
                next = end;
            }
            at = Next(text, next);
        }
        return found is null ? [] : found;
    }

    /// <summary>What a program opens it by.</summary>
    public static string AddressOf(string link) => link.StartsWith(Bare, StringComparison.OrdinalIgnoreCase) ? $"https://{link}" : link;

    /// <summary>Whichever sign of an address comes first: of `https://www.` that is the scheme.</summary>
    private static int Next(string text, int from)
    {
        var (scheme, bare) = (text.IndexOf("://", from, StringComparison.Ordinal), text.IndexOf(Bare, from, StringComparison.OrdinalIgnoreCase));
        return scheme < 0 ? bare : bare < 0 ? scheme : Math.Min(scheme, bare);
    }

    private static int? BareAt(string text, int at) =>
        (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '@' or '/' or '-')) && at + Bare.Length < text.Length
            && char.IsLetterOrDigit(text[at + Bare.Length]) ? at : null;

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
