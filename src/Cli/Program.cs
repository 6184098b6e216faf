using ChatRoom.Cli;
using ChatRoom.Cli.Demo;

try
{
    using var interruption = new Interruption();
    var chatroom = new CommandLine((options, _) => Serving.Run(options, interruption), Joining.Run, Demo, Keep, Surroundings.Real);
    return await chatroom.Run(args, Console.Out, Console.Error, interruption.Token);
}
catch (Exception bug)
{
    // Whatever a person can do something about was said and turned into an exit code before; this is for a report.
    await Console.Error.WriteLineAsync($"chatroom failed, and this is a bug; please report it: {Harmless.Lines(bug.ToString())}");
    return ExitCode.Failure;
}

static Task<int> Demo(string? ui, CancellationToken interrupted) => Demonstration.Run(ui, Surroundings.Real, Console.Error, interrupted);

// The stream is made for those who use it only: it is not the one that Console.Out writes to.
static Task<int> Keep(KeepingWish wish, CancellationToken interrupted) =>
    new Keeping(StandardStreams.Output(), Console.Error).Run(wish, interrupted);
