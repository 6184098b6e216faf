namespace ChatRoom.Tui.Settings;

/// <summary>What the command line looks up where an option is missing.</summary>
/// <param name="Variable">An environment variable; null if it is not set.</param>
public sealed record ProcessEnvironment(Func<string, string?> Variable, string LoginName)
{
    /// <summary>The names of all environment variables, to find those that are spelled wrong.</summary>
    public Func<IReadOnlyList<string>> Variables { get; init; } = () => [];

    public static ProcessEnvironment Real { get; } = new(Environment.GetEnvironmentVariable, Environment.UserName)
    {
        Variables = () => [.. Environment.GetEnvironmentVariables().Keys.Cast<string>()],
    };
}
