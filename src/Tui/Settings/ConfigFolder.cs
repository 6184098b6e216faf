namespace ChatRoom.Tui.Settings;

/// <summary>Where a person's settings are: CHATROOM_CONFIG, else where the platform keeps such things.</summary>
public sealed record ConfigFolder(string Path)
{
    public const string Variable = "CHATROOM_CONFIG";

    private const string Own = "chatroom";

    public static ConfigFolder Of(ProcessEnvironment around) => Find(
        around.Variable, Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify));

    public string Settings => System.IO.Path.Combine(Path, "config");

    /// <summary>Commands of one's own.</summary>
    public string Aliases => System.IO.Path.Combine(Path, "aliases");

    public string Recent => System.IO.Path.Combine(Path, "servers");

    /// <summary>Which conversations were open where, and how far they were read.</summary>
    public string Left => System.IO.Path.Combine(Path, "left");

    /// <summary>The certificates that the person has accepted.</summary>
    public string KnownServers => System.IO.Path.Combine(Path, "known_servers");

    public string Themes => System.IO.Path.Combine(Path, "themes");

    /// <param name="variable">The environment.</param>
    /// <param name="applicationData">The platform's folder: %APPDATA% on Windows, ~/.config elsewhere (XDG Base Directory Specification).</param>
    public static ConfigFolder Find(Func<string, string?> variable, string applicationData)
    {
        if (variable(Variable) is { Length: > 0 } given)
            return new ConfigFolder(given);
        // The specification says to ignore a path that is not absolute.
        return variable("XDG_CONFIG_HOME") is { Length: > 0 } xdg && System.IO.Path.IsPathRooted(xdg)
            ? new ConfigFolder(System.IO.Path.Combine(xdg, Own))
            : new ConfigFolder(System.IO.Path.Combine(applicationData, Own));
    }
}
