namespace ChatRoom.Client.Text;

/// <summary>The formatting of IRC (modern.ircdocs.horse/formatting): single characters that turn something on, two of them with a colour behind.</summary>
public static class Formatting
{
    public const char Bold = '\u0002';
    public const char Color = '\u0003';
    public const char HexColor = '\u0004';
    public const char Reset = '\u000F';
    public const char Monospace = '\u0011';
    public const char Reverse = '\u0016';
    public const char Italic = '\u001D';
    public const char Strike = '\u001E';
    public const char Underline = '\u001F';

    /// <summary>How long the formatting at this place is; 0 if there is none.</summary>
    public static int LengthAt(string text, int at) => text[at] switch
    {
        Bold or Reset or Monospace or Reverse or Italic or Strike or Underline => 1,
        Color => 1 + Colors(text, at + 1, 2, char.IsAsciiDigit, exact: false),
        HexColor => 1 + Colors(text, at + 1, 6, char.IsAsciiHexDigit, exact: true),
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
