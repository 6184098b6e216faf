namespace ChatRoom.Cli.Config;

/// <summary>Where settings come from. A flag goes before the environment, that before the file, and that before the default.</summary>
/// <param name="Flags">The words of the options that were given.</param>
/// <param name="Variable">The environment.</param>
/// <param name="Variables">The names of all that is in it, to find those that are spelled wrong.</param>
/// <param name="File">The path of the file; null for none.</param>
public sealed record ConfigSources(
    IReadOnlyDictionary<ConfigKey, IReadOnlyList<string>> Flags, Func<string, string?> Variable, IReadOnlyList<string> Variables, string? File)
{
    /// <summary>Names the file where the command line does not. CHATROOM_CONFIG is the folder of a person's client.</summary>
    public const string FileVariable = "CHATROOM_CONFIG_FILE";
}
