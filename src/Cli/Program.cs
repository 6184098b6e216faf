using ChatRoom.Cli;

try
{
    using var interruption = new Interruption();
    return await new CommandLine(Serving.Run, Joining.Run, Keep, Surroundings.Real).Run(args, Console.Out, Console.Error, interruption.Token);
}
catch (Exception bug)
{
    // Whatever a person can do something about was said and turned into an exit code before; this is for a report.
    await Console.Error.WriteLineAsync($"chatroom failed, and this is a bug; please report it: {bug}");
    return ExitCode.Failure;
}

// The stream is made for those who use it only: it is not the one that Console.Out writes to.
static Task<int> Keep(KeepingWish wish, CancellationToken interrupted) =>
    new Keeping(StandardStreams.Output(), Console.Error).Run(wish, interrupted);
