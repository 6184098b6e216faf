using ChatRoom.Irc;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Themes;

/// <summary>What a theme file can name, with the way to its style.</summary>
public static class ThemeRoles
{
    public static ValueList<(string Name, Func<Theme, Style> Read, Func<Theme, Style, Theme> Write)> All { get; } =
    [
        ("text", t => t.Text, (t, style) => t with { Text = style }),
        ("faint", t => t.Faint, (t, style) => t with { Faint = style }),
        ("bar", t => t.Bar, (t, style) => t with { Bar = style }),
        ("border", t => t.Border, (t, style) => t with { Border = style }),
        ("selected", t => t.Selected, (t, style) => t with { Selected = style }),
        ("unread", t => t.Unread, (t, style) => t with { Unread = style }),
        ("mention", t => t.Mention, (t, style) => t with { Mention = style }),
        ("divider", t => t.Divider, (t, style) => t with { Divider = style }),
        ("pending", t => t.Pending, (t, style) => t with { Pending = style }),
        ("error", t => t.Error, (t, style) => t with { Error = style }),
        ("notice", t => t.Notice, (t, style) => t with { Notice = style }),
        ("link", t => t.Link, (t, style) => t with { Link = style }),
        ("button", t => t.Button, (t, style) => t with { Button = style }),
        ("field", t => t.Field, (t, style) => t with { Field = style }),
        ("own", t => t.Own, (t, style) => t with { Own = style }),
    ];
}
