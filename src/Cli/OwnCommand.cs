namespace ChatRoom.Cli;

/// <summary>
/// What a person types to run this program once more, so that a hint works for its reader: `chatroom` only where the shell finds
/// it under that name.
/// </summary>
/// <param name="Variable">An environment variable; null if it is not set.</param>
/// <param name="Program">The file that the system runs.</param>
/// <param name="Folder">Where the program's own files are.</param>
/// <param name="HostName">What the machine, or the container, is called.</param>
/// <param name="Real">The file behind a path, all links followed; null if there is none.</param>
public sealed record OwnCommand(
    Func<string, string?> Variable, string? Program, string Folder, string CurrentFolder, string HostName, Func<string, string?> Real)
{
    public static string Here { get; } = ShellLine(new OwnCommand(
        Environment.GetEnvironmentVariable, Environment.ProcessPath, AppContext.BaseDirectory, Environment.CurrentDirectory,
        Environment.MachineName, FileBehind));

    /// <summary>Whether it runs in a container, whose addresses nobody outside knows.</summary>
    public static bool IsInContainer { get; } = InContainer(Environment.GetEnvironmentVariable);

    public static string ShellLine(OwnCommand own)
    {
        ArgumentNullException.ThrowIfNull(own);
        // The container's name is its id, unless somebody chose another one.
        return InContainer(own.Variable) ? $"docker exec -it {ShellWord.Of(own.HostName)} {own.Words()}" : own.Words();
    }

    private static bool InContainer(Func<string, string?> variable) => variable("DOTNET_RUNNING_IN_CONTAINER") == "true";

    private string Words()
    {
        if (Variable("CHATROOM_COMMAND") is { Length: > 0 } given)
            return ShellWord.Of(given);
        if (Checkout() is { } script)
            return ShellWord.Of(Short(script));
        if (Program is null)
            return "chatroom";
        if (Path.GetFileNameWithoutExtension(Program) == "dotnet")
            return $"dotnet {ShellWord.Of(Short(Path.Combine(Folder, "chatroom.dll")))}";
        return IsFoundByName() ? "chatroom" : ShellWord.Of(Short(Program));
    }

    /// <summary>The script at the root of the sources, when it is from there that the program was built and started, as `dotnet run` does.</summary>
    private string? Checkout()
    {
        var parts = Folder.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar);
        if (parts is not [.., "src", "Cli", "bin", _, _])
            return null;
        var script = string.Join(Path.DirectorySeparatorChar, [.. parts[..^5], "chatroom"]);
        return !OperatingSystem.IsWindows() && Real(script) is not null ? script : null;
    }

    private bool IsFoundByName()
    {
        var name = Path.GetFileName(Program)!;
        var found = (Variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Real(Path.Combine(folder, name))).FirstOrDefault(file => file is not null);
        return Path.GetFileNameWithoutExtension(name) == "chatroom" && found is not null && found == Real(Program!);
    }

    /// <summary>From where one is, if it is in a folder below.</summary>
    private string Short(string path)
    {
        var below = Path.TrimEndingDirectorySeparator(CurrentFolder) + Path.DirectorySeparatorChar;
        return path.StartsWith(below, StringComparison.Ordinal) ? $".{Path.DirectorySeparatorChar}{path[below.Length..]}" : path;
    }

    private static string? FileBehind(string path) =>
        !File.Exists(path) ? null : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
}

/// <summary>A word as a shell reads it back; what is plainly harmless stays as it is.</summary>
internal static class ShellWord
{
    public static string Of(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '=' or ',' or '@' or '+')
            ? word
            : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
