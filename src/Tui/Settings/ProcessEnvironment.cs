namespace ChatRoom.Tui.Settings;

/// <summary>What the command line looks up where an option is missing.</summary>
/// <param name="Variable">An environment variable; null if it is not set.</param>
public sealed record ProcessEnvironment(Func<string, string?> Variable, string LoginName)
{
    public static ProcessEnvironment Real { get; } = new(Environment.GetEnvironmentVariable, Environment.UserName);
}
