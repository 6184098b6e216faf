namespace ChatRoom.Cli;

/// <summary>What the command line looks up where an option is missing.</summary>
/// <param name="Variable">An environment variable; null if it is not set.</param>
public sealed record Surroundings(Func<string, string?> Variable, string LoginName)
{
    public static Surroundings Real { get; } = new(Environment.GetEnvironmentVariable, Environment.UserName);
}
