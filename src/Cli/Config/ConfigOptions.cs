using System.CommandLine;
using System.CommandLine.Parsing;

namespace ChatRoom.Cli.Config;

/// <summary>The settings as options of the command line. What is wrong with a word is said when all sources are read, in one way for all.</summary>
internal static class ConfigOptions
{
    private static readonly Dictionary<ConfigKey, Option> Options = ConfigTable.All.Where(key => key.Flag is not null).ToDictionary(key => key, Create);

    public static IEnumerable<Option> All => Options.Values;

    /// <summary>The words of those that were given.</summary>
    public static IReadOnlyDictionary<ConfigKey, IReadOnlyList<string>> Given(CommandResult command) => Options
        .Select(option => (option.Key, Result: command.GetResult(option.Value)))
        .Where(given => given.Result is { Implicit: false })
        .ToDictionary(given => given.Key, given => Words(given.Result!));

    /// <summary>An option without a word is a switch that was turned on.</summary>
    private static IReadOnlyList<string> Words(OptionResult result) => result.Tokens.Count == 0 ? ["true"] : [.. result.Tokens.Select(token => token.Value)];

    private static Option Create(ConfigKey key)
    {
        if (key.FlagValue is null)
            return new Option<bool>(key.Flag!) { Description = key.Doc };
        if (key.Shape == ConfigShape.List)
            return new Option<string[]>(key.Flag!) { Description = key.Doc, HelpName = key.FlagValue, Arity = ArgumentArity.OneOrMore };
        var option = new Option<string?>(key.Flag!) { Description = key.Doc, HelpName = key.FlagValue };
        if (DefaultWord(key) is { } word)
            option.DefaultValueFactory = _ => word;
        if (key.Choices.Count > 0)
            option.CompletionSources.Add([.. key.Choices]);
        return option;
    }

    private static string? DefaultWord(ConfigKey key) => key.Shape == ConfigShape.Switch ? key.Choices[(bool)key.Default! ? 0 : 1] : key.Print(key.Default)?.Trim('"');
}
