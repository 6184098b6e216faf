using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Drivers.Ansi;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Tests;

/// <summary>The ANSI driver in front of an emulator; keys are typed as xterm does.</summary>
internal sealed class DrivenAnsiScreen : IDrivenScreen
{
    private readonly FakeTerminal _terminal;

    public DrivenAnsiScreen(FrameSize size, AnsiTraits traits, TimeProvider time)
    {
        _terminal = new FakeTerminal(size);
        Screen = AnsiScreen.Open(_terminal, traits, time);
    }

    public IScreen Screen { get; }

    /// <summary>It writes on the thread that shows.</summary>
    public void Settle() { }

    public Caret? Caret => _terminal.Emulator.Caret;

    public ShownCell At(int x, int y) => _terminal.Emulator.At(x, y);

    public void Press(Key key) => _terminal.Type(Typed(key));

    public void Paste(string text) => _terminal.Type($"\e[200~{text.Replace('\n', '\r')}\e[201~");

    public void Click(int x, int y) => _terminal.Type($"\e[<0;{x + 1};{y + 1}M\e[<0;{x + 1};{y + 1}m");

    public void Resize(FrameSize size)
    {
        if (size != _terminal.Size)
            _terminal.Resize(size);
    }

    public ValueTask DisposeAsync() => Screen.DisposeAsync();

    internal static string Typed(Key key)
    {
        var modifiers = 1 + (int)key.Modifiers;
        return key.Name switch
        {
            KeyName.Letter when key.Modifiers == Modifiers.Ctrl => $"{(char)(key.Letter.Value & 0x1F)}",
            KeyName.Letter => (key.Modifiers == Modifiers.Alt ? "\e" : "") + key.Letter,
            KeyName.Enter => "\r",
            KeyName.Tab => key.Modifiers == Modifiers.Shift ? "\e[Z" : "\t",
            KeyName.Backspace => "\x7F",
            KeyName.F1 => "\eOP",
            KeyName.F12 => "\e[24~",
            KeyName.Delete => "\e[3~",
            KeyName.PageDown => "\e[6~",
            KeyName.Home => "\e[H",
            KeyName.Up => modifiers == 1 ? "\e[A" : $"\e[1;{modifiers}A",
            KeyName.Right => $"\e[1;{modifiers}C",
            KeyName.Left => $"\e[1;{modifiers}D",
            _ => throw new ArgumentOutOfRangeException(nameof(key), key, "nobody presses this in the contract"),
        };
    }
}
