using System.Collections.Immutable;
using ChatRoom.Client.Text;
using ChatRoom.Irc;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.Settings;

/// <summary>
/// The files of a config folder. Each call reads and writes anew, so that several clients at the same time lose nothing of each other's
/// beyond one line written at the very same moment.
/// </summary>
public sealed class UserSettings(ConfigFolder folder)
{
    private const string ThemeEnding = ".theme";

    /// <summary>What the file says; what is wrong with it, with its name and line.</summary>
    public Preferences Load(out IReadOnlyList<string> refusals)
    {
        var text = WholeFile.Read(folder.Settings, out var wrong);
        var preferences = SettingsText.Parse(text ?? "", out var lines);
        refusals = wrong is null ? [.. lines.Select(line => $"{folder.Settings}, {line}")] : [wrong];
        return preferences;
    }

    /// <summary>What went wrong; null if it is kept. A file that cannot be read is not replaced.</summary>
    public string? Save(Setting setting, string value)
    {
        var text = WholeFile.Read(folder.Settings, out var wrong);
        return wrong ?? WholeFile.Write(folder.Settings, SettingsText.With(text ?? "", setting, value));
    }

    /// <summary>The person's own commands, and what is wrong with the file that has them.</summary>
    public ImmutableSortedDictionary<string, string> LoadAliases(out IReadOnlyList<string> refusals)
    {
        var aliases = AliasText.Parse(WholeFile.Read(folder.Aliases, out var wrong) ?? "", out var lines);
        refusals = wrong is null ? [.. lines.Select(line => $"{folder.Aliases}, {line}")] : [wrong];
        return aliases;
    }

    /// <summary>What went wrong; null if it is kept.</summary>
    /// <param name="meaning">Null for none any more.</param>
    public string? SaveAlias(string name, string? meaning)
    {
        var text = WholeFile.Read(folder.Aliases, out var wrong);
        return wrong ?? WholeFile.Write(folder.Aliases, AliasText.With(text ?? "", name, meaning));
    }

    public ValueList<RecentServer> LoadRecent() => RecentServers.Parse(WholeFile.Read(folder.Recent, out _) ?? "");

    public string? Remember(RecentServer server) => WholeFile.Write(folder.Recent, RecentServers.ToText(RecentServers.With(LoadRecent(), server)));

    public IEnumerable<LeftServer> LoadLeft() => LeftServers.Parse(WholeFile.Read(folder.Left, out _) ?? "");

    public string? Remember(LeftServer left) => WholeFile.Write(folder.Left, LeftServers.ToText(LeftServers.With(LoadLeft(), left)));

    /// <summary>The built-in themes and the files of the folder, by name.</summary>
    public ValueList<string> ThemeNames()
    {
        var own = Directory.Exists(folder.Themes)
            ? Directory.EnumerateFiles(folder.Themes, "*" + ThemeEnding).Select(path => Path.GetFileNameWithoutExtension(path)).Where(ThemeName.IsOne)
            : [];
        return [.. BuiltInThemes.All.Select(theme => theme.Name).Concat(own.Order(StringComparer.Ordinal)).Distinct()];
    }

    /// <summary>A theme by its name; a file goes before a built-in one of that name.</summary>
    /// <param name="isLight">What the terminal said of its background, for "auto".</param>
    public Theme? LoadTheme(string name, bool isLight, out IReadOnlyList<string> refusals)
    {
        refusals = [];
        if (name.Equals(SettingTable.Auto, StringComparison.OrdinalIgnoreCase))
            return isLight ? BuiltInThemes.Light : BuiltInThemes.Dark;
        if (!ThemeName.IsOne(name))
        {
            refusals = [$"'{TerminalText.Sanitize(name)}' is no name of a theme; give {ThemeName.Rule}"];
            return null;
        }
        var path = Path.Combine(folder.Themes, name + ThemeEnding);
        if (WholeFile.Read(path, out var wrong) is { } text)
        {
            var isRight = ThemeFile.TryParse(name, text, out var own, out var lines);
            refusals = [.. lines.Select(line => $"{path}, {line}")];
            return isRight ? own : null;
        }
        var builtIn = wrong is null ? BuiltInThemes.Find(name) : null;
        if (builtIn is null)
            refusals = [wrong ?? Unknown(name)];
        return builtIn;
    }

    private string Unknown(string name)
    {
        var names = ThemeNames();
        return $"there is no theme '{name}'; " + (Nearest.To(name, names, 2) is { } meant ? $"did you mean {meant}?" : $"there are: {string.Join(", ", names)}");
    }
}
