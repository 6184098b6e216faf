using System.Globalization;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.Loop;

/// <summary>
/// What a bug leaves behind for its report: a file with all that .NET knows of it, because on a terminal that was just given back nobody can
/// read it. It lies where programs keep their state (XDG Base Directory Specification) and holds nothing that was said.
/// </summary>
internal static class CrashLog
{
    /// <summary>The line for the person.</summary>
    public static string Write(Exception bug, ProcessEnvironment around, DateTimeOffset now)
    {
        const string sorry = "chatroom failed, and this is a bug; please report it";
        var state = around.Variable("XDG_STATE_HOME") is { Length: > 0 } xdg && Path.IsPathRooted(xdg)
            ? xdg
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state");
        var file = Path.Combine(state, "chatroom", $"crash-{now.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.log");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, $"chatroom {BuildVersion.Text}, {Environment.OSVersion}, .NET {Environment.Version}\n{bug}\n");
            return $"{sorry} with {file}: {bug.Message}";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"{sorry}: {bug}";
        }
    }
}
