using System.Diagnostics;
using System.Globalization;

namespace ChatRoom.Integration.Tests;

/// <summary>
/// `./chatroom` at the root of the sources, in a tree of its own and with a `dotnet` that only says what it was asked: building is
/// noisy there, and the program answers with its arguments and its input.
/// </summary>
public sealed class ScriptTests : IDisposable
{
    private const string Dotnet = """
        #!/bin/sh
        if [ "$1" = build ]; then
          echo "noise of the build"
          mkdir -p "$ROOT/src/Cli/bin/Release/net10.0"
          echo built >>"$ROOT/builds"
          cp "$ROOT/src/Cli/Program.cs" "$ROOT/src/Cli/bin/Release/net10.0/chatroom.dll"
          exit 0
        fi
        program=$1
        shift
        [ "$1" != wait ] || { trap 'echo interrupted; exit 9' TERM; echo ready; read -r line; exit 1; }
        echo "$(cat "$program"):$CHATROOM_COMMAND:$#:$*:$(cat)"
        exit 7
        """;

    private readonly TemporaryFolder _folder = new();

    public ScriptTests()
    {
        Directory.CreateDirectory(_folder["tree/src/Cli"]);
        Directory.CreateDirectory(_folder["bin"]);
        File.Copy(Checkout.Path("chatroom"), _folder["tree/chatroom"]);
        File.WriteAllText(_folder["tree/global.json"], "{}");
        File.WriteAllText(_folder["tree/Directory.Build.props"], "");
        File.WriteAllText(_folder["tree/src/Cli/ChatRoom.Cli.csproj"], "");
        File.WriteAllText(_folder["tree/src/Cli/Program.cs"], "first");
        File.WriteAllText(_folder["bin/dotnet"], Dotnet);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder["bin/dotnet"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_builds_once_and_hands_arguments_input_and_exit_code_on_from_any_folder_and_through_links()
    {
        File.CreateSymbolicLink(_folder["bin/cr"], "../tree/chatroom");
        await Ran(_folder["bin/cr"], "first");
        await Ran(_folder["tree/chatroom"], "first");

        Assert.Single(Builds());
    }

    [Fact]
    public async Task A_source_that_changed_or_went_is_built_in_and_never_under_a_running_program()
    {
        await Ran(_folder["tree/chatroom"], "first");
        await using var running = Start(_folder["tree/chatroom"], "wait");
        await running.Output.Until("ready");
        var kept = Directory.GetFiles(_folder["tree/artifacts/run"], "chatroom.dll", SearchOption.AllDirectories).Single();
        File.WriteAllText(_folder["tree/src/Cli/Program.cs"], "second");
        await Ran(_folder["tree/chatroom"], "second");
        Assert.Equal("first", await File.ReadAllTextAsync(kept));

        File.WriteAllText(_folder["tree/src/Cli/Other.cs"], "");
        await Ran(_folder["tree/chatroom"], "second");
        File.Delete(_folder["tree/src/Cli/Other.cs"]);
        await Ran(_folder["tree/chatroom"], "second");
        await Ran(_folder["tree/chatroom"], "second");
        Assert.Equal(4, Builds().Length);
    }

    [Fact]
    public async Task A_signal_is_the_programs_own()
    {
        await using var running = Start(_folder["tree/chatroom"], "wait");
        await running.Output.Until("ready");

        // The stand-in is a shell, which answers when its read is over; the script itself is gone by then.
        running.Send(Signal.Terminate);
        running.EndInput();

        Assert.Equal(9, await running.Exit());
        Assert.Equal(["interrupted"], await running.Output.Rest());
    }

    private async Task Ran(string script, string program)
    {
        await using var running = Start(script, "a b", "c'd", "");
        await running.Type("typed");
        running.EndInput();
        Assert.Equal(7, await running.Exit());
        Assert.Equal([string.Create(CultureInfo.InvariantCulture, $"{program}:{script}:3:a b c'd :typed")], await running.Output.Rest());
    }

    private string[] Builds() => File.ReadAllLines(_folder["tree/builds"]);

    private RunningProgram Start(string script, params string[] args)
    {
        var start = new ProcessStartInfo(script, args) { WorkingDirectory = Path.GetTempPath() };
        start.Environment["PATH"] = $"{_folder["bin"]}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["ROOT"] = _folder["tree"];
        start.Environment.Remove("CHATROOM_COMMAND");
        return RunningProgram.Of(start);
    }
}
