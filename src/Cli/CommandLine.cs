using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ChatRoom.Cli;

/// <summary>
/// The `chatroom` command: what it understands. What is done stands elsewhere and is given to it, so that a test reads the command
/// line without starting anything.
/// </summary>
public sealed class CommandLine
{
    private readonly RootCommand _root;

    public CommandLine(
        Func<ServeOptions, CancellationToken, Task<int>> serve,
        Func<JoinOptions, CancellationToken, Task<int>> join,
        Func<string?, CancellationToken, Task<int>> demo,
        Func<KeepingWish, CancellationToken, Task<int>> keep,
        Surroundings around)
    {
        _root = new RootCommand("ChatRoom: a chat server and client. It speaks IRC, so every IRC client and network is welcome.")
        {
            ServeCommand.Create(serve),
            JoinCommand.Create(join, around),
            DemoCommand.Create(demo),
            HealthCommand.Create(),
            CompletionCommand.Create(),
            ManCommand.Create(around),
        };
        foreach (var command in KeepingCommands.Create(keep))
            _root.Add(command);
        var help = _root.Options.OfType<HelpOption>().Single();
        // What Windows knows as options is no part of what a shell should offer.
        help.Aliases.Remove("/?");
        help.Aliases.Remove("/h");
        _root.Options.OfType<VersionOption>().Single().Action = new VersionAndScreens();
        var examplesFirst = new ExamplesFirstHelp((HelpAction)help.Action!);
        help.Action = examplesFirst;
        // Without a command there is nothing to do, and the help says what could be done.
        _root.SetAction(examplesFirst.Invoke);
    }

    /// <summary>
    /// Reads the command line and does what it says. Where it is wrong, the errors go to stderr and the exit code is 2, not
    /// System.CommandLine's 1.
    /// </summary>
    public async Task<int> Run(IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken interrupted)
    {
        // What starts with '@' is meant as it stands, and names no file with more arguments.
        var parsed = _root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var console = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            // Signals are ours: see Interruption.
            ProcessTerminationTimeout = null,
            EnableDefaultExceptionHandler = false,
        };
        if (parsed.Action is not ParseErrorAction)
            return await parsed.InvokeAsync(console, interrupted);
        foreach (var wrong in parsed.Errors)
            await error.WriteLineAsync(wrong.Message);
        await error.WriteLineAsync($"See '{CommandOf(parsed)} --help'.");
        return ExitCode.Usage;
    }

    private static string CommandOf(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? "chatroom" : $"chatroom {parsed.CommandResult.Command.Name}";
}
