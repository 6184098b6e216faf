using ChatRoom.Client.Text;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.Commands;

/// <summary>What calls the person, and commands of their own.</summary>
public static partial class CommandTable
{
    private static ChatCommand[] Own =>
    [
        new("mentions", [], "Show all messages that name you, on all servers", "/mentions", (_, _) => CommandResult.Of(new LocalAction.Mentions())),
        new("notify", [Room(optional: true), new("WHAT", ArgumentKind.Notify, Optional: true)],
            "Say what calls you in a room: all, mentions, nothing (mute it), or default", "/notify #lobby nothing", Notify)
        {
            More = "It is kept. Without WHAT it says what counts. Everywhere else the setting `notify` counts.",
        },
        new("alias", [new("NAME", ArgumentKind.Word, Optional: true), Text("TEXT", optional: true)], "Show your own commands, or make one", "/alias wave /me waves to $1", Alias)
        {
            More = "In TEXT, $1 to $9 are the words behind the command, and $* is all of them. They are kept in the file `aliases`.",
        },
        new("unalias", [new("NAME", ArgumentKind.Word)], "Forget one of your own commands", "/unalias wave", (a, _) => CommandResult.Of(new LocalAction.Alias(a[0].TrimStart('/'), ""))),
    ];

    private static CommandResult Notify(CommandArguments arguments, CommandContext context)
    {
        var (room, word) = (arguments.Maybe(0), arguments.Maybe(1));
        if (room is not null && context.Chat.Find(room) is null)
            return CommandResult.No($"you are not in {TerminalText.Sanitize(room)}");
        if (word is null || word.Equals(Default, StringComparison.OrdinalIgnoreCase))
            return CommandResult.Of(new LocalAction.Notify(room, null) { IsQuestion = word is null });
        return word.All(char.IsAsciiLetter) && Enum.TryParse<NotifyOf>(word, ignoreCase: true, out var what)
            ? CommandResult.Of(new LocalAction.Notify(room, what))
            : CommandResult.No($"'{TerminalText.Sanitize(word)}' is not all, mentions, nothing or default; for example /notify nothing");
    }

    private const string Default = "default";

    /// <summary>What `/notify` takes.</summary>
    public static IEnumerable<string> Notifications => [.. Enum.GetNames<NotifyOf>().Select(name => name.ToLowerInvariant()), Default];

    private static CommandResult Alias(CommandArguments arguments, CommandContext context)
    {
        if (arguments.Maybe(0)?.TrimStart('/') is not { } name)
            return CommandResult.Of(new LocalAction.Alias(null, null));
        return arguments.Maybe(1) is { } text
            ? WrongAlias(name, text) is { } wrong ? CommandResult.No(wrong) : CommandResult.Of(new LocalAction.Alias(name, text))
            : CommandResult.Of(new LocalAction.Alias(name, null));
    }

    /// <summary>An alias hides no command, and leads to one that there is.</summary>
    private static string? WrongAlias(string name, string text)
    {
        if (Find(name) is not null)
            return $"there is a command /{name} already; choose another name";
        if (AliasText.WrongWith(name, text) is { } wrong)
            return wrong;
        if (text[0] != '/' || text.StartsWith("//", StringComparison.Ordinal))
            return null;
        var command = text[1..].Split(' ')[0];
        return Find(command) is not { } found ? $"the alias {name} leads nowhere: {Unknown(command)}"
            : found.IsSecret ? $"an alias can't lead to /{found.Name}: what is typed there is a password, and is remembered nowhere"
            : null;
    }
}
