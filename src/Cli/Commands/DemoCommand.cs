using System.CommandLine;
using ChatRoom.Cli.Demo;
using ChatRoom.Cli.Screen;
using ChatRoom.Client;

namespace ChatRoom.Cli;

/// <summary>`chatroom demo`: the client as one would show it to a friend, with a server and company of its own and nothing to set up.</summary>
internal static class DemoCommand
{
    private const string Guest = "Guest";

    private static readonly Option<string?> Ui = CommonOptions.Ui(Screens.Known);

    public static Command Create(Surroundings around)
    {
        var command = new Command("demo", "Look at the client: in a room with two bots, on a server in memory that is gone afterwards.") { Ui };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(Ui), around, parsed.InvocationConfiguration.Error, cancel));
        return command;
    }

    private static async Task<int> Run(string? ui, Surroundings around, TextWriter error, CancellationToken interrupted)
    {
        try
        {
            await using var room = await DemoRoom.Open(TimeProvider.System, interrupted);
            var opening = Screens.Open(ui, around.Variable, TimeProvider.System);
            if (opening is not ScreenOpening.Opened { Screen: var screen })
            {
                await error.WriteLineAsync($"chatroom: the demo needs a whole terminal, and there is none: {((ScreenOpening.Refused)opening).Reason}");
                return ExitCode.Failure;
            }
            return await FullScreen.Run(Join(room, around), screen, new Passwords(null, null), around, error, interrupted);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
    }

    private static JoinOptions Join(DemoRoom room, Surroundings around) => new(
        room.EndPoint.Address.ToString(), room.EndPoint.Port, NickOf(around.LoginName), DemoScript.Place, ClientLimits.History, Plain: false, Json: false, PasswordFile: null)
    {
        HasNick = true,
        IsRemembered = false,
    };

    private static Nickname NickOf(string loginName) =>
        !DemoScript.IsBot(loginName) && Nickname.TryParse(loginName, out var own, out _) ? own
        : Nickname.TryParse(Guest, out var guest, out var refusal) ? guest : throw new FormatException(refusal);
}
