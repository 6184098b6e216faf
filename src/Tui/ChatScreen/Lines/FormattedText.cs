using System.Globalization;
using System.Text;
using ChatRoom.Client.Text;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.ChatScreen.Lines;

/// <summary>
/// Strangers' text as pieces: their formatting becomes styles, addresses become links, and what is harmful to a terminal becomes U+FFFD.
/// </summary>
public static class FormattedText
{
    /// <summary>Pieces without control characters, except '\n' between the lines of one message.</summary>
    /// <param name="text">As it came over the wire.</param>
    /// <param name="ground">What the formatting is painted on, and returns to.</param>
    public static IReadOnlyList<Piece> Of(string text, Style ground, Theme theme)
    {
        var pieces = new List<Piece>();
        var plain = new StringBuilder(text.Length);
        var format = new Format(ground, theme.Nicknames.Count > 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (Formatting.LengthAt(text, i) is > 0 and var length)
            {
                Close(pieces, plain, format.Style);
                format.Take(text.AsSpan(i, length));
                i += length - 1;
            }
            else
            {
                plain.Append(Shown(text[i]));
            }
        }
        Close(pieces, plain, format.Style);
        return WithLinks(pieces, theme);
    }

    private static char Shown(char c) => c switch
    {
        '\n' => '\n',
        '\t' => ' ',
        _ => TerminalText.IsHarmful(c) ? TerminalText.Shown : c,
    };

    private static void Close(List<Piece> pieces, StringBuilder plain, Style style)
    {
        if (plain.Length == 0)
            return;
        pieces.Add(new Piece(plain.ToString(), style));
        plain.Clear();
    }

    /// <summary>An address may be formatted in the middle: it is looked for in the letters alone.</summary>
    private static List<Piece> WithLinks(List<Piece> pieces, Theme theme)
    {
        if (!pieces.Exists(piece => piece.Text.Contains(':') || piece.Text.Contains("www.", StringComparison.OrdinalIgnoreCase)) && pieces.Count < 2)
            return pieces;
        var whole = string.Concat(pieces.Select(piece => piece.Text));
        var links = Links.In(whole);
        if (links.Count == 0)
            return pieces;
        var cut = new List<Piece>();
        var start = 0;
        foreach (var piece in pieces)
        {
            Cut(cut, piece, start, links.Select(link => (link, Links.AddressOf(whole[link]))), theme);
            start += piece.Text.Length;
        }
        return cut;
    }

    private static void Cut(List<Piece> into, Piece piece, int start, IEnumerable<(Range, string)> links, Theme theme)
    {
        var at = 0;
        foreach (var (link, address) in links)
        {
            var (from, to) = (Math.Max(link.Start.Value - start, 0), Math.Min(link.End.Value - start, piece.Text.Length));
            if (from >= to || from < at)
                continue;
            if (from > at)
                into.Add(piece with { Text = piece.Text[at..from] });
            var style = Painted(piece.Style, theme.Link) with { Link = address };
            into.Add(new Piece(piece.Text[from..to], style, new TalkTarget.Link(address)));
            at = to;
        }
        if (at < piece.Text.Length)
            into.Add(piece with { Text = piece.Text[at..] });
    }

    private static Style Painted(Style on, Style with) =>
        on with { Foreground = with.Foreground, Emphasis = on.Emphasis | with.Emphasis };

    /// <summary>What is turned on at a place of the text.</summary>
    private sealed class Format
    {
        private readonly Style _ground;
        private readonly bool _colors;

        public Format(Style ground, bool colors) => (_ground, _colors, Style) = (ground, colors, ground);

        public Style Style { get; private set; }

        public void Take(ReadOnlySpan<char> code)
        {
            Style = code[0] switch
            {
                Formatting.Bold => Toggled(Emphasis.Bold),
                Formatting.Italic => Toggled(Emphasis.Italic),
                Formatting.Underline => Toggled(Emphasis.Underline),
                Formatting.Strike => Toggled(Emphasis.Strike),
                Formatting.Reverse => Toggled(Emphasis.Reverse),
                Formatting.Color => Colored(code[1..], NumberStyles.None),
                Formatting.HexColor => Colored(code[1..], NumberStyles.AllowHexSpecifier),
                Formatting.Reset => _ground,
                // All of a terminal is monospace.
                _ => Style,
            };
        }

        private Style Toggled(Emphasis emphasis) => Style with { Emphasis = Style.Emphasis ^ emphasis };

        private Style Colored(ReadOnlySpan<char> digits, NumberStyles kind)
        {
            if (!_colors)
                return Style;
            if (digits.IsEmpty)
                return Style with { Foreground = _ground.Foreground, Background = _ground.Background };
            var comma = digits.IndexOf(',');
            var front = Color(comma < 0 ? digits : digits[..comma], kind) ?? _ground.Foreground;
            var back = comma < 0 ? Style.Background : Color(digits[(comma + 1)..], kind) ?? _ground.Background;
            return Style with { Foreground = front, Background = back };
        }

        private static Rgb? Color(ReadOnlySpan<char> digits, NumberStyles kind)
        {
            var number = int.Parse(digits, kind);
            return kind == NumberStyles.None ? IrcColors.Of(number) : IrcColors.OfHex(number);
        }
    }
}
