using System.Runtime.InteropServices;
using System.Text;
using System.Threading.Channels;
using Terminal.Gui.App;
using Terminal.Gui.Drivers;

namespace ChatRoom.Cli.Screen;

/// <summary>
/// The driver on Terminal.Gui. The toolkit owns a thread, on which its loop runs one view as large as the terminal; frames go there,
/// inputs come from there. Nothing outside of this folder names it.
/// </summary>
public sealed class TerminalGuiScreen : IScreen
{
    private const int MostInputs = 4_096;

    /// <summary>A frame or a key waits for a turn of the toolkit's loop; its own 25 turns a second would be felt.</summary>
    private const ushort TurnsPerSecond = 100;

    private readonly string? _driver;
    private readonly AnsiTraits _traits;
    private readonly Channel<UserInput> _inputs = Channel.CreateBounded<UserInput>(MostInputs);
    private readonly CancellationTokenSource _ended = new();
    private readonly UnixTerminal? _before = OperatingSystem.IsWindows() ? null : UnixTerminal.Open();
    private readonly PosixSignalRegistration _hangUp;
    private Turn _turn;
    private Frame? _shown;
    private bool _isDisposed;

    private TerminalGuiScreen(string? driver, AnsiTraits traits)
    {
        (_driver, _traits) = (driver, traits);
        AppDomain.CurrentDomain.UnhandledException += OnEnd;
        AppDomain.CurrentDomain.ProcessExit += OnEnd;
        _hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, _ => Tell(new UserInput.HungUp()));
        _turn = Start();
    }

    public FrameSize Size => _turn.View.Size;

    public ChannelReader<UserInput> Inputs => _inputs.Reader;

    /// <summary>The toolkit's own, for tests that look into it.</summary>
    public IApplication Application => _turn.Application;

    /// <param name="driver">The toolkit's driver; null for the one that fits the system.</param>
    public static TerminalGuiScreen Open(AnsiTraits traits, string? driver = null)
    {
        ArgumentNullException.ThrowIfNull(traits);
        return new TerminalGuiScreen(driver, traits);
    }

    public void Show(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var (turn, hasNewTitle) = (_turn, _shown?.Title != frame.Title);
        _shown = frame;
        if (!turn.View.Show(frame) && !hasNewTitle)
            return;
        turn.Application.Invoke(() =>
        {
            turn.View.SetNeedsDraw();
            if (hasNewTitle && _traits.HasStrings)
                turn.Application.Driver?.SetTerminalTitle(FrameWriter.OneLine(frame.Title));
        });
    }

    public void Do(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        var bytes = new AnsiBytes();
        AnsiSignals.Write(bytes, signal, _traits);
        var (turn, text) = (_turn, Encoding.UTF8.GetString(bytes.Span));
        turn.Application.Invoke(() => turn.Application.Driver?.WriteRaw(text));
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
            _shown = null;
            _turn = Start();
            Tell(new UserInput.Resized(Size));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
            return;
        AppDomain.CurrentDomain.UnhandledException -= OnEnd;
        AppDomain.CurrentDomain.ProcessExit -= OnEnd;
        _hangUp.Dispose();
        await _ended.CancelAsync();
        await _turn.End();
        _inputs.Writer.TryComplete();
        _ended.Dispose();
    }

    private Turn Start()
    {
        // The other way asks the terminal, and tmux 3.3 answers with width and height swapped.
        Driver.SizeDetection = SizeDetectionMode.Polling;
        Terminal.Gui.App.Application.MaximumIterationsPerSecond = TurnsPerSecond;
        var turn = new Turn(_driver, Tell);
        turn.Failed.ContinueWith(failure => _inputs.Writer.TryComplete(failure.Exception!.InnerException), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return turn;
    }

    /// <summary>On the toolkit's thread, which waits when nobody takes what was typed.</summary>
    private void Tell(UserInput input)
    {
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

    /// <summary>The process ends without having closed the screen: its thread can't be waited for, so the terminal is put in order past it.</summary>
    private void OnEnd(object? sender, EventArgs e)
    {
        if (_before is null || OperatingSystem.IsWindows())
            return;
        var bytes = new AnsiBytes();
        // All kinds of mouse reports that the toolkit may have asked for.
        bytes.Add("\e[?1003l\e[?1015l\e[0 q"u8);
        AnsiSignals.GiveBack(bytes, _traits.HasStrings);
        _before.Write(bytes.Span);
        _before.Restore();
    }

    /// <summary>From one start of the toolkit to its end.</summary>
    private sealed class Turn
    {
        private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly string? _driver;

        public Turn(string? driver, Action<UserInput> tell)
        {
            _driver = driver;
            Application = Terminal.Gui.App.Application.Create();
            View = new FrameView(tell);
            new Thread(Run) { IsBackground = true, Name = "terminal" }.Start();
            _started.Task.GetAwaiter().GetResult();
        }

        public IApplication Application { get; }

        public FrameView View { get; }

        public Task Failed => _ended.Task;

        public async Task End()
        {
            if (_ended.Task.IsCompleted)
                return;
            Application.Invoke(() => Application.RequestStop());
            await _ended.Task;
        }

        private void Run()
        {
            try
            {
                using (Application)
                {
                    Application.Init(_driver);
                    View.Attach(Application, isReal: _driver is null);
                    _started.SetResult();
                    Application.Run(View);
                    View.Dispose();
                }
                _ended.SetResult();
            }
            catch (Exception bug)
            {
                // It belongs to who called: at the start, or when he next asks for an input.
                if (!_started.TrySetException(bug))
                    _ended.TrySetException(bug);
            }
        }
    }
}
