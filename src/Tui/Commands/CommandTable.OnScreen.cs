using ChatRoom.Client.Text;
using ChatRoom.Irc;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.Commands;

public static partial class CommandTable
{
    private static ChatCommand[] OnScreen =>
    [
        new("status", [], "Show how the connection stands and what this server lacks", "/status", (_, _) => CommandResult.Of(new LocalAction.Status())),
        new("theme", [new("NAME", ArgumentKind.Theme, Optional: true)], "Change how everything looks; without a name, show the themes", "/theme light", Theme),
        new("set", [new("SETTING", ArgumentKind.Setting, Optional: true), new("VALUE", ArgumentKind.SettingValue, Optional: true)],
            "Show or change a setting; it is kept", "/set time HH:mm", (a, _) => CommandResult.Of(new LocalAction.Set(a.Maybe(0), a.Maybe(1)))),
        new("clear", [], "Scroll what is there out of sight", "/clear", (_, _) => CommandResult.Of(new LocalAction.Clear())),
        new("raw", [Text("LINE")], "Send a line of IRC as it is", "/raw VERSION", Raw) { Aliases = ["quote"] },
        new("help", [new("COMMAND", ArgumentKind.Command, Optional: true)], "Show the keys and commands, or one command (F1)", "/help join", Help) { Aliases = ["h"] },
        new("quit", [Text("WORDS", optional: true)], "Say goodbye and leave (Ctrl+Q)", "/quit good night", (a, _) => CommandResult.Of(new LocalAction.Quit(OnOneLine(a.Maybe(0) ?? ""))))
        {
            Aliases = ["exit"],
        },
    ];

    private static CommandResult Theme(CommandArguments arguments, CommandContext context)
    {
        var name = arguments.Maybe(0);
        if (name is null || context.Themes.Count == 0 || context.Themes.Append(SettingTable.Auto).Contains(name, StringComparer.OrdinalIgnoreCase))
            return CommandResult.Of(new LocalAction.Theme(name));
        var meant = Nearest.To(name.ToLowerInvariant(), context.Themes, Slip);
        return CommandResult.No($"there is no theme '{TerminalText.Sanitize(name)}'; {(meant is null ? $"there are: {string.Join(", ", context.Themes)}" : $"did you mean {meant}?")}");
    }

    private static CommandResult Help(CommandArguments arguments, CommandContext context)
    {
        var name = arguments.Maybe(0)?.TrimStart('/');
        return name is null || Find(name) is not null
            ? CommandResult.Of(new LocalAction.Help(name is null ? null : Find(name)!.Name))
            : CommandResult.No(Unknown(name));
    }

    /// <summary>QUIT has a command of its own, which also ends the program.</summary>
    private static CommandResult Raw(CommandArguments arguments, CommandContext context)
    {
        if (arguments[0].AsSpan().ContainsAny('\n', '\r', '\0'))
            return CommandResult.No("a line of IRC is one line: /raw LINE; for example /raw VERSION");
        var fault = Message.TryParse(System.Text.Encoding.UTF8.GetBytes(arguments[0]), out var line);
        if (fault != LineFault.None)
            return CommandResult.No($"'{TerminalText.Sanitize(arguments[0])}' is no line of IRC ({fault}): /raw LINE; for example /raw VERSION");
        return line.Is("QUIT") ? CommandResult.Of(new LocalAction.Quit(line.Parameter(0))) : CommandResult.Of(Line(context, line));
    }
}
