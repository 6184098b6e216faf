using System.CommandLine;
using System.CommandLine.Invocation;
using ChatRoom.Cli.Screen;
using ChatRoom.Server;

namespace ChatRoom.Cli;

/// <summary>`--version`: the version alone on the first line, for scripts; then what this program was built with.</summary>
internal sealed class VersionAndScreens : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(ChatServer.Version);
        output.WriteLine($"screens: {string.Join(", ", Screens.BuiltIn)}");
        return ExitCode.Ok;
    }
}
