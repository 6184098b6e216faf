using System.IO.Pipelines;
using System.Threading.Channels;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Client.Text;

namespace ChatRoom.Cli.Join;

/// <summary>
/// The client for pipes and scripts: stdin is said, stdout is heard, the exit code tells. It ends when the input does, unless it is to
/// follow what others say, and only after every line is confirmed.
/// </summary>
public sealed class LineClient(JoinOptions options, Stream input, Stream output, TextWriter error, TimeProvider clock)
{
    public Task<int> Run(IDuplexPipe transport, string? password, CancellationToken interrupted) => Run(transport, password, null, interrupted);

    public async Task<int> Run(IDuplexPipe transport, string? password, Account? account, CancellationToken interrupted)
    {
        // Never disposed: that would close a stream that is not ours, and the audience flushes it.
        var buffered = new BufferedStream(output, 32 * 1024);
        var audience = new LineAudience(buffered, error, new PlainText(clock.LocalTimeZone), options.Json) { IsQuiet = options.Text is not null };
        var settings = new ClientSettings(options.Nick, [options.Room], options.History, password) { Account = account };
        var session = new ClientSession(transport, settings, audience, clock);
        // What is under way is still confirmed: being put out of the room does not make it unsaid.
        audience.OnRoomLost = () => session.Post(new ClientMessage.Finish(""));
        audience.OnOutputLost = () => session.Post(new ClientMessage.Leave(""));
        await using var interruption = interrupted.Register(() => session.Post(new ClientMessage.Leave("interrupted")));
        var progress = new SendingProgress(clock.GetUtcNow);
        audience.OnSettled = () => progress.Of(session.Model);
        var wishes = Channel.CreateBounded<NumberedWish>(1);
        var taken = new NumberedWishes(wishes.Reader);
        // Not awaited: a read from stdin can't be called off, and the program may end without it. Its faults come through the channel.
        _ = new TypedWishes(new TypedLines(PipeReader.Create(input)), options.Room, wishes.Writer, clock, options.Follow).Run();
        var ending = await session.Run(taken);
        return audience.NobodyReads ? ExitCode.Ok : Report(ending, session.Model, taken.FirstLeft, audience, interrupted.IsCancellationRequested, options.Encryption is null);
    }

    private static int Report(Ending ending, ClientModel model, int? left, LineAudience audience, bool interrupted, bool isPlain)
    {
        if (audience.OutputFault is { } fault)
            audience.Complain($"cannot write to stdout: {fault}");
        if (EndingText.Of(ending, model.Settings, isPlain && model.Phase == ClientPhase.Ended && model is { ReadyAt: null, Offered.IsEmpty: true }) is { } why)
            audience.Complain(TerminalText.Sanitize(why));
        if (model.Unconfirmed is { IsEmpty: false } lines)
        {
            audience.Complain($"{lines.Count} {(lines.Count == 1 ? "line was" : "lines were")} not confirmed:");
            foreach (var line in lines)
                audience.Complain($"  {TerminalText.Sanitize(line)}");
        }
        if (left is not null)
            audience.Complain($"line {left} of the input and all behind it were never sent");
        if (interrupted)
            return ExitCode.Interrupted;
        var code = EndingText.ExitCodeOf(ending);
        var failed = audience.SomethingFailed || audience.OutputFault is not null || left is not null || !model.Unconfirmed.IsEmpty;
        return code == ExitCode.Ok && failed ? ExitCode.Failure : code;
    }
}
