namespace ChatRoom.Integration.Tests;

/// <summary>
/// A test that drives a program which is not ours. Where the program is not installed the test is skipped, and says what to install;
/// with CI=true it runs all the same and fails, so that nobody takes for proven what was never tried.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InstalledFactAttribute : FactAttribute
{
    public InstalledFactAttribute(params string[] programs)
    {
        Programs = programs;
        var missing = programs.Where(program => !IsInstalled(program)).ToArray();
        if (missing.Length > 0 && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = $"not installed: {string.Join(", ", missing)}; on Debian: apt-get install {string.Join(' ', missing.Select(Package))}";
    }

    public string[] Programs { get; }

    /// <summary>What Debian calls the package with this program.</summary>
    private static string Package(string program) => program switch
    {
        "script" => "bsdutils",
        "weechat-headless" => "weechat-headless weechat-plugins",
        "tail" => "coreutils",
        "systemd-analyze" or "systemd-sysusers" => "systemd",
        _ => program,
    };

    private static bool IsInstalled(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
