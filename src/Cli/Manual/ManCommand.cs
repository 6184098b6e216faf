using System.CommandLine;
using System.Globalization;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Cli.Manual;

/// <summary>`chatroom man FOLDER`, for those who make packages: writes the manual. Not shown in the help, for it is no part of daily life.</summary>
internal static class ManCommand
{
    private static readonly Argument<string> Folder = new("FOLDER") { Description = "the folder to write the pages into" };

    public static Command Create(ProcessEnvironment around)
    {
        var command = new Command("man", "Write the manual's pages, one file a command.") { Folder };
        command.Hidden = true;
        command.SetAction(async (parsed, cancel) =>
        {
            var folder = parsed.GetRequiredValue(Folder);
            try
            {
                Directory.CreateDirectory(folder);
                foreach (var (file, text) in ManPage.All(parsed.RootCommandResult.Command, Date(around)))
                    await File.WriteAllTextAsync(Path.Combine(folder, file), text, cancel);
                return ExitCode.Ok;
            }
            catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"chatroom: the manual can't be written into {folder}: {failed.Message}");
                return ExitCode.Failure;
            }
        });
        return command;
    }

    /// <summary>Today, or what reproducible builds say is today.</summary>
    private static DateOnly Date(ProcessEnvironment around) => DateOnly.FromDateTime(
        long.TryParse(around.Variable("SOURCE_DATE_EPOCH"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime
            : DateTime.UtcNow);
}
