using ChatRoom.Cli.Join;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Loop;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Cli.Demo;

/// <summary>Runs `chatroom demo`: opens the room, and the client in it.</summary>
internal static class Demonstration
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
            return JoinOnScreen.ExitCodeOf(await FullScreen.Run(Join(room, around), screen, around, error, interrupted));
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
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
