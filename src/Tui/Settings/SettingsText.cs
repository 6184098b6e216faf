using ChatRoom.Client.Text;

namespace ChatRoom.Tui.Settings;

/// <summary>The text of the settings file: lines of `name = value`, with comments behind '#' at the begin of a line.</summary>
public static class SettingsText
{
    /// <summary>What is wrong is left at its default and told, a line each; the rest counts.</summary>
    public static Preferences Parse(string text, out IReadOnlyList<string> refusals)
    {
        var (preferences, wrong, number) = (Preferences.Default, new List<string>(), 0);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (IsComment(line))
                continue;
            if (!line.Contains('='))
                wrong.Add($"line {number}: '{TerminalText.Sanitize(line.Trim())}' has no '='; write: name = value");
            else if (SettingTable.Find(NameOf(line)) is not { } setting)
                wrong.Add($"line {number}: {SettingTable.Unknown(NameOf(line))}");
            else if (setting.TrySet(preferences, line[(line.IndexOf('=') + 1)..], out var next, out var refusal))
                preferences = next;
            else
                wrong.Add($"line {number}: {refusal}");
        }
        refusals = wrong;
        return preferences;
    }

    /// <summary>The same text with another value: its line is changed where it stands, and everything else stays as the person wrote it.</summary>
    public static string With(string text, Setting setting, string value)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').ToList();
        var written = $"{setting.Name} = {value}";
        // Of several lines the last one counts when the file is read.
        var at = lines.FindLastIndex(line => !IsComment(line) && line.Contains('=') && NameOf(line).Equals(setting.Name, StringComparison.OrdinalIgnoreCase));
        if (at >= 0)
            lines[at] = written;
        else
            lines.Insert(lines.Count > 0 && lines[^1].Length == 0 ? lines.Count - 1 : lines.Count, written);
        var joined = string.Join('\n', lines);
        return joined.EndsWith('\n') ? joined : joined + "\n";
    }

    private static bool IsComment(string line) => line.AsSpan().Trim() is [] or ['#', ..];

    private static string NameOf(string line) => line.Split('=')[0].Trim();
}
