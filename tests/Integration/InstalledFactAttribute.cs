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
        "supybot" => "limnoria",
        "node" => "nodejs",
        "node_modules/irc-framework" => "npm, and npm install --global irc-framework",
        "/usr/lib/python3/dist-packages/irc/client.py" => "python3-irc",
        "systemd-analyze" or "systemd-sysusers" => "systemd",
        _ => program,
    };

    /// <summary>A program in the path; a file that is named whole; or a module of npm's.</summary>
    private static bool IsInstalled(string program) => program.StartsWith("node_modules/", StringComparison.Ordinal)
        ? RealClients.NodeModules.With(program["node_modules/".Length..]) is not null
        : program == "postgresql" ? PostgresCluster.Missing is null : IsInPath(program);

    private static bool IsInPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
