using System.Security.Cryptography;
using ChatRoom.Client;

namespace ChatRoom.Cli.Screen;

/// <summary>`chatroom join` on a whole terminal: puts the parts together, and says at the end what is worth saying.</summary>
public static class FullScreen
{
    public static async Task<int> Run(
        JoinOptions options, IScreen screen, Passwords passwords, Surroundings around, TextWriter error, CancellationToken interrupted)
    {
        var folder = ConfigFolder.Of(around);
        var settings = new AppSettings(options, new UserSettings(folder), new KnownServers(folder.KnownServers), around.Variable("NO_COLOR") is { Length: > 0 });
        IReadOnlyList<string> unconfirmed;
        try
        {
            await using var given = screen;
            await using var app = new App(screen, settings, new Outside(around.Variable), TimeProvider.System, NewId);
            await app.Run(FormOf(options, passwords, settings), options.HasNick ? ValuesOf(options, passwords) : null, interrupted);
            unconfirmed = app.Unconfirmed;
        }
        catch (Exception bug)
        {
            // The terminal is the person's again by now, so that this line can be read.
            await error.WriteLineAsync(Harmless.Text(CrashLog.Write(bug, around, TimeProvider.System.GetUtcNow())));
            return ExitCode.Failure;
        }
        return Report(unconfirmed, error, interrupted.IsCancellationRequested);
    }

    private static FormModel FormOf(JoinOptions options, Passwords passwords, AppSettings settings) => FormModel
        .Begin(
            options.Host, options.Port, options.Encryption is not null,
            options.HasNick ? options.Nick.Text : settings.Preferences.Nick?.Text ?? options.Nick.Text, options.Room.Text, settings.Recent)
        .With(FormField.ServerPassword, FormEntry.Of(passwords.Server ?? ""))
        .With(FormField.Account, FormEntry.Of(passwords.Account?.Name ?? ""))
        .With(FormField.AccountPassword, FormEntry.Of(passwords.Account?.Password ?? ""));

    private static FormValues ValuesOf(JoinOptions options, Passwords passwords) =>
        new(options.Host, options.Port, options.Encryption is not null, options.Nick, [options.Room])
        {
            ServerPassword = passwords.Server,
            Account = passwords.Account?.Name,
            AccountPassword = passwords.Account?.Password,
        };

    /// <summary>The last bits are left free to count on.</summary>
    private static UInt128 NewId()
    {
        Span<byte> random = stackalloc byte[14];
        RandomNumberGenerator.Fill(random);
        return new(BitConverter.ToUInt64(random), BitConverter.ToUInt64(random[6..]) << 16);
    }

    private static int Report(IReadOnlyList<string> unconfirmed, TextWriter error, bool interrupted)
    {
        if (unconfirmed.Count > 0)
            error.WriteLine($"{unconfirmed.Count} {(unconfirmed.Count == 1 ? "line was" : "lines were")} not confirmed:");
        foreach (var line in unconfirmed)
            error.WriteLine($"  {Harmless.Text(line)}");
        return interrupted ? ExitCode.Interrupted : unconfirmed.Count == 0 ? ExitCode.Ok : ExitCode.Failure;
    }
}
