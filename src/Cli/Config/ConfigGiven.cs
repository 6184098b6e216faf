namespace ChatRoom.Cli.Config;

/// <summary>A value that was given.</summary>
/// <param name="Value">What it is.</param>
/// <param name="Source">By what.</param>
/// <param name="Where">How that is called for people: an option, a variable, or a place in the file with the key's name.</param>
public sealed record ConfigGiven(object? Value, ConfigSource Source, string Where);

/// <summary>What can give a value, the strongest last.</summary>
public enum ConfigSource
{
    Default,
    File,
    Environment,
    Flag,
}
