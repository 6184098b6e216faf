using System.Diagnostics;

namespace ChatRoom.Bench.Driver;

/// <summary>
/// The `chatroom` command that tests and benchmarks drive: the build that lies beside them, or the program that an environment
/// variable names, such as the native one that eng/publish made.
/// </summary>
public static class ChatRoomProgram
{
    public const string Variable = "CHATROOM_PROGRAM";

    private static readonly string? Named = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? System.IO.Path.GetFullPath(named) : null;

    /// <summary>What a shell or systemd starts. The build beside us needs .NET on this machine; see <see cref="FindsDotnet"/>.</summary>
    public static string Path => Named ?? System.IO.Path.Combine(AppContext.BaseDirectory, "chatroom");

    public static ProcessStartInfo Start(params IEnumerable<string> args) => Named is not null
        ? new ProcessStartInfo(Named, args)
        : new ProcessStartInfo(Dotnet, [System.IO.Path.Combine(AppContext.BaseDirectory, "chatroom.dll"), .. args]);

    /// <summary>The same, started by another program, which becomes it: in a network of its own, for example.</summary>
    public static ProcessStartInfo StartWithin(IReadOnlyList<string> starter, params IEnumerable<string> args)
    {
        ArgumentNullException.ThrowIfNull(starter);
        var start = Start(args);
        return starter.Count == 0 ? start : new ProcessStartInfo(starter[0], [.. starter.Skip(1), start.FileName, .. start.ArgumentList]);
    }

    /// <summary>For a program that starts <see cref="Path"/> by itself.</summary>
    public static void FindsDotnet(ProcessStartInfo start)
    {
        ArgumentNullException.ThrowIfNull(start);
        start.Environment["DOTNET_ROOT"] = System.IO.Path.GetDirectoryName(Environment.ProcessPath);
    }

    private static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
}
