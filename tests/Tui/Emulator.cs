using System.Globalization;
using System.Text;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Tests;

/// <summary>
/// A terminal of our own: it applies what a driver writes to a grid, so that a test sees what a person would. What it does not know is
/// an error, because no driver of ours should send it.
/// </summary>
/// <param name="isOld">Adds up the widths of the characters, as many terminals do, and does not join what belongs together.</param>
public sealed class Emulator(bool isOld = false)
{
    private readonly HashSet<string> _modes = [];
    private FrameSize _size;
    private ShownCell[] _cells = [];
    private Style _style;
    private string? _link;
    private int _x;
    private int _y;

    public string Title { get; private set; } = "";

    public List<string> Strings { get; } = [];

    public int Bells { get; private set; }

    public int Writes { get; private set; }

    public IReadOnlySet<string> Modes => _modes;

    public Caret? Caret => _modes.Contains("?25") ? new Caret(_x, _y) : null;

    public void Resize(FrameSize size)
    {
        _size = size;
        _cells = new ShownCell[size.Columns * size.Rows];
        // What a terminal makes of its picture when it is resized is its own affair.
        Array.Fill(_cells, new ShownCell("?", default));
        (_x, _y) = (0, 0);
    }

    public ShownCell At(int x, int y) => _cells[y * _size.Columns + x];

    public void Write(ReadOnlySpan<byte> bytes)
    {
        Writes++;
        var text = Encoding.UTF8.GetString(bytes);
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '\a')
            {
                Bells++;
                at++;
            }
            else if (text[at] == '\e')
            {
                at = Sequence(text, at + 1);
            }
            else
            {
                var end = text.AsSpan(at).IndexOfAny('\e', '\a');
                end = end < 0 ? text.Length : at + end;
                Print(text[at..end]);
                at = end;
            }
        }
    }

    private int Sequence(string text, int at)
    {
        if (text[at] is ']' or 'P')
        {
            var end = text.IndexOf("\e\\", at, StringComparison.Ordinal);
            // Inside of tmux's wrapping the escapes are doubled.
            while (text[at] == 'P' && end > 0 && text[end - 1] == '\e')
                end = text.IndexOf("\e\\", end + 2, StringComparison.Ordinal);
            Assert.True(end > 0, "a string without an end");
            String(text[at..end]);
            return end + 2;
        }
        if (text[at] == '>')
            return at + 1;
        Assert.Equal('[', text[at]);
        var final = at + 1;
        while (text[final] is < '@' or > '~')
            final++;
        Control(text[(at + 1)..final], text[final]);
        return final + 1;
    }

    private void String(string text)
    {
        Assert.DoesNotContain(text.Replace("\e", "", StringComparison.Ordinal), char.IsControl);
        if (text.StartsWith("]2;", StringComparison.Ordinal))
            Title = text[3..];
        else if (text.StartsWith("]8;", StringComparison.Ordinal))
            _link = text[(text.IndexOf(';', 3) + 1)..] is { Length: > 0 } link ? link : null;
        else
            Strings.Add(text);
    }

    private void Control(string parameters, char final)
    {
        switch (final)
        {
            case 'H':
                var place = parameters.Split(';').Select(int.Parse).ToArray();
                (_x, _y) = (place[1] - 1, place[0] - 1);
                Assert.True(_x >= 0 && _x < _size.Columns && _y >= 0 && _y < _size.Rows, $"{_x},{_y} is not on the screen");
                break;
            case 'J':
                Assert.Equal("2", parameters);
                Array.Fill(_cells, new ShownCell(" ", default));
                break;
            case 'm' when !parameters.StartsWith('>'):
                _style = Sgr.Read(parameters);
                break;
            case 'h':
                _modes.Add(parameters);
                break;
            case 'l':
                _modes.Remove(parameters);
                break;
            case 'm' or 'u' or 't' or 'c':
                break;
            default:
                Assert.Fail($"CSI {parameters} {final}");
                break;
        }
    }

    private void Print(string text)
    {
        Assert.DoesNotContain(text, char.IsControl);
        foreach (var cluster in isOld ? text.EnumerateRunes().Select(rune => rune.ToString()) : TextWidth.Clusters(text).Select(part => part.ToString()))
        {
            var width = isOld ? OldWidth(cluster) : TextWidth.OfCluster(cluster);
            if (width == 0)
            {
                Assert.True(_x > 0 || isOld, "what has no width stands at the start of a row");
                continue;
            }
            // Lines don't wrap: at the end of a row the last cells are written again and again.
            _x = Math.Min(_x, _size.Columns - width);
            if (_x < 0)
            {
                _x = 0;
                continue;
            }
            Put(cluster, width);
            _x = Math.Min(_x + width, _size.Columns);
        }
    }

    private void Put(string cluster, int width)
    {
        var at = _y * _size.Columns + _x;
        if (_cells[at].Text.Length == 0 && _x > 0)
            _cells[at - 1] = _cells[at - 1] with { Text = " " };
        if (_x + width < _size.Columns && _cells[at + width].Text.Length == 0)
            _cells[at + width] = _cells[at + width] with { Text = " " };
        var style = _style with { Link = _link };
        _cells[at] = new ShownCell(cluster, style);
        if (width == 2)
            _cells[at + 1] = new ShownCell("", style);
    }

    private static int OldWidth(string character) =>
        CharUnicodeInfo.GetUnicodeCategory(character, 0) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
            ? 0
            : TextWidth.OfCluster(character);
}
