namespace ChatRoom.Tui.Composing;

/// <summary>A paste that is long enough to be a mistake.</summary>
public sealed record PasteQuestion(string Text)
{
    public int Lines => Text.Count(c => c == '\n') + 1;

    /// <summary>Shown instead of the text until it is answered.</summary>
    public string Words => Lines > 1
        ? $"Paste {Lines} lines? Enter yes · Esc no · e edit first"
        : $"Paste {Text.Length:N0} characters? Enter yes · Esc no · e edit first";

    /// <summary>
    /// What a clipboard holds as it can be written: other ends of lines become '\n', a tab four blanks (its width would be anybody's
    /// guess), and what steers a terminal or turns text around is left out.
    /// </summary>
    public static string Clean(string pasted)
    {
        var text = pasted.ReplaceLineEndings("\n").Replace("\t", "    ", StringComparison.Ordinal);
        return text.Any(IsLeftOut) ? string.Concat(text.Where(c => !IsLeftOut(c))) : text;
    }

    private static bool IsLeftOut(char c) => c != '\n' && (char.IsControl(c)
        || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
}
