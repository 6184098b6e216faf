using System.Text;

namespace ChatRoom.Cli.Config;

/// <summary>Settings as text: the file with everything in it, and the table of docs/configuration.md.</summary>
public static class ConfigText
{
    private const int Width = 100;

    /// <summary>These settings as a file that says what each is. Fed back, it gives the same ones.</summary>
    public static string ToFile(Configuration settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var text = new StringBuilder("# The settings of `chatroom serve --config FILE`. A flag goes before the environment, that before this file.\n");
        text.Append("# What is marked with * counts at once after `systemctl reload chatroom` or SIGHUP; the rest after a restart.\n");
        foreach (var section in ConfigTable.All.GroupBy(key => key.Section))
        {
            text.Append($"\n[{section.Key}]\n");
            if (section.Key == "rules")
                Comment(text, "These belong to the journal and not to this server: what is set here becomes an event, and holds for all servers of the journal until one sets it again. What is left out stays as it is.");
            foreach (var key in section)
                Append(text, key, settings);
        }
        return text.ToString();
    }

    /// <summary>A table for people; a test compares it with the document.</summary>
    public static string ToMarkdown() => string.Concat(ConfigTable.All.GroupBy(key => key.Section).Select(section =>
        $"### [{section.Key}]\n\n| key | what it is | values | default | variable | flag |\n|---|---|---|---|---|---|\n"
        + string.Concat(section.Select(key =>
            $"| `{key.Leaf}`{(key.Reloads ? " *" : "")} | {key.Doc} | {key.Rule} | {(key.Print(key.Default) is { } value ? $"`{value}`" : "")} "
            + $"| `{key.Variable}` | {(key.Flag is null ? "" : $"`{key.Flag}`")} |\n")) + "\n"));

    private static void Append(StringBuilder text, ConfigKey key, Configuration settings)
    {
        text.Append('\n');
        Comment(text, $"{char.ToUpperInvariant(key.Doc[0])}{key.Doc[1..]}.");
        Comment(text, $"{(key.Reloads ? "* " : "")}{key.Rule}; {key.Variable}{(key.Flag is null ? "" : $", {key.Flag}")}");
        text.Append(key.Print(settings.ValueOf(key)) is { } value ? $"{key.Leaf} = {value}\n" : $"# {key.Leaf} = {key.Example}\n");
    }

    private static void Comment(StringBuilder text, string words)
    {
        var line = new StringBuilder("#");
        foreach (var word in words.Split(' '))
        {
            if (line.Length + word.Length >= Width)
            {
                text.Append(line).Append('\n');
                line.Clear().Append('#');
            }
            line.Append(' ').Append(word);
        }
        text.Append(line).Append('\n');
    }
}
