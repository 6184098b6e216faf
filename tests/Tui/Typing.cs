using ChatRoom.Tui.Composing;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Tests;

/// <summary>Keys as tests write them: `a b` are letters, `Ctrl+W` and `Shift+Tab` keys; and a text with its caret as '|'.</summary>
internal static class Typing
{
    public static ComposerContext Narrow { get; } = new(11, new CompletionSources { Nicks = ["Ann", "Anna", "Bob"], Rooms = ["#lobby", "#tea"], Themes = ["dark", "light"] });

    public static Composer Of(string marked) => new(marked.Replace("|", "", StringComparison.Ordinal), marked.IndexOf('|', StringComparison.Ordinal));

    public static string Marked(this Composer composer) => composer.Text.Insert(composer.Caret, "|");

    public static Composer After(this Composer composer, params string[] keys) => keys.Aggregate(composer, (now, key) => now.Press(key).Composer);

    public static Composer Written(this Composer composer, string letters) =>
        letters.EnumerateRunes().Aggregate(composer, (now, letter) => ComposerUpdate.Press(now, new Key(KeyName.Letter, letter), Narrow).Composer);

    public static ComposerStep Press(this Composer composer, string key) => ComposerUpdate.Press(composer, KeyOf(key), Narrow);

    public static ComposerStep Paste(this Composer composer, string text) => ComposerUpdate.Take(composer, new UserInput.Pasted(text), Narrow);

    public static Key KeyOf(string text)
    {
        var parts = text.Length == 1 ? [text] : text.Split('+');
        var modifiers = parts[..^1].Aggregate(Modifiers.None, (all, one) => all | Enum.Parse<Modifiers>(one));
        return Enum.TryParse<KeyName>(parts[^1], out var name) && parts[^1].Length > 1
            ? new Key(name, default, modifiers)
            : Key.Of(modifiers == Modifiers.None ? parts[^1][0] : char.ToLowerInvariant(parts[^1][0]), modifiers);
    }
}
