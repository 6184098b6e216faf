using ChatRoom.Cli;
using ChatRoom.Cli.Admin;
using ChatRoom.Cli.Demo;
using ChatRoom.Cli.Join;
using ChatRoom.Cli.Serve;
using ChatRoom.Client.Text;
using ChatRoom.Tui.Settings;

try
{
    using var interruption = new Interruption();
    var chatroom = new CommandLine((configured, _) => Serving.Run(configured, interruption), Joining.Run, Demo, Keep, ProcessEnvironment.Real);
    return await chatroom.Run(args, Console.Out, Console.Error, interruption.Token);
}
catch (Exception bug)
{
    // Whatever a person can do something about was said and turned into an exit code before; this is for a report.
    await Console.Error.WriteLineAsync($"chatroom failed, and this is a bug; please report it: {TerminalText.SanitizeLines(bug.ToString())}");
    return ExitCode.Failure;
}

static Task<int> Demo(string? ui, CancellationToken interrupted) => Demonstration.Run(ui, ProcessEnvironment.Real, Console.Error, interrupted);

// The stream is made for those who use it only: it is not the one that Console.Out writes to.
static Task<int> Keep(AdminRequest wish, CancellationToken interrupted) =>
    new AdminActions(StandardStreams.Output(), Console.Error, account => TypedPassword.Read($"Password of {account}: ")).Run(wish, interrupted);
