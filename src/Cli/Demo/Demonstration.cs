using ChatRoom.Cli.Join;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Loop;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Cli.Demo;

/// <summary>Runs `chatroom demo`: opens the room, and the client in it.</summary>
public static class Demonstration
{
    private const string Guest = "Guest";

    public static async Task<int> Run(string? ui, ProcessEnvironment around, TextWriter error, CancellationToken interrupted)
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
            return JoinOnScreen.ExitCodeOf(await Tour(room, screen, around, error, interrupted));
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
    }

    /// <summary>The client on this screen, led through the demo until the person takes the keys.</summary>
    /// <param name="pace">How fast, for tests.</param>
    public static async Task<ScreenEnd> Tour(
        DemoRoom room, IScreen screen, ProcessEnvironment around, TextWriter error, CancellationToken interrupted, double pace = 1)
    {
        room.IsToured = true;
        var options = Join(room, around);
        var toured = new TouredScreen(screen);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
        var leading = new DemoGuide(room, toured, TimeProvider.System, pace).Lead(options.Nick.Text, over.Token);
        var end = await FullScreen.Run(options, toured, around, error, interrupted);
        await over.CancelAsync();
        await leading;
        return end;
    }

    private static ScreenOptions Join(DemoRoom room, ProcessEnvironment around) => new(
        room.EndPoint.Address.ToString(), room.EndPoint.Port, NickOf(around.LoginName), DemoScript.Place, ClientLimits.History)
    {
        HasNick = true,
        IsRemembered = false,
    };

    private static Nickname NickOf(string loginName) =>
        !DemoScript.IsBot(loginName) && Nickname.TryParse(loginName, out var own, out _) ? own
        : Nickname.TryParse(Guest, out var guest, out var refusal) ? guest : throw new FormatException(refusal);
}
