using ChatRoom.Cli.Screen;
using Terminal.Gui.Drawing;
using Terminal.Gui.Drivers;
using Terminal.Gui.Input;
using Key = ChatRoom.Cli.Screen.Key;

namespace ChatRoom.Cli.Tests.Screen;

/// <summary>The driver on Terminal.Gui, whose own driver writes nowhere; keys are injected behind its parser.</summary>
internal sealed class DrivenTerminalGuiScreen : IDrivenScreen
{
    private readonly TerminalGuiScreen _screen;
    private FrameSize _size;
    private ShownCell[,]? _cells;

    public DrivenTerminalGuiScreen(FrameSize size)
    {
        Environment.SetEnvironmentVariable("DisableRealDriverIO", "1");
        _screen = TerminalGuiScreen.Open(new AnsiTraits(ColorDepth.Full, true, false, false, null), "ansi");
        Screen = new Watched(_screen, () => _cells = null);
        Resize(size);
        while (_screen.Inputs.TryRead(out _))
        {
            // What a start without a terminal tells of its size and colours is no part of the test.
        }
    }

    public IScreen Screen { get; }

    public Caret? Caret => OnItsThread(() => _screen.Application.Driver!.GetCursor() is { IsVisible: true, Position: { } at } ? new Caret(at.X, at.Y) : (Caret?)null);

    public ShownCell At(int x, int y) => (_cells ??= OnItsThread(Read))[x, y];

    public void Press(Key key) => OnItsThread(() =>
    {
        _screen.Application.Driver!.GetInputProcessor().RaiseKeyDownEvent(Pressed(key));
        return true;
    });

    public void Paste(string text) => OnItsThread(() => _screen.Application.RaisePasteEvent(text));

    public void Click(int x, int y) => OnItsThread(() =>
    {
        _screen.Application.Mouse.RaiseMouseEvent(new Mouse { Flags = MouseFlags.LeftButtonPressed, ScreenPosition = new(x, y), Timestamp = DateTime.UnixEpoch });
        return true;
    });

    public void Resize(FrameSize size)
    {
        (_size, _cells) = (size, null);
        OnItsThread(() =>
        {
            _screen.Application.Driver!.SetScreenSize(size.Columns, size.Rows);
            return true;
        });
    }

    public ValueTask DisposeAsync() => _screen.DisposeAsync();

    /// <summary>Drawing was asked for on the same thread before, and is done with this.</summary>
    private T OnItsThread<T>(Func<T> ask)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var application = _screen.Application;
        application.Invoke(() =>
        {
            try
            {
                application.LayoutAndDraw();
                answer.SetResult(ask());
            }
            catch (Exception failure)
            {
                // It belongs to the test that asked.
                answer.SetException(failure);
            }
        });
        return answer.Task.GetAwaiter().GetResult();
    }

    private ShownCell[,] Read()
    {
        var cells = new ShownCell[_size.Columns, _size.Rows];
        var buffer = _screen.Application.Driver!.GetOutputBuffer();
        for (var y = 0; y < _size.Rows; y++)
        {
            for (var x = 0; x < _size.Columns; x++)
            {
                var cell = buffer.Contents![y, x];
                cells[x, y] = new ShownCell(cell.Grapheme, StyleOf(cell.Attribute!.Value) with { Link = buffer.GetCellUrl(x, y) });
            }
        }
        return cells;
    }

    private static Style StyleOf(Terminal.Gui.Drawing.Attribute attribute) =>
        new(ColorOf(attribute.Foreground), ColorOf(attribute.Background), EmphasisOf(attribute.Style));

    private static Rgb? ColorOf(Color color) => color.A == 0 ? null : new Rgb(color.R, color.G, color.B);

    private static Emphasis EmphasisOf(TextStyle style) =>
        (style.HasFlag(TextStyle.Bold) ? Emphasis.Bold : 0) | (style.HasFlag(TextStyle.Faint) ? Emphasis.Dim : 0)
        | (style.HasFlag(TextStyle.Italic) ? Emphasis.Italic : 0) | (style.HasFlag(TextStyle.Underline) ? Emphasis.Underline : 0)
        | (style.HasFlag(TextStyle.Strikethrough) ? Emphasis.Strike : 0) | (style.HasFlag(TextStyle.Reverse) ? Emphasis.Reverse : 0);

    private static Terminal.Gui.Input.Key Pressed(Key key)
    {
        var pressed = key.Name switch
        {
            KeyName.Letter when key.Modifiers == Modifiers.Ctrl => new Terminal.Gui.Input.Key((KeyCode)char.ToUpperInvariant((char)key.Letter.Value)),
            KeyName.Letter => new Terminal.Gui.Input.Key((char)key.Letter.Value),
            KeyName.Enter => Terminal.Gui.Input.Key.Enter,
            KeyName.Tab => Terminal.Gui.Input.Key.Tab,
            KeyName.Backspace => Terminal.Gui.Input.Key.Backspace,
            KeyName.Delete => Terminal.Gui.Input.Key.Delete,
            KeyName.F1 => Terminal.Gui.Input.Key.F1,
            KeyName.F12 => Terminal.Gui.Input.Key.F12,
            KeyName.PageDown => Terminal.Gui.Input.Key.PageDown,
            KeyName.Home => Terminal.Gui.Input.Key.Home,
            KeyName.Up => Terminal.Gui.Input.Key.CursorUp,
            KeyName.Left => Terminal.Gui.Input.Key.CursorLeft,
            KeyName.Right => Terminal.Gui.Input.Key.CursorRight,
            _ => throw new ArgumentOutOfRangeException(nameof(key), key, "nobody presses this in the contract"),
        };
        pressed = key.Modifiers.HasFlag(Modifiers.Ctrl) ? pressed.WithCtrl : pressed;
        pressed = key.Modifiers.HasFlag(Modifiers.Alt) ? pressed.WithAlt : pressed;
        return key.Modifiers.HasFlag(Modifiers.Shift) ? pressed.WithShift : pressed;
    }

    /// <summary>What was read of a frame holds until the next.</summary>
    private sealed class Watched(IScreen screen, Action shown) : IScreen
    {
        public FrameSize Size => screen.Size;

        public System.Threading.Channels.ChannelReader<UserInput> Inputs => screen.Inputs;

        public void Show(Frame frame)
        {
            shown();
            screen.Show(frame);
        }

        public void Do(Signal signal) => screen.Do(signal);

        public async Task Lend(Func<Task> toWhom)
        {
            var size = screen.Size;
            await screen.Lend(toWhom);
            ((TerminalGuiScreen)screen).Application.Invoke(() => ((TerminalGuiScreen)screen).Application.Driver!.SetScreenSize(size.Columns, size.Rows));
        }

        public ValueTask DisposeAsync() => screen.DisposeAsync();
    }
}
