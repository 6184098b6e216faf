using System.Text;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Client.Text;
using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Loop;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Cli.Join;

/// <summary>Runs `chatroom join`: reads the password, and hands over to the full screen or, connected, to the line client.</summary>
internal static class Joining
{
    public static async Task<int> Run(JoinOptions options, CancellationToken interrupted)
    {
        var (passwords, lacking) = await Passwords.Find(options, ProcessEnvironment.Real, interrupted, Console.IsInputRedirected ? null : TypedPassword.Read);
        if (passwords is null)
            return await Say(lacking, ExitCode.Failure);
        if (options is { Plain: false, Json: false })
        {
            var opening = Screens.Open(options.Ui, Environment.GetEnvironmentVariable, TimeProvider.System);
            if (opening is ScreenOpening.Opened { Screen: var screen })
                return JoinOnScreen.ExitCodeOf(await FullScreen.Run(JoinOnScreen.Options(options, passwords), screen, ProcessEnvironment.Real, Console.Error, interrupted));
            if (opening is ScreenOpening.Refused refused && options.Ui is not null)
                return await Say($"--ui {options.Ui}: {refused.Reason}", ExitCode.Failure);
        }
        // What a person has accepted before (on the screen) is right here too, and nothing else is.
        var known = new KnownServers(ConfigFolder.Of(ProcessEnvironment.Real).KnownServers);
        if (!known.TryComplete(options.Encryption, options.Host, options.Port, out var encryption, out var wrong))
            return await Say(wrong, ExitCode.Failure);
        var (place, patience) = (ServerPlace.Of(options.Host, options.Port), ClientLimits.Connect.TotalSeconds);
        try
        {
            var dialled = await TcpTransport.Dial(options.Host, options.Port, encryption, TimeProvider.System, interrupted);
            return await (dialled switch
            {
                DialResult.Connected r => Talk(options, r.Transport, passwords, interrupted),
                DialResult.NobodyListens => Unreachable($"no server answers at {place}; is it running? start one with: {OwnCommand.Here} serve"),
                DialResult.UnknownHost => Unreachable($"no host is called '{options.Host}'; check --host and the network"),
                DialResult.TimedOut => Unreachable($"{place} did not answer within {patience:0} s; check --host, --port and firewalls"),
                DialResult.Failed r => Unreachable($"cannot connect to {place}: {r.Reason}"),
                DialResult.NoTls r => Unreachable(RefusalText.Of(r, place)),
                DialResult.Untrusted r => Unreachable(RefusalText.Of(r, place, OwnCommand.Here, Environment.GetCommandLineArgs()[1..])),
                DialResult.OtherCertificate r => Unreachable(RefusalText.Of(r, place, known.File)),
            });
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
    }

    private static async Task<int> Talk(JoinOptions options, IWire transport, Passwords passwords, CancellationToken interrupted)
    {
        await using (transport)
        {
            var client = new LineClient(options, InputOf(options), StandardStreams.Output(), Console.Error, TimeProvider.System);
            return await client.Run(transport, passwords.Server, passwords.Account, interrupted);
        }
    }

    /// <summary>A text of the command line is said as it stands, also where a line of it begins with '/'.</summary>
    private static Stream InputOf(JoinOptions options) => options.Text is not { } text
        ? StandardStreams.Input()
        : new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(text.ReplaceLineEndings("\n").Split('\n').Select(line => (line.StartsWith('/') ? "/" : "") + line + "\n"))));

    private static Task<int> Unreachable(string wrong) => Say(wrong, ExitCode.Unreachable);

    private static async Task<int> Say(string wrong, int code)
    {
        await Console.Error.WriteLineAsync(TerminalText.Sanitize(wrong));
        return code;
    }
}
