using System.CommandLine;
using System.CommandLine.Invocation;
using ChatRoom.Server.Hosting;

namespace ChatRoom.Cli;

/// <summary>`--version`: the version alone, for scripts. The library's own action looks for it by reflection, which a native program lacks.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(ChatServer.Version);
        return ExitCode.Ok;
    }
}
