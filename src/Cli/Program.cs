using ChatRoom.Cli;

try
{
    using var interruption = new Interruption();
    var keeping = new Keeping(Console.Out, Console.Error);
    return await new CommandLine(Serving.Run, Joining.Run, keeping.Run, Surroundings.Real).Run(args, Console.Out, Console.Error, interruption.Token);
}
catch (Exception bug)
{
    // Whatever a person can do something about was said and turned into an exit code before; this is for a report.
    await Console.Error.WriteLineAsync($"chatroom failed, and this is a bug; please report it: {bug}");
    return ExitCode.Failure;
}
