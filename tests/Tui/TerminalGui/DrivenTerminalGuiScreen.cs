using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Drivers.Ansi;
using ChatRoom.Tui.Drivers.TerminalGui;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Tests.TerminalGui;

/// <summary>The driver on Terminal.Gui in front of an emulator; the toolkit, which finds no terminal here, parses what is typed.</summary>
internal sealed class DrivenTerminalGuiScreen : IDrivenScreen
{
    private readonly FakeTerminal _terminal;
    private readonly SemaphoreSlim _rung = new(0);
    private int _bells;

    public DrivenTerminalGuiScreen(FrameSize size)
    {
        Environment.SetEnvironmentVariable("DisableRealDriverIO", "1");
        _terminal = new FakeTerminal(size) { Written = CountBells };
        Screen = TerminalGuiScreen.Open(_terminal, new AnsiTraits(ColorDepth.Full, true, false, false, null));
    }

    public IScreen Screen { get; }

    public Caret? Caret => _terminal.Emulator.Caret;

    public ShownCell At(int x, int y) => _terminal.Emulator.At(x, y);

    public void Press(Key key) => _terminal.Type(DrivenAnsiScreen.Typed(key));

    public void Paste(string text) => _terminal.Type($"\e[200~{text.Replace('\n', '\r')}\e[201~");

    public void Click(int x, int y) => _terminal.Type($"\e[<0;{x + 1};{y + 1}M\e[<0;{x + 1};{y + 1}m");

    public void Resize(FrameSize size)
    {
        Settle();
        if (size != _terminal.Size)
            _terminal.Resize(size);
    }

    public ValueTask DisposeAsync() => Screen.DisposeAsync();

    /// <summary>What was shown before a bell is to be seen when it rings.</summary>
    public void Settle()
    {
        Screen.Do(new Signal.Bell());
        Assert.True(_rung.Wait(TimeSpan.FromSeconds(20)), "the driver does not write any more");
    }

    private void CountBells()
    {
        for (; _bells < _terminal.Emulator.Bells; _bells++)
            _rung.Release();
    }
}
