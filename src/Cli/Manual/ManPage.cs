using System.CommandLine;
using System.CommandLine.Help;
using ChatRoom.Server.Hosting;

namespace ChatRoom.Cli.Manual;

/// <summary>
/// The page of a command for man(1), made from the definition that also reads the command line, so that the two can't disagree.
/// </summary>
public static class ManPage
{
    /// <summary>All pages of the program by the names of their files.</summary>
    public static IEnumerable<(string File, string Text)> All(Command root, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(root);
        return [OfRoot(root, date), .. Shown(root).Select(command => (File(command), Of(command, date)))];
    }

    private static (string, string) OfRoot(Command root, DateOnly date)
    {
        var page = Begin("chatroom", ManualNotes.Purpose, date).Section("SYNOPSIS");
        page.Line("chatroom", "COMMAND [OPTIONS]").Section("DESCRIPTION").Text(root.Description!).Section("COMMANDS");
        foreach (var command in Shown(root))
            page.Entry($"chatroom-{command.Name}(1)", "", command.Description!);
        Options(page, root);
        return ("chatroom.1", End(page, "chatroom", string.Join(", ", Shown(root).Select(command => $"chatroom-{command.Name}(1)"))));
    }

    private static string Of(Command command, DateOnly date)
    {
        var page = Begin($"chatroom-{command.Name}", Purpose(command), date).Section("SYNOPSIS");
        var arguments = string.Concat(command.Arguments.Select(argument => $"{Value(argument)} "));
        page.Line($"chatroom {command.Name}", $"{arguments}[OPTIONS]").Section("DESCRIPTION").Text(command.Description!);
        if (command.Arguments.Count > 0)
        {
            page.Section("ARGUMENTS");
            foreach (var argument in command.Arguments)
                page.Entry("", Value(argument), Sentence(argument.Description!));
        }
        Options(page, command);
        return End(page, command.Name, "chatroom(1)");
    }

    private static Roff Begin(string name, string purpose, DateOnly date) => new Roff()
        .Title(name, $"{date:yyyy-MM-dd}", $"ChatRoom {ChatServer.Version}")
        .Section("NAME").NameAndPurpose(name, purpose);

    private static void Options(Roff page, Command command)
    {
        page.Section("OPTIONS");
        foreach (var option in command.Options.Where(option => !option.Hidden))
            page.Entry(Names(option), HasValue(option) ? option.HelpName ?? option.Name.TrimStart('-').ToUpperInvariant() : "", Meaning(option));
        // The root's help is every command's.
        if (command is not RootCommand)
            page.Entry("-h, --help", "", "Show help, examples first.");
    }

    private static string End(Roff page, string name, string seeAlso)
    {
        page.Section("EXAMPLES");
        foreach (var (line, does) in ExamplesFirstHelp.ExamplesOf(name))
            page.Entry(line, "", Sentence(does));
        page.Section("EXIT STATUS");
        foreach (var (code, meaning) in ManualNotes.ExitCodes(name))
            page.Entry($"{code}", "", Sentence(meaning));
        Table(page, "ENVIRONMENT", ManualNotes.Environment(name));
        Table(page, "FILES", ManualNotes.Files(name));
        return page.Section("SEE ALSO").Text(seeAlso).ToString();
    }

    private static void Table(Roff page, string section, IReadOnlyList<(string Name, string Meaning)> rows)
    {
        if (rows.Count == 0)
            return;
        page.Section(section);
        foreach (var (name, meaning) in rows)
            page.Entry(name, "", Sentence(meaning));
    }

    private static IEnumerable<Command> Shown(Command root) => root.Subcommands.Where(command => !command.Hidden);

    private static string File(Command command) => $"chatroom-{command.Name}.1";

    private static string Purpose(Command command)
    {
        // Up to where it begins to explain: whatis(1) has one line.
        var description = command.Description!.Split(':', ';')[0].TrimEnd('.');
        return char.ToLowerInvariant(description[0]) + description[1..];
    }

    private static string Names(Option option) => option is HelpOption
        ? "-h, --help"
        : string.Join(", ", option.Aliases.Append(option.Name).Distinct());

    private static bool HasValue(Option option) => option.ValueType != typeof(bool) && option.Arity.MaximumNumberOfValues > 0;

    private static string Value(Argument argument) => argument.HelpName ?? argument.Name.ToUpperInvariant();

    /// <summary>The default stands there, unless the description speaks of it: then it depends on the machine.</summary>
    private static string Meaning(Option option)
    {
        var description = Sentence(option.Description!);
        return HasValue(option) && option.HasDefaultValue && !option.Description!.Contains("by default", StringComparison.Ordinal)
            ? $"{description} The default is {option.GetDefaultValue()}."
            : description;
    }

    private static string Sentence(string description) =>
        char.ToUpperInvariant(description[0]) + description[1..] + (description.EndsWith('.') ? "" : ".");
}
