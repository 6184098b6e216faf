using ChatRoom.Client.Text;

namespace ChatRoom.Cli.Config;

/// <summary>The settings of a server, each with where it comes from. There is none with a mistake in it.</summary>
public sealed class Configuration
{
    private readonly IReadOnlyDictionary<ConfigKey, ConfigGiven> _given;

    private Configuration(ConfigSources sources, IReadOnlyDictionary<ConfigKey, ConfigGiven> given) => (Sources, _given) = (sources, given);

    public ConfigSources Sources { get; }

    /// <summary>By which clock the server lives: the system's, but in tests that would wait for minutes.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Reads all sources; the file anew each time. With mistakes there is no configuration, and a line for each of them.</summary>
    public static Configuration? Read(ConfigSources sources, out IReadOnlyList<string> wrong)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var faults = new List<string>();
        var given = new Dictionary<ConfigKey, ConfigGiven>();
        if (sources.File is { } file)
            ConfigFile.Read(file, given, faults);
        ReadEnvironment(sources, given, faults);
        foreach (var (key, words) in sources.Flags)
            Take(given, faults, key, words, ConfigSource.Flag, key.Flag!);
        var read = new Configuration(sources, given);
        if (faults.Count == 0)
            faults.AddRange(ConfigRules.Faults(read));
        wrong = faults;
        return faults.Count == 0 ? read : null;
    }

    public T Get<T>(ConfigKey<T> key) => (T)ValueOf(key)!;

    public object? ValueOf(ConfigKey key) => _given.TryGetValue(key, out var given) ? given.Value : key.Default;

    public ConfigSource SourceOf(ConfigKey key) => _given.TryGetValue(key, out var given) ? given.Source : ConfigSource.Default;

    /// <summary>How it was given, for a sentence about it.</summary>
    public string WhereIs(ConfigKey key) => _given.TryGetValue(key, out var given) ? given.Where : Sources.File is null ? key.Flag ?? key.Name : key.Name;

    /// <summary>The names of the settings whose values differ, as they would be printed.</summary>
    public IEnumerable<ConfigKey> DifferencesFrom(Configuration other) =>
        ConfigTable.All.Where(key => key.Print(ValueOf(key)) != key.Print(other.ValueOf(key)));

    /// <summary>Notes what words of a source mean.</summary>
    internal static void Take(
        Dictionary<ConfigKey, ConfigGiven> given, List<string> faults, ConfigKey key, IReadOnlyList<string> words, ConfigSource source, string where)
    {
        var value = key.Read(words, out var wrong);
        if (wrong is null)
            given[key] = new ConfigGiven(value, source, where);
        else
            faults.Add($"{where}{wrong}");
    }

    private static void ReadEnvironment(ConfigSources sources, Dictionary<ConfigKey, ConfigGiven> given, List<string> faults)
    {
        // An empty variable is how many scripts say that there is none.
        foreach (var key in ConfigTable.All)
        {
            if (sources.Variable(key.Variable) is { Length: > 0 } word)
                Take(given, faults, key, [word], ConfigSource.Environment, key.Variable);
        }
        var names = ConfigTable.All.Select(key => key.Variable).ToArray();
        foreach (var variable in sources.Variables.Order(StringComparer.Ordinal))
        {
            // Others set variables that begin like ours, as Kubernetes does for a service of our name; only what is nearly one of ours is a mistake.
            if (IsInSection(variable) && !names.Contains(variable) && Nearest.To(variable, names, 2) is { } meant)
                faults.Add($"there is no variable {TerminalText.Sanitize(variable)}; did you mean {meant}?");
        }
    }

    private static bool IsInSection(string variable) =>
        ConfigTable.All.Any(key => variable.StartsWith($"CHATROOM_{key.Section.ToUpperInvariant()}_", StringComparison.Ordinal));
}
