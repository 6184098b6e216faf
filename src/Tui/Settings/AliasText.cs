using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using ChatRoom.Client.Text;

namespace ChatRoom.Tui.Settings;

/// <summary>
/// Commands of one's own: a word that stands for a longer text. They are lines of `name = text` in the file `aliases`; in a text `$1` to `$9` are
/// the words behind the name, `$*` is all of them, and `$$` a dollar.
/// </summary>
public static class AliasText
{
    private const int LongestName = 32;

    private const int LongestText = 500;

    public static ImmutableSortedDictionary<string, string> None { get; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong is left out and told, a line each; the rest counts.</summary>
    public static ImmutableSortedDictionary<string, string> Parse(string text, out IReadOnlyList<string> refusals)
    {
        var (aliases, wrong, number) = (None, new List<string>(), 0);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (line.AsSpan().Trim() is [] or ['#', ..])
                continue;
            var equals = line.IndexOf('=');
            var (name, meaning) = equals < 0 ? (line.Trim(), "") : (line[..equals].Trim(), line[(equals + 1)..].Trim());
            if (WrongWith(name, meaning) is { } refusal)
                wrong.Add($"line {number}: {refusal}");
            else
                aliases = aliases.SetItem(name, meaning);
        }
        refusals = wrong;
        return aliases;
    }

    /// <summary>The same text with another meaning of a name, or without it; everything else stays as the person wrote it.</summary>
    public static string With(string text, string name, string? meaning)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Where(line => !IsOf(line, name)).ToList();
        if (meaning is not null)
            lines.Insert(lines.Count > 0 && lines[^1].Length == 0 ? lines.Count - 1 : lines.Count, $"{name} = {meaning}");
        var joined = string.Join('\n', lines);
        return joined.EndsWith('\n') || joined.Length == 0 ? joined : joined + "\n";
    }

    /// <summary>Null if it can be.</summary>
    public static string? WrongWith(string name, string meaning) =>
        name.Length is 0 or > LongestName || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? $"'{TerminalText.Sanitize(name)}' is no name for an alias: letters, digits, - and _, {LongestName} at most"
        : meaning.Length == 0 ? $"the alias {name} stands for nothing; write for example: {name} = /me $*"
        : meaning.Length > LongestText || meaning.Any(char.IsControl) ? $"the text of {name} is too long, or has several lines: one line of {LongestText} characters at most"
        : null;

    /// <summary>What is meant by the alias with these words behind it. A text without a `$` has them at its end.</summary>
    public static bool TryExpand(string name, string meaning, string words, [NotNullWhen(true)] out string? text, [NotNullWhen(false)] out string? refusal)
    {
        (text, refusal) = (null, null);
        words = words.Trim();
        var each = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (made, takes) = (new StringBuilder(), false);
        for (var i = 0; i < meaning.Length; i++)
        {
            var sign = meaning[i] == '$' && i + 1 < meaning.Length ? meaning[i + 1] : '\0';
            if (sign is not ('*' or '$' or (>= '1' and <= '9')))
            {
                made.Append(meaning[i]);
                continue;
            }
            i++;
            takes |= sign != '$';
            var index = sign - '1';
            if (sign is >= '1' and <= '9' && index >= each.Length)
            {
                refusal = string.Create(CultureInfo.InvariantCulture, $"/{name} needs {index + 1} {(index == 0 ? "word" : "words")} behind it: {meaning}");
                return false;
            }
            made.Append(sign == '$' ? "$" : sign == '*' ? words : each[index]);
        }
        text = takes || words.Length == 0 ? made.ToString().TrimEnd() : $"{made} {words}";
        return true;
    }

    private static bool IsOf(string line, string name) =>
        line.AsSpan().TrimStart() is not ['#', ..] && line.Split('=')[0].Trim().Equals(name, StringComparison.OrdinalIgnoreCase);
}
