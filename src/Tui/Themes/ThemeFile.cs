using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ChatRoom.Client.Text;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Themes;

/// <summary>
/// Reads a theme that a person wrote: lines of `role = foreground background emphasis`. What it does not name is as in the theme that it
/// is based on (`based on = light`; dark without that), on the background of `text`.
/// </summary>
public static class ThemeFile
{
    private const string BasedOn = "based on";

    private const string Nicknames = "nicknames";

    /// <summary>A refusal for each line that is wrong, with its number: a person mends all of them at once.</summary>
    public static bool TryParse(string name, string text, [NotNullWhen(true)] out Theme? theme, out IReadOnlyList<string> refusals)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select((line, index) => (Number: index + 1, Text: line.Trim()))
            .Where(line => line.Text.Length > 0 && line.Text[0] is not ('#' or ';')).ToList();
        var wrong = new List<string>();
        var made = BuiltInThemes.Dark with { Name = name };
        // The base first, wherever it stands; then `text`, whose background the others take over.
        foreach (var (number, line) in lines.OrderBy(line => Rank(line.Text)))
        {
            if (Take(made, line) is (null, { } why))
                wrong.Add($"line {number}: {why}");
            else
                made = Take(made, line).Theme!;
        }
        refusals = wrong;
        theme = wrong.Count == 0 ? made with { Name = name, IsLight = IsLight(made) } : null;
        return theme is not null;
    }

    private static int Rank(string line) => RoleOf(line) switch { BasedOn => 0, "text" => 1, _ => 2 };

    private static string RoleOf(string line) => line.Split('=')[0].Trim().ToLowerInvariant();

    private static (Theme? Theme, string? Refusal) Take(Theme theme, string line)
    {
        if (!line.Contains('='))
            return (null, $"'{TerminalText.Sanitize(line)}' has no '='; write: role = foreground background emphasis");
        var (role, value) = (RoleOf(line), line[(line.IndexOf('=') + 1)..].Trim());
        var words = value.Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries);
        if (role == BasedOn)
            return BuiltInThemes.Find(value) is { } found
                ? (found, null)
                : (null, $"there is no theme '{TerminalText.Sanitize(value)}' to be based on; there are: {string.Join(", ", BuiltInThemes.All.Select(one => one.Name))}");
        return role == Nicknames ? TakeNicknames(theme, words) : TakeRole(theme, role, words);
    }

    private static (Theme?, string?) TakeNicknames(Theme theme, string[] words)
    {
        var colours = words.Select(word => (word, Colour: ColourOf(word))).ToList();
        return colours.Find(one => one.Colour is null).word is { } bad
            ? (null, $"'{TerminalText.Sanitize(bad)}' is no colour; {ColourRule}")
            : (theme with { Nicknames = [.. colours.Select(one => one.Colour!.Value)] }, null);
    }

    private static (Theme?, string?) TakeRole(Theme theme, string role, string[] words)
    {
        var index = ThemeRoles.All.ToList().FindIndex(known => known.Name == role);
        if (index < 0)
            return (null, UnknownRole(role));
        if (words.Length == 0)
            return (null, $"{role} has no value; write: {role} = foreground background emphasis");
        if (StyleOf(words, theme.Text.Background, out var style) is { } wrong)
            return (null, wrong);
        var changed = ThemeRoles.All[index].Write(theme, style);
        return (role == "text" ? OnNewBackground(theme, changed) : changed, null);
    }

    /// <summary>What stood on the old background stands on the new one.</summary>
    private static Theme OnNewBackground(Theme before, Theme after)
    {
        var (old, now) = (before.Text.Background, after.Text.Background);
        return ThemeRoles.All.Aggregate(after, (theme, role) =>
            role.Read(theme).Background == old ? role.Write(theme, role.Read(theme) with { Background = now }) : theme);
    }

    private static string UnknownRole(string role)
    {
        var names = ThemeRoles.All.Select(known => known.Name).Append(BasedOn).Append(Nicknames).ToList();
        return $"there is no role '{TerminalText.Sanitize(role)}'; "
            + (Nearest.To(role, names, 2) is { } meant ? $"did you mean {meant}?" : $"there are: {string.Join(", ", names)}");
    }

    private static string? StyleOf(string[] words, Rgb? behind, out Style style)
    {
        style = new Style(null, behind);
        var colours = 0;
        foreach (var word in words)
        {
            if (word.All(char.IsAsciiLetter) && Enum.TryParse<Emphasis>(word, ignoreCase: true, out var emphasis))
            {
                style = style with { Emphasis = style.Emphasis | emphasis };
                continue;
            }
            var colour = ColourOf(word);
            if ((colour is null && !IsTerminals(word)) || colours == 2)
                return colours == 2 ? $"'{TerminalText.Sanitize(word)}' is too much; {StyleRule}" : $"'{TerminalText.Sanitize(word)}' is neither a colour nor an emphasis; {StyleRule}";
            style = colours++ == 0 ? style with { Foreground = colour } : style with { Background = colour };
        }
        return null;
    }

    private const string ColourRule = "a colour is #rrggbb, or - for the terminal's own";

    private static readonly string StyleRule = $"{ColourRule}; emphasis is any of: "
        + string.Join(", ", Enum.GetNames<Emphasis>().Where(name => name != nameof(Emphasis.None)).Select(name => name.ToLowerInvariant()));

    private static bool IsTerminals(string word) => word == "-";

    private static Rgb? ColourOf(string word) =>
        word.Length == 7 && word[0] == '#' && int.TryParse(word.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex)
            ? new Rgb((byte)(hex >> 16), (byte)(hex >> 8), (byte)hex)
            : null;

    private static bool IsLight(Theme theme) => theme.Text.Background is { } background
        ? Contrast.Ratio(background, new Rgb(0, 0, 0)) > Contrast.Ratio(background, new Rgb(255, 255, 255))
        : theme.IsLight;
}
