using System.Collections.Concurrent;
using System.Text;
using ChatRoom.Tui.Drivers.Ansi;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Input;
using Terminal.Gui.App;
using Terminal.Gui.Drivers;
using Toolkit = Terminal.Gui.App.Application;

namespace ChatRoom.Tui.Drivers.TerminalGui;

/// <summary>
/// From one start of the toolkit to its end, on a thread of its own. Its loop is not used: it would look for input 50 times a second and
/// write to the terminal each time. This one sleeps until there is something to do.
/// </summary>
internal sealed class ToolkitTurn
{
    /// <summary>How often a begun sequence is asked whether it is stale: an escape alone is a key after 50 ms.</summary>
    private const int LookAgain = 15;

    /// <summary>How often the toolkit's own reading is looked at, where it reads.</summary>
    private const int LookForInput = 10;

    private readonly ITerminal? _terminal;
    private readonly AnsiTraits _traits;
    private readonly Action<UserInput> _tell;
    private readonly BlockingCollection<Action> _todo = [];
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Decoder _utf8 = Encoding.UTF8.GetDecoder();
    private readonly FrameWriter _writer;
    private readonly AnsiBytes _bytes = new();
    private readonly OutputBufferImpl _nothing = new();
    private IDriver? _driver;
    private FrameSize _size;
    private Frame? _next;
    private Frame? _shown;
    private FrameSize _shownOn;
    private int _holds;
    private volatile bool _isEnding;
    private bool _isOver;

    private ToolkitTurn(ITerminal? terminal, AnsiTraits traits, Action<UserInput> tell)
    {
        (_terminal, _traits, _tell) = (terminal, traits, tell);
        _writer = new FrameWriter(traits.Depth, traits.HasStrings);
        _size = SizeNow();
    }

    public Task Begun => _begun.Task;

    public Task Ended => _ended.Task;

    public FrameSize Size => _size;

    public static ToolkitTurn Start(ITerminal? terminal, AnsiTraits traits, Action<UserInput> tell)
    {
        var turn = new ToolkitTurn(terminal, traits, tell);
        new Thread(turn.Run) { IsBackground = true, Name = "terminal-gui" }.Start();
        turn.Begun.GetAwaiter().GetResult();
        return turn;
    }

    /// <summary>A frame that was not written yet when the next one comes is never written.</summary>
    public void Show(Frame frame)
    {
        if (Interlocked.Exchange(ref _next, frame) is null)
            Post(WriteFrame);
    }

    public void Do(Signal signal) => Post(() =>
    {
        AnsiSignals.Write(_bytes, signal, _traits);
        Flush();
    });

    public async Task End()
    {
        if (_ended.Task.IsCompleted)
            return;
        Post(() => _isOver = true);
        await _ended.Task;
    }

    /// <summary>Once, by the first that comes: the end, or a thread of the runtime that tells of the process's. It goes past the toolkit.</summary>
    public void GiveBack()
    {
        if (Interlocked.Exchange(ref _holds, 0) == 0 || _terminal is null)
            return;
        var bytes = new AnsiBytes();
        ToolkitSignals.Leave(bytes);
        AnsiSignals.GiveBack(bytes, _traits.HasStrings);
        _terminal.Write(bytes.Span);
        _terminal.Restore();
    }

    private void Post(Action what)
    {
        if (!_isOver)
            _todo.Add(what);
    }

    private void Run()
    {
        try
        {
            // The other way asks the terminal, and tmux 3.3 answers with width and height swapped.
            Driver.SizeDetection = SizeDetectionMode.Polling;
            _terminal?.MakeRaw();
            using (var application = _terminal is null ? Toolkit.Create() : SilentToolkit.Create())
            {
                application.Init(DriverRegistry.Names.ANSI);
                _driver = application.Driver ?? throw new InvalidOperationException("the toolkit found no terminal");
                Subscribe(application, _driver);
                Enter();
                using (_terminal?.Listen(Hear))
                {
                    _begun.SetResult();
                    TakeTurns();
                }
                Leave();
            }
            _terminal?.Restore();
            _ended.SetResult();
        }
        catch (Exception bug)
        {
            // It belongs to who called: at the start, or at the next input.
            GiveBack();
            if (!_begun.TrySetException(bug))
                _ended.TrySetException(bug);
        }
    }

    private void Subscribe(IApplication application, IDriver driver)
    {
        application.Keyboard.KeyDown += (_, key) =>
        {
            // Else the toolkit would stop the process at Ctrl+Z, and end at Escape.
            key.Handled = true;
            foreach (var pressed in ToolkitKeys.Of(key))
                _tell(new UserInput.Pressed(pressed));
        };
        driver.MouseEvent += (_, mouse) =>
        {
            if (ToolkitKeys.ActionOf(mouse.Flags) is { } action)
                _tell(new UserInput.Moused(action, mouse.ScreenPosition.X, mouse.ScreenPosition.Y, ToolkitKeys.ModifiersOf(mouse.Flags)));
        };
        // As it came: what makes text harmless is ours.
        driver.Paste += (_, text) => _tell(new UserInput.Pasted(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')));
        driver.DefaultAttributeChanged += (_, changed) =>
        {
            if (changed.NewValue is { } known)
                _tell(new UserInput.BackgroundKnown(!known.Background.IsDarkColor()));
        };
        var parser = driver.GetInputProcessor().GetParser();
        parser.ExpectResponse("I", "I", _ => _tell(new UserInput.Focused(true)), null, persistent: true);
        parser.ExpectResponse("O", "O", _ => _tell(new UserInput.Focused(false)), null, persistent: true);
        if (_traits.IsLight is { } isLight)
            _tell(new UserInput.BackgroundKnown(isLight));
    }

    private void Enter()
    {
        _holds = 1;
        ToolkitSignals.Enter(_bytes, _traits.HasStrings);
        Flush();
        _driver!.SetScreenSize(_size.Columns, _size.Rows);
    }

    /// <summary>What the toolkit did not do, it does not undo.</summary>
    private void Leave()
    {
        if (Interlocked.Exchange(ref _holds, 0) == 0)
            return;
        ToolkitSignals.Leave(_bytes);
        AnsiSignals.EndModes(_bytes, _traits.HasStrings);
        Write();
    }

    private void TakeTurns()
    {
        var processor = _driver!.GetInputProcessor();
        while (!_isOver)
        {
            var patience = processor.GetParser().State != AnsiResponseParserState.Normal ? LookAgain : _terminal is null ? LookForInput : -1;
            if (_todo.TryTake(out var what, patience))
                what();
            if (_terminal is null)
                SeeSize();
            processor.ProcessQueue();
        }
    }

    /// <summary>On a thread of the terminal's or of the runtime's.</summary>
    private void Hear(TerminalNews news)
    {
        _isEnding |= news is TerminalNews.Ending or TerminalNews.Gone;
        if (_isEnding || news is TerminalNews.Stopping)
            GiveBack();
        switch (news)
        {
            case TerminalNews.Typed typed:
                Post(() => Take(typed.Bytes.Span));
                break;
            case TerminalNews.Resized:
                Post(SeeSize);
                break;
            case TerminalNews.Resumed:
                Post(TakeAgain);
                break;
            case TerminalNews.Gone:
                Post(() => _tell(new UserInput.HungUp()));
                break;
            case TerminalNews.Stopping or TerminalNews.Ending:
                break;
        }
    }

    /// <summary>The toolkit decodes each of its reads by itself, and loses the character that stands on the border; here it is put together.</summary>
    private void Take(ReadOnlySpan<byte> bytes)
    {
        var queue = ((InputProcessorImpl<char>)_driver!.GetInputProcessor()).InputQueue;
        Span<char> letters = stackalloc char[512];
        while (!bytes.IsEmpty)
        {
            _utf8.Convert(bytes, letters, flush: false, out var used, out var made, out _);
            foreach (var letter in letters[..made])
                queue.Enqueue(letter);
            bytes = bytes[used..];
        }
    }

    private void SeeSize()
    {
        var size = SizeNow();
        if (size == _size)
            return;
        _size = size;
        _driver!.SetScreenSize(size.Columns, size.Rows);
        _tell(new UserInput.Resized(size));
    }

    /// <summary>The process was stopped and is back, and its shell has used the terminal meanwhile.</summary>
    private void TakeAgain()
    {
        if (_isEnding || _holds == 1 || _terminal is null)
            return;
        _terminal.MakeRaw();
        ToolkitSignals.EnterAgain(_bytes);
        (_shown, _size) = (null, SizeNow());
        Enter();
        _tell(new UserInput.Resized(_size));
    }

    private FrameSize SizeNow() => _terminal?.Size ?? new FrameSize(Math.Max(1, Console.WindowWidth), Math.Max(1, Console.WindowHeight));

    private void WriteFrame()
    {
        if (Interlocked.Exchange(ref _next, null) is not { } frame)
            return;
        var size = _size;
        _writer.Write(_bytes, size == _shownOn ? _shown : null, frame, size);
        (_shown, _shownOn) = (frame, size);
        Flush();
    }

    private void Flush()
    {
        if (_holds == 1)
            Write();
        _bytes.Clear();
    }

    private void Write()
    {
        if (_bytes.IsEmpty)
            return;
        if (OperatingSystem.IsWindows() || _terminal is UnixTerminal)
            _driver!.WriteRaw(Encoding.UTF8.GetString(_bytes.Span));
        else
            _terminal!.Write(_bytes.Span);
        _bytes.Clear();
        // The toolkit remembers all that it writes until it draws again: it draws nothing.
        _driver!.GetOutput().Write(_nothing);
    }
}
