using ChatRoom.Client.Text;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace ChatRoom.Cli.Config;

/// <summary>
/// The settings' file, in TOML. It is read as a syntax tree, which knows the line and column of everything and needs no reflection; what a key
/// means is <see cref="ConfigTable"/>'s business.
/// </summary>
internal sealed class ConfigFile
{
    /// <summary>A file of settings has a few kilobytes; what is larger is something else.</summary>
    private const int Largest = 1024 * 1024;

    private readonly string _path;
    private readonly Dictionary<ConfigKey, ConfigGiven> _given;
    private readonly List<string> _faults;

    private ConfigFile(string path, Dictionary<ConfigKey, ConfigGiven> given, List<string> faults) => (_path, _given, _faults) = (path, given, faults);

    public static void Read(string path, Dictionary<ConfigKey, ConfigGiven> given, List<string> faults)
    {
        string text;
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > Largest })
            {
                faults.Add($"the settings in '{TerminalText.Sanitize(path)}' have more than {Largest / 1024} KB; that is no such file");
                return;
            }
            text = File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            faults.Add($"cannot read the settings in '{TerminalText.Sanitize(path)}': {fault.Message}");
            return;
        }
        new ConfigFile(path, given, faults).Parse(text);
    }

    private void Parse(string text)
    {
        var document = SyntaxParser.Parse(text, _path);
        foreach (var fault in document.Diagnostics)
            _faults.Add($"{At(fault.Span)}: {TerminalText.Sanitize(FirstSentence(fault.Message))}");
        if (document.HasErrors)
            return;
        Take("", document.KeyValues);
        foreach (var table in document.Tables)
        {
            if (table is TableArraySyntax)
                _faults.Add($"{At(table.Span)}: there are no lists of sections: write [{TerminalText.Sanitize(NameOf(table.Name!))}]");
            else
                Take(NameOf(table.Name!), table.Items);
        }
    }

    private void Take(string prefix, IEnumerable<KeyValueSyntax> pairs)
    {
        foreach (var pair in pairs)
        {
            var name = prefix.Length == 0 ? NameOf(pair.Key!) : $"{prefix}.{NameOf(pair.Key!)}";
            if (pair.Value is InlineTableSyntax table)
                Take(name, table.Items.Select(item => item.KeyValue!));
            else if (ConfigTable.All.FirstOrDefault(key => key.Name == name) is { } key)
                Take(key, pair.Value!);
            else
                _faults.Add($"{At(pair.Span)}: {Unknown(name)}");
        }
    }

    private void Take(ConfigKey key, ValueSyntax value)
    {
        var where = $"{At(value.Span)}: {key.Name}";
        if (WordsOf(value, key.Shape) is not { } words)
            _faults.Add($"{where} wants {ShapeOf(key)}: {key.Rule}");
        else if (key.Shape == ConfigShape.List && words.Count == 0)
            _given[key] = new ConfigGiven(key.Default, ConfigSource.File, where);
        else
            Configuration.Take(_given, _faults, key, Places(key, words), ConfigSource.File, where);
    }

    /// <summary>A path is meant from where the file lies, wherever the server is started.</summary>
    private IReadOnlyList<string> Places(ConfigKey key, IReadOnlyList<string> words) =>
        key.IsPath && words[0].Length > 0
            ? [Path.GetFullPath(words[0], Path.GetDirectoryName(Path.GetFullPath(_path))!)]
            : words;

    /// <summary>Null where it is written in another way than the key's values are.</summary>
    private static IReadOnlyList<string>? WordsOf(ValueSyntax value, ConfigShape shape) => (shape, value) switch
    {
        (ConfigShape.Switch, BooleanValueSyntax { Value: var isOn }) => [isOn ? "true" : "false"],
        (ConfigShape.Number, IntegerValueSyntax { Value: var number }) => [$"{number}"],
        (ConfigShape.Text, StringValueSyntax { Value: { } text }) => [text],
        (ConfigShape.List, ArraySyntax list) when list.Items.All(item => item.Value is StringValueSyntax) =>
            [.. list.Items.Select(item => ((StringValueSyntax)item.Value!).Value!)],
        _ => null,
    };

    private static string ShapeOf(ConfigKey key) => key.Shape switch
    {
        ConfigShape.Switch => "a switch without quotes",
        ConfigShape.Number => "digits without quotes",
        ConfigShape.Text => "text in quotes",
        ConfigShape.List => "a list of texts in brackets",
    };

    private static string Unknown(string name)
    {
        var section = ConfigTable.All.Where(key => key.Section == name.Split('.')[0]).Select(key => key.Name).ToArray();
        return $"there is no key '{TerminalText.Sanitize(name)}'; " + (Meant(name) is { } meant
            ? $"did you mean {meant}?"
            : section.Length > 0
                ? $"there are: {string.Join(", ", section)}"
                : $"there are the sections: {string.Join(", ", ConfigTable.All.Select(key => $"[{key.Section}]").Distinct())}");
    }

    /// <summary>Who leaves out the section may still have the key's own name nearly right.</summary>
    private static string? Meant(string name) => name.Contains('.')
        ? Nearest.To(name, ConfigTable.All.Select(key => key.Name), 3)
        : Nearest.To(name, ConfigTable.All.Select(key => key.Leaf), 2) is { } leaf ? ConfigTable.All.First(key => key.Leaf == leaf).Name : null;

    private static string NameOf(KeySyntax key) => string.Join('.', key.DotKeys.Select(dotted => dotted.Key).Prepend(key.Key).Select(part => part switch
    {
        BareKeySyntax bare => bare.Key!.Text,
        StringValueSyntax quoted => quoted.Value,
        _ => "",
    }));

    /// <summary>What comes after it repeats the whole of a section, on one line.</summary>
    private static string FirstSentence(string message) =>
        message.Split(" with `", 2)[0] is var begin && begin.Length < message.Length ? $"{begin} and cannot be given again" : message;

    private string At(SourceSpan span) => $"{_path}:{span.Start.Line + 1}:{span.Start.Column + 1}";
}
