using System.CommandLine;
using System.CommandLine.Parsing;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Text;

namespace ChatRoom.Cli;

/// <summary>Options that more than one command has, so that they look and fail the same everywhere.</summary>
internal static class CommonOptions
{
    public static Option<string> Host(string description)
    {
        var host = new Option<string>("--host")
        {
            Description = description,
            HelpName = "HOST",
            DefaultValueFactory = _ => "127.0.0.1",
        };
        host.Validators.Add(result =>
        {
            var given = result.GetValueOrDefault<string>();
            if (string.IsNullOrEmpty(given) || given.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
                result.AddError($"--host '{TerminalText.Sanitize(given ?? "")}' is no host: give a name or an address");
        });
        return host;
    }

    /// <param name="names">What it can be, the default first.</param>
    public static Option<string?> Ui(IReadOnlyCollection<string> names)
    {
        var ui = new Option<string?>("--ui")
        {
            Description = $"what shows the full screen: {string.Join(", ", names)}",
            HelpName = "NAME",
        };
        ui.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } given && !names.Contains(given))
                result.AddError($"--ui '{TerminalText.Sanitize(given)}' is none of: {string.Join(", ", names)}");
        });
        return ui;
    }

    public static Option<int> Port(string description, int least) =>
        Number("--port", "PORT", description, ServerPlace.PlainPort, least, 65_535);

    public static Option<string?> PasswordFile(string description) =>
        new("--password-file") { Description = description, HelpName = "FILE" };

    public static Option<string?> File(string name, string description) => new(name) { Description = description, HelpName = "FILE" };

    /// <summary>The number that was given, for a check of several options; null where there is none, or what is there is none: the option's own check says so.</summary>
    public static int? Given(CommandResult result, Option<int> option) =>
        result.GetResult(option) is { Tokens: [.., var word] } && int.TryParse(word.Value, out var number) ? number : null;

    /// <summary>A number in bounds; the error names the bounds and what was given.</summary>
    public static Option<int> Number(string name, string helpName, string description, int byDefault, int least, int most) => new(name)
    {
        Description = description,
        HelpName = helpName,
        DefaultValueFactory = _ => byDefault,
        CustomParser = result =>
        {
            var given = result.Tokens[^1].Value;
            if (int.TryParse(given, out var number) && number >= least && number <= most)
                return number;
            result.AddError($"{name} '{TerminalText.Sanitize(given)}' is not a number from {least} to {most}");
            return byDefault;
        },
    };
}
