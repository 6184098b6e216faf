using ChatRoom.Irc;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Themes;

/// <summary>The themes that need no file.</summary>
public static class BuiltInThemes
{
    public static Theme Dark { get; } = new("dark")
    {
        Text = On(0x1a1b26, 0xc8d0e8),
        Faint = On(0x1a1b26, 0x8b94b8),
        Bar = On(0x2a2e45, 0xc8d0e8),
        Border = On(0x1a1b26, 0x7d85a8),
        Selected = On(0x3b4470, 0xffffff),
        Unread = On(0x1a1b26, 0xffffff, Emphasis.Bold),
        Mention = On(0x1a1b26, 0xffb454, Emphasis.Bold),
        Divider = On(0x1a1b26, 0xe57474),
        Pending = On(0x1a1b26, 0x8b94b8, Emphasis.Italic),
        Error = On(0x1a1b26, 0xff8080),
        Notice = On(0x1a1b26, 0x8bd5ca),
        Link = On(0x1a1b26, 0x7aa8ff, Emphasis.Underline),
        Button = On(0x7aa8ff, 0x10121c, Emphasis.Bold),
        Field = On(0x242840, 0xe6eaf7),
        Own = On(0x1a1b26, 0xffffff, Emphasis.Bold),
        // Neighbours differ most, because who comes second to a colour gets the next one; none is near that of a mention.
        Nicknames =
        [
            Of(0x7aa8ff), Of(0x9ece6a), Of(0xf7768e), Of(0x7de8ff), Of(0xbb9af7), Of(0xe3e36b), Of(0xff8fd8), Of(0x4fd6a8),
            Of(0xb4c2f5), Of(0x6fdf5f), Of(0xe59a9a), Of(0x45b9d6), Of(0xdf7cff), Of(0xc3d98a), Of(0xffb3c7), Of(0x8f9bff),
        ],
    };

    public static Theme Light { get; } = new("light")
    {
        Text = On(0xfbfbf8, 0x2a2d3a),
        Faint = On(0xfbfbf8, 0x666b7c),
        Bar = On(0xe4e6ee, 0x2a2d3a),
        Border = On(0xfbfbf8, 0x6e7386),
        Selected = On(0x2f5fc4, 0xffffff),
        Unread = On(0xfbfbf8, 0x000000, Emphasis.Bold),
        Mention = On(0xfbfbf8, 0x9a4a00, Emphasis.Bold),
        Divider = On(0xfbfbf8, 0xb3261e),
        Pending = On(0xfbfbf8, 0x666b7c, Emphasis.Italic),
        Error = On(0xfbfbf8, 0xb3261e),
        Notice = On(0xfbfbf8, 0x00695c),
        Link = On(0xfbfbf8, 0x1a56c4, Emphasis.Underline),
        Button = On(0x2f5fc4, 0xffffff, Emphasis.Bold),
        Field = On(0xeceef5, 0x1c1f2b),
        Own = On(0xfbfbf8, 0x000000, Emphasis.Bold),
        Nicknames =
        [
            Of(0x1a56c4), Of(0x2e7d32), Of(0xb71c4a), Of(0x00708a), Of(0x7b3fb5), Of(0x6b6700), Of(0xb0208f), Of(0x00695c),
            Of(0x4a5a9a), Of(0x3f7a00), Of(0x96413f), Of(0x0a5f80), Of(0x9a1fd0), Of(0x5d6e23), Of(0x9e4263), Of(0x4338ca),
        ],
        IsLight = true,
    };

    /// <summary>Every text at 7:1 or more (WCAG's level AAA).</summary>
    public static Theme HighContrast { get; } = new("contrast")
    {
        Text = On(0x000000, 0xffffff),
        Faint = On(0x000000, 0xd0d0d0),
        Bar = On(0xffffff, 0x000000, Emphasis.Bold),
        Border = On(0x000000, 0xffffff),
        Selected = On(0xffff00, 0x000000, Emphasis.Bold),
        Unread = On(0x000000, 0xffffff, Emphasis.Bold | Emphasis.Underline),
        Mention = On(0x000000, 0xffff00, Emphasis.Bold),
        Divider = On(0x000000, 0xffff00),
        Pending = On(0x000000, 0xd0d0d0, Emphasis.Italic),
        Error = On(0x000000, 0xff9a9a, Emphasis.Bold),
        Notice = On(0x000000, 0x80ffff),
        Link = On(0x000000, 0x9ad0ff, Emphasis.Underline),
        Button = On(0xffff00, 0x000000, Emphasis.Bold),
        Field = On(0x262626, 0xffffff),
        Own = On(0x000000, 0xffffff, Emphasis.Bold),
        Nicknames =
        [
            Of(0x80d0ff), Of(0x90ff90), Of(0xffa0b8), Of(0x80ffff), Of(0xe0b0ff), Of(0xe6ff80), Of(0xff9af0), Of(0x6fffc8),
            Of(0xc0ccff), Of(0xb0f060), Of(0xffbcbc), Of(0x60d8f0), Of(0xf0a0ff), Of(0xd8eea8), Of(0xffc8dc), Of(0xaab4ff),
        ],
    };

    /// <summary>Without any colour, for NO_COLOR, for paper-like screens, and for who prefers it.</summary>
    public static Theme Monochrome { get; } = new("mono")
    {
        Faint = Plain(Emphasis.Dim),
        Bar = Plain(Emphasis.Reverse),
        Border = Plain(Emphasis.Dim),
        Selected = Plain(Emphasis.Reverse | Emphasis.Bold),
        Unread = Plain(Emphasis.Bold),
        Mention = Plain(Emphasis.Bold | Emphasis.Underline),
        Divider = Plain(Emphasis.Bold),
        Pending = Plain(Emphasis.Italic),
        Error = Plain(Emphasis.Bold),
        Notice = Plain(Emphasis.Italic),
        Link = Plain(Emphasis.Underline),
        Button = Plain(Emphasis.Reverse),
        Field = Plain(Emphasis.Underline),
        Own = Plain(Emphasis.Bold),
    };

    public static ValueList<Theme> All { get; } = [Dark, Light, HighContrast, Monochrome];

    public static Theme? Find(string name) => All.FirstOrDefault(theme => theme.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static Style Plain(Emphasis emphasis) => new(null, null, emphasis);

    private static Style On(int background, int foreground, Emphasis emphasis = Emphasis.None) => new(Of(foreground), Of(background), emphasis);

    private static Rgb Of(int hex) => new((byte)(hex >> 16), (byte)(hex >> 8), (byte)hex);
}
