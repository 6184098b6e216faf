using ChatRoom.Tui.Loop;

namespace ChatRoom.Cli.Join;

/// <summary>`chatroom join` on a whole terminal, in the terms of a command: its options go in, an exit code comes out.</summary>
internal static class JoinOnScreen
{
    public static ScreenOptions Options(JoinOptions options, Passwords passwords) =>
        new(options.Host, options.Port, options.Nick, options.Room, options.History, options.Encryption)
        {
            HasNick = options.HasNick,
            HasRoom = options.HasRoom,
            HasServer = options.HasServer,
            IsRemembered = options.IsRemembered,
            Theme = options.Theme,
            Palette = options.Palette,
            ServerPassword = passwords.Server,
            Account = passwords.Account,
        };

    public static int ExitCodeOf(ScreenEnd end) => end switch
    {
        ScreenEnd.Left => ExitCode.Ok,
        ScreenEnd.Interrupted => ExitCode.Interrupted,
        _ => ExitCode.Failure,
    };
}
