using ChatRoom.Irc;

namespace ChatRoom.Cli.Screen;

/// <summary>The themes that need no file.</summary>
public static class BuiltInThemes
{
    public static Theme Dark { get; } = new("dark")
    {
        Text = On(0x1a1b26, 0xc8d0e8),
        Faint = On(0x1a1b26, 0x7f88ab),
        Bar = On(0x2a2e45, 0xc8d0e8),
        Border = On(0x1a1b26, 0x454b69),
        Selected = On(0x3b4470, 0xffffff),
        Unread = On(0x1a1b26, 0xffffff, Emphasis.Bold),
        Mention = On(0x1a1b26, 0xffb454, Emphasis.Bold),
        Divider = On(0x1a1b26, 0xe57474),
        Pending = On(0x1a1b26, 0x7f88ab, Emphasis.Italic),
        Error = On(0x1a1b26, 0xff8080),
        Notice = On(0x1a1b26, 0x8bd5ca),
        Link = On(0x1a1b26, 0x7aa8ff, Emphasis.Underline),
        Button = On(0x7aa8ff, 0x10121c, Emphasis.Bold),
        Field = On(0x242840, 0xe6eaf7),
        Own = On(0x1a1b26, 0xffffff, Emphasis.Bold),
        Nicknames = [Of(0x7aa8ff), Of(0x9ece6a), Of(0xe0af68), Of(0xbb9af7), Of(0x7dcfff), Of(0xf7768e), Of(0x73daca), Of(0xff9e64)],
    };

    private static Style On(int background, int foreground, Emphasis emphasis = Emphasis.None) => new(Of(foreground), Of(background), emphasis);

    private static Rgb Of(int hex) => new((byte)(hex >> 16), (byte)(hex >> 8), (byte)hex);
}
