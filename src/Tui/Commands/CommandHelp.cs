using ChatRoom.Client.Protocol;

namespace ChatRoom.Tui.Commands;

/// <summary>What help says, made from the table: as lines for the screen, and as a table for docs/client.md.</summary>
public static class CommandHelp
{
    /// <summary>One line a command: how it is written, and what it does.</summary>
    public static IReadOnlyList<(string Usage, string Help)> Overview(ClientModel server) => [.. CommandTable.On(server).Select(command => (command.Usage, command.Help))];

    public static IReadOnlyList<string> Of(ChatCommand command)
    {
        var lines = new List<string> { command.Usage, command.Help + "." };
        if (command.More.Length > 0)
            lines.Add(command.More);
        lines.Add($"Example: {command.Example}");
        if (command.Aliases.Count > 0)
            lines.Add($"Also: {string.Join(", ", command.Aliases.Select(alias => "/" + alias))}");
        if (command.Needs.Length > 0)
            lines.Add($"Needs: {command.Needs}");
        return lines;
    }

    /// <summary>The table of docs/client.md; a test compares them.</summary>
    public static string ToMarkdown() => "| command | what it does |\n|---|---|\n" + string.Concat(CommandTable.All.Select(command =>
        $"| `{command.Usage}` | {command.Help.Replace("|", "\\|", StringComparison.Ordinal)}{(command.Needs.Length > 0 ? $" (needs: {command.Needs})" : "")} |\n"));
}
