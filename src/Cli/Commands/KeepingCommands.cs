using System.CommandLine;

namespace ChatRoom.Cli;

/// <summary>The commands for what is kept: `verify`, `backup`, `restore`. All work beside a running server, except that a restored folder is a new one.</summary>
internal static class KeepingCommands
{
    private static readonly Option<string?> Data = new("--data")
    {
        Description = "the folder that holds everything; by default $CHATROOM_DATA, else the platform's place for data",
        HelpName = "DIR",
    };

    private static readonly Option<bool> Force = new("--force") { Description = "replace FILE if it is there; until the new one is whole, the old one stays" };

    public static IEnumerable<Command> Create(Func<KeepingWish, CancellationToken, Task<int>> run) =>
        [Verify(run), Backup(run), Restore(run)];

    private static Command Verify(Func<KeepingWish, CancellationToken, Task<int>> run)
    {
        var command = new Command("verify", "Check that everything that was kept is whole, and name the place where it is not.") { Data };
        command.SetAction((parsed, cancel) => run(new KeepingWish.Verify(parsed.GetValue(Data)), cancel));
        return command;
    }

    private static Command Backup(Func<KeepingWish, CancellationToken, Task<int>> run)
    {
        var file = FileArgument("the file to write; only you can read it");
        var command = new Command("backup", "Copy everything that was kept into one file, and verify the copy; the server may run.") { file, Data, Force };
        command.SetAction((parsed, cancel) =>
            run(new KeepingWish.Backup(parsed.GetRequiredValue(file), parsed.GetValue(Data), parsed.GetValue(Force)), cancel));
        return command;
    }

    private static Command Restore(Func<KeepingWish, CancellationToken, Task<int>> run)
    {
        var file = FileArgument("the backup");
        var command = new Command("restore", "Make a new data folder from a backup, once that is verified.") { file, Data };
        command.SetAction((parsed, cancel) => run(new KeepingWish.Restore(parsed.GetRequiredValue(file), parsed.GetValue(Data)), cancel));
        return command;
    }

    private static Argument<string> FileArgument(string description)
    {
        var file = new Argument<string>("FILE") { Description = description };
        file.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
                result.AddError("FILE is empty; name a file");
        });
        return file;
    }
}
