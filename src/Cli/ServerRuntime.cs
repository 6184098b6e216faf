using System.ComponentModel;
using System.Reflection;
using System.Runtime.InteropServices;

namespace ChatRoom.Cli;

/// <summary>
/// A server and a client want opposite things of the runtime: code that is compiled well at once, or a first picture soon. That is decided
/// before the program begins, for a process, by environment variables. So the program starts as a client, and `serve` starts itself again in
/// the same process, with the server's settings: docs/decisions/0008.
/// </summary>
internal static class ServerRuntime
{
    private static readonly (string Name, string Value)[] Settings =
    [
        ("DOTNET_TC_QuickJit", "0"),
        // Received lines are parsed on the thread that polls the sockets. It spares a busy room a third of its cost, and nothing of ours ever
        // waits on that thread.
        ("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1"),
    ];

    /// <summary>Does not return where it starts anew. Where a setting is given already, whatever it is, the person has chosen.</summary>
    public static void Take(IReadOnlyList<string> args)
    {
        if (args is not ["serve", ..] || OperatingSystem.IsWindows() || Environment.ProcessPath is not { } program
            || Settings.Any(setting => Environment.GetEnvironmentVariable(setting.Name) is not null))
            return;
        var environment = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .Select(pair => $"{pair.Key}={pair.Value}").Concat(Settings.Select(setting => $"{setting.Name}={setting.Value}"));
        // As an argument of dotnet the program is a file beside its libraries.
        string[] itself = Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? [program, Path.Combine(AppContext.BaseDirectory, Assembly.GetExecutingAssembly().GetName().Name + ".dll")]
            : [program];
        _ = Execute(program, [.. itself, .. args, null], [.. environment, null]);
        throw new Win32Exception(Marshal.GetLastPInvokeError(), $"{program} could not start itself anew");
    }

    [DllImport("libc", EntryPoint = "execve", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Execute(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string path,
        [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPStr)] string?[] arguments,
        [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPStr)] string?[] environment);
}
