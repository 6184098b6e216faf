using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ChatRoom.Cli.Admin;
using ChatRoom.Cli.Config;
using ChatRoom.Cli.Demo;
using ChatRoom.Cli.Join;
using ChatRoom.Cli.Manual;
using ChatRoom.Cli.Serve;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Cli;

/// <summary>
/// The `chatroom` command: what it understands. What is done stands elsewhere and is given to it, so that a test reads the command
/// line without starting anything.
/// </summary>
public sealed class CommandLine
{
    private readonly (string Name, Func<Command> Create)[] _commands;

    public CommandLine(
        Func<Configuration, CancellationToken, Task<int>> serve,
        Func<JoinOptions, CancellationToken, Task<int>> join,
        Func<string?, CancellationToken, Task<int>> demo,
        Func<AdminRequest, CancellationToken, Task<int>> tend,
        ProcessEnvironment around)
    {
        Task<int> Keep(AdminRequest wish, CancellationToken cancel) => tend(Placed(wish, around), cancel);
        _commands = Commands(serve, join, demo, Keep, around);
    }

    private static (string, Func<Command>)[] Commands(
        Func<Configuration, CancellationToken, Task<int>> serve,
        Func<JoinOptions, CancellationToken, Task<int>> join,
        Func<string?, CancellationToken, Task<int>> demo,
        Func<AdminRequest, CancellationToken, Task<int>> keep,
        ProcessEnvironment around) =>
    [
        ("serve", () => ServeCommand.Create(serve, around)),
        ("join", () => JoinCommand.Create(join, around)),
        ("send", () => SendCommand.Create(join, around)),
        ("demo", () => DemoCommand.Create(demo)),
        ("health", HealthCommand.Create),
        ("completion", CompletionCommand.Create),
        ("man", () => ManCommand.Create(around)),
        ("verify", () => AdminCommands.Verify(keep)),
        ("backup", () => AdminCommands.Backup(keep)),
        ("restore", () => AdminCommands.Restore(keep)),
        ("move", () => MoveCommand.Create(keep)),
        ("export", () => AdminCommands.Export(keep)),
        ("search", () => AdminCommands.Search(keep)),
        ("replay", () => AdminCommands.Replay(keep)),
        ("forget", () => AdminCommands.Forget(keep)),
        ("account", () => AdminCommands.Accounts(keep)),
        ("kill", () => OrderCommands.Kill(keep)),
        ("ban", () => OrderCommands.Ban(keep)),
        ("unban", () => OrderCommands.Unban(keep)),
        ("bans", () => OrderCommands.Bans(keep)),
        ("room", () => OrderCommands.Room(keep)),
        ("announce", () => OrderCommands.Announce(keep)),
        ("alarm", () => OrderCommands.Alarm(keep)),
        ("servers", () => ServersCommand.Create(keep)),
        ("reload", () => AdminCommands.Reload(keep)),
    ];

    /// <summary>
    /// Reads the command line and does what it says. Where it is wrong, the errors go to stderr and the exit code is 2, not
    /// System.CommandLine's 1.
    /// </summary>
    public async Task<int> Run(IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken interrupted)
    {
        // What starts with '@' is meant as it stands, and names no file with more arguments.
        var root = Root(args);
        var parsed = root.Parse(LastCounts(args, root), new ParserConfiguration { ResponseFileTokenReplacer = null });
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

    /// <summary>A machine whose servers share a journal says so in its environment, for its tools as for its servers.</summary>
    private static AdminRequest Placed(AdminRequest wish, ProcessEnvironment around) =>
        wish is { Data: null, Journal: null } and not (AdminRequest.Reload or AdminRequest.Move)
            && around.Variable(ConfigTable.Journal.Variable) is { Length: > 0 } shared
            ? wish with { Journal = shared }
            : wish;

    /// <summary>
    /// Of an option that is given twice the last one counts, as everywhere on a command line: a script has its defaults first, and what its
    /// caller adds behind them. Everything behind `--` stays as it is.
    /// </summary>
    private static IReadOnlyList<string> LastCounts(IReadOnlyList<string> args, RootCommand root)
    {
        var valued = root.Subcommands.Where(command => args.Count > 0 && command.Name == args[0]).SelectMany(command => command.Options)
            .Where(option => option.Arity.MaximumNumberOfValues == 1 && option.ValueType != typeof(bool)).Select(option => option.Name).ToHashSet();
        var (kept, seen) = (new List<string>(), new HashSet<string>());
        var end = args.Count;
        for (var i = 0; i < args.Count && end == args.Count; i++)
            end = args[i] == "--" ? i : end;
        for (var i = end - 1; i >= 0; i--)
        {
            var name = args[i].Split('=', 2)[0];
            // A value that stands in a word of its own belongs to the word before it.
            var isValue = i > 0 && valued.Contains(args[i - 1]);
            if (isValue || !valued.Contains(name))
            {
                kept.Add(args[i]);
                continue;
            }
            var hasOwnWord = name == args[i] && i + 1 < end;
            if (seen.Add(name))
                kept.Add(args[i]);
            else if (hasOwnWord)
                kept.RemoveAt(kept.Count - 1);
        }
        kept.Reverse();
        return [.. kept, .. args.Skip(end)];
    }

    /// <summary>
    /// All that it understands; of a command that is named, and looks at no other, that one alone: making the others would be a tenth of the
    /// time until a server listens.
    /// </summary>
    private RootCommand Root(IReadOnlyList<string> args)
    {
        var root = new RootCommand("ChatRoom: a chat server and client. It speaks IRC, so every IRC client and network is welcome.");
        var named = args.Count > 0 && args[0] is not ("man" or "completion") ? Array.FindIndex(_commands, command => command.Name == args[0]) : -1;
        foreach (var (_, create) in named < 0 ? _commands : [_commands[named]])
            root.Add(create());
        var help = root.Options.OfType<HelpOption>().Single();
        // What Windows knows as options is no part of what a shell should offer.
        help.Aliases.Remove("/?");
        help.Aliases.Remove("/h");
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction();
        var examplesFirst = new ExamplesFirstHelp((HelpAction)help.Action!);
        help.Action = examplesFirst;
        // Without a command there is nothing to do, and the help says what could be done.
        root.SetAction(examplesFirst.Invoke);
        return root;
    }

    private static string CommandOf(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? "chatroom" : $"chatroom {parsed.CommandResult.Command.Name}";
}
