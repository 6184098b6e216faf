using System.Security.Cryptography;
using ChatRoom.Client;

namespace ChatRoom.Cli.Screen;

/// <summary>`chatroom join` on a whole terminal: puts the parts together, and says at the end what is worth saying.</summary>
internal sealed class FullScreen(JoinOptions options, IScreen screen, Surroundings around, TimeProvider clock, TextWriter error)
{
    /// <param name="dial">Makes a connection to the server of the options.</param>
    public async Task<int> Run(
        Func<CancellationToken, Task<DialResult>> dial, string? password, CancellationToken interrupted)
    {
        var settings = new ClientSettings(options.Nick, [options.Room], options.History, password)
        {
            Everything = true,
            Token = RandomNumberGenerator.GetHexString(32, lowercase: true),
        };
        var link = new Link(new LinkSettings(settings), dial, clock, Random.Shared);
        var theme = around.Variable("NO_COLOR") is { Length: > 0 } ? BuiltInThemes.Monochrome : BuiltInThemes.Dark;
        var talk = new TalkModel(new ChatModel(new ClientModel(settings)), screen.Size, theme, clock.LocalTimeZone)
        {
            Now = clock.GetUtcNow(),
            Encrypted = options.Encryption is not null,
        };
        using var app = new App(screen, link, talk, new Outside(around.Variable), clock, NewId);
        try
        {
            await app.Run(interrupted);
        }
        finally
        {
            await screen.DisposeAsync();
        }
        return Report(app.Chat, interrupted.IsCancellationRequested);
    }

    /// <summary>Half of it is random, and there is room to count on behind it.</summary>
    private static UInt128 NewId() => new(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)), BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) >> 16 << 16);

    private int Report(ChatModel chat, bool interrupted)
    {
        if (chat.Client.Unconfirmed is { IsEmpty: false } lines)
        {
            error.WriteLine($"{lines.Count} {(lines.Count == 1 ? "line was" : "lines were")} not confirmed:");
            lines.ForEach(line => error.WriteLine($"  {Harmless.Text(line)}"));
        }
        return interrupted ? ExitCode.Interrupted : chat.Client.Unconfirmed.IsEmpty ? ExitCode.Ok : ExitCode.Failure;
    }
}
