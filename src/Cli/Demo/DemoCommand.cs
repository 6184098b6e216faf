using System.CommandLine;

namespace ChatRoom.Cli.Demo;

/// <summary>`chatroom demo`: the client as one would show it to a friend, with a server and company of its own and nothing to set up.</summary>
internal static class DemoCommand
{
    private static readonly Option<string?> Ui = CommonOptions.Ui(Tui.Drivers.Screens.Known);

    /// <param name="run">Given the driver that is wanted; null for the default one.</param>
    public static Command Create(Func<string?, CancellationToken, Task<int>> run)
    {
        var command = new Command("demo", "Look at the client: two minutes that show what it can, with bots, on a server in memory that is gone afterwards; any key takes over.") { Ui };
        command.SetAction((parsed, cancel) => run(parsed.GetValue(Ui), cancel));
        return command;
    }
}
