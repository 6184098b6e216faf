using System.Threading.Channels;
using ChatRoom.Tui.Drivers.Ansi;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Drivers.TerminalGui;

/// <summary>
/// The driver on Terminal.Gui, which takes the terminal over and gives it back, finds out what it can do, and makes keys, clicks and
/// pastes of what comes. Frames are the difference to the one before, as those of the other driver are. Nothing outside of this folder
/// names the toolkit.
/// </summary>
public sealed class TerminalGuiScreen : IScreen
{
    private const int MostInputs = 4_096;

    private readonly ITerminal? _terminal;
    private readonly AnsiTraits _traits;
    private readonly Channel<UserInput> _inputs = Channel.CreateBounded<UserInput>(MostInputs);
    private readonly CancellationTokenSource _ended = new();
    private ToolkitTurn _turn;
    private bool _isGone;
    private bool _isDisposed;

    private TerminalGuiScreen(ITerminal? terminal, AnsiTraits traits)
    {
        (_terminal, _traits) = (terminal, traits);
        _turn = Start();
        AppDomain.CurrentDomain.UnhandledException += OnEnd;
        AppDomain.CurrentDomain.ProcessExit += OnEnd;
    }

    public FrameSize Size => _turn.Size;

    public ChannelReader<UserInput> Inputs => _inputs.Reader;

    /// <param name="terminal">Null where only the toolkit knows how to read it (Windows).</param>
    public static TerminalGuiScreen Open(ITerminal? terminal, AnsiTraits traits)
    {
        ArgumentNullException.ThrowIfNull(traits);
        return new TerminalGuiScreen(terminal, traits);
    }

    public void Show(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        _turn.Show(frame);
    }

    public void Do(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        _turn.Do(signal);
    }

    /// <summary>The toolkit knows no pause; it ends, and begins anew.</summary>
    public async Task Lend(Func<Task> toWhom)
    {
        ArgumentNullException.ThrowIfNull(toWhom);
        await _turn.End();
        try
        {
            await toWhom();
        }
        finally
        {
            _turn = Start();
            await _turn.Begun;
            Tell(new UserInput.Resized(Size));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
            return;
        AppDomain.CurrentDomain.UnhandledException -= OnEnd;
        AppDomain.CurrentDomain.ProcessExit -= OnEnd;
        await _ended.CancelAsync();
        await _turn.End();
        _terminal?.Dispose();
        _inputs.Writer.TryComplete();
        _ended.Dispose();
    }

    private ToolkitTurn Start()
    {
        var turn = ToolkitTurn.Start(_terminal, _traits, Tell);
        turn.Ended.ContinueWith(failure => _inputs.Writer.TryComplete(failure.Exception!.InnerException), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return turn;
    }

    /// <summary>On the toolkit's thread, which waits when nobody takes what was typed.</summary>
    private void Tell(UserInput input)
    {
        if (input is UserInput.HungUp && Interlocked.Exchange(ref _isGone, true))
            return;
        try
        {
            if (!_inputs.Writer.TryWrite(input))
                _inputs.Writer.WriteAsync(input, _ended.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or ChannelClosedException)
        {
            // The screen was closed, and nobody is there to hear.
        }
    }

    /// <summary>The process ends without having closed the screen, whose thread can't be waited for.</summary>
    private void OnEnd(object? sender, EventArgs e) => _turn.GiveBack();
}
