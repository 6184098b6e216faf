using System.CommandLine;
using ChatRoom.Cli.Config;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Cli.Serve;

/// <summary>`chatroom serve`: its options are the settings (<see cref="ConfigTable"/>) and what else can be done with them.</summary>
internal static class ServeCommand
{
    private static readonly Option<string?> Config = CommonOptions.File(
        "--config", $"a file with the settings, in TOML; by default ${ConfigSources.FileVariable}, else none; flags and the environment go before it");

    private static readonly Option<bool> Print = new("--print-config") { Description = "print all settings, explained, as such a file, and do nothing else" };

    private static readonly Option<bool> Check = new("--check") { Description = "say whether the settings are right, and the database that they name, and do nothing else; the exit code is 0 or 2" };

    private static readonly Option<string?> TestClock = new("--test-clock") { Description = "for tests: a clock that is ahead or faster, such as '+1y x30'", Hidden = true };

    public static Command Create(Func<Configuration, CancellationToken, Task<int>> run, ProcessEnvironment around)
    {
        var command = new Command("serve", "Run a chat server.");
        foreach (var option in ConfigOptions.All.Concat([Config, Print, Check, TestClock]))
            command.Add(option);
        command.SetAction((parsed, cancel) => Act(parsed, run, around, cancel));
        return command;
    }

    private static async Task<int> Act(ParseResult parsed, Func<Configuration, CancellationToken, Task<int>> run, ProcessEnvironment around, CancellationToken cancel)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var file = parsed.GetValue(Config) ?? around.Variable(ConfigSources.FileVariable);
        var settings = Configuration.Read(
            new ConfigSources(ConfigOptions.Given(parsed.CommandResult), around.Variable, around.Variables(), string.IsNullOrEmpty(file) ? null : file), out var wrong);
        if (settings is null)
            return await Refuse(error, wrong);
        if (parsed.GetValue(Print))
        {
            await output.WriteAsync(ConfigText.ToFile(settings));
            return ExitCode.Ok;
        }
        if (parsed.GetValue(TestClock) is { } spec)
        {
            if (Serve.TestClock.Parse(spec) is not { } clock)
                return await Refuse(error, [$"--test-clock {spec} is no clock, such as '+1y x30'"]);
            settings.Clock = clock;
        }
        if (!parsed.GetValue(Check))
            return await run(settings, cancel);
        var (faults, notes) = await ServingSettings.Check(settings, around.Variable, cancel);
        foreach (var note in notes)
            await error.WriteLineAsync($"note: {note}");
        if (faults.Count > 0)
            return await Refuse(error, faults);
        await output.WriteLineAsync("the settings are right");
        return ExitCode.Ok;
    }

    private static async Task<int> Refuse(TextWriter error, IEnumerable<string> wrong)
    {
        foreach (var line in wrong)
            await error.WriteLineAsync(line);
        await error.WriteLineAsync("See 'chatroom serve --help'.");
        return ExitCode.Usage;
    }
}
