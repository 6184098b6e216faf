using System.Security.Cryptography;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Text;
using ChatRoom.Tui.ConnectForm;
using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.Loop;

/// <summary>`chatroom join` on a whole terminal: puts the parts together, and says at the end what is worth saying.</summary>
public static class FullScreen
{
    public static async Task<ScreenEnd> Run(
        ScreenOptions options, IScreen screen, ProcessEnvironment around, TextWriter error, CancellationToken interrupted)
    {
        var folder = ConfigFolder.Of(around);
        var settings = new AppSettings(options, new UserSettings(folder), new KnownServers(folder.KnownServers), around.Variable("NO_COLOR") is { Length: > 0 });
        IReadOnlyList<string> unconfirmed;
        try
        {
            await using var given = screen;
            await using var app = new App(screen, settings, new ExternalPrograms(around.Variable), TimeProvider.System, NewId);
            await app.Run(FormOf(options, settings), options.HasNick ? ValuesOf(options) : null, interrupted);
            unconfirmed = app.Unconfirmed;
        }
        catch (Exception bug)
        {
            // The terminal is the person's again by now, so that this line can be read.
            await error.WriteLineAsync(TerminalText.Sanitize(CrashLog.Write(bug, around, TimeProvider.System.GetUtcNow())));
            return ScreenEnd.Failed;
        }
        return Report(unconfirmed, error, interrupted.IsCancellationRequested);
    }

    /// <summary>Where nobody says where to, one was there last time.</summary>
    private static FormModel FormOf(ScreenOptions options, AppSettings settings)
    {
        var form = Begun(options, settings);
        return form
            .With(FormField.ServerPassword, FormEntry.Of(options.ServerPassword ?? ""))
            .With(FormField.Account, FormEntry.Of(options.Account?.Name ?? form[FormField.Account].Text))
            .With(FormField.AccountPassword, FormEntry.Of(options.Account?.Password ?? ""));
    }

    private static FormModel Begun(ScreenOptions options, AppSettings settings) =>
        options is { HasServer: false, HasNick: false, HasRoom: false, Account: null, IsRemembered: true } && settings.Recent is [var last, ..]
        ? FormModel.Begin(last, settings.Recent)
        : FormModel.Begin(
            options.Host, options.Port, options.Encryption is not null,
            options.HasNick ? options.Nick.Text : settings.Preferences.Nick?.Text ?? options.Nick.Text, options.Room.Text, settings.Recent,
            isGuess: !options.HasNick && settings.Preferences.Nick is null);

    private static FormValues ValuesOf(ScreenOptions options) =>
        new(options.Host, options.Port, options.Encryption is not null, options.Nick, [options.Room])
        {
            HasRooms = options.HasRoom,
            ServerPassword = options.ServerPassword,
            Account = options.Account?.Name,
            AccountPassword = options.Account?.Password,
        };

    /// <summary>The last bits are left free to count on.</summary>
    private static UInt128 NewId()
    {
        Span<byte> random = stackalloc byte[14];
        RandomNumberGenerator.Fill(random);
        return new(BitConverter.ToUInt64(random), BitConverter.ToUInt64(random[6..]) << 16);
    }

    private static ScreenEnd Report(IReadOnlyList<string> unconfirmed, TextWriter error, bool interrupted)
    {
        if (unconfirmed.Count > 0)
            error.WriteLine($"{unconfirmed.Count} {(unconfirmed.Count == 1 ? "line was" : "lines were")} not confirmed:");
        foreach (var line in unconfirmed)
            error.WriteLine($"  {TerminalText.Sanitize(line)}");
        return interrupted ? ScreenEnd.Interrupted : unconfirmed.Count == 0 ? ScreenEnd.Left : ScreenEnd.LeftUnconfirmed;
    }
}
