using System.Text;
using ChatRoom.Tui.Drivers.Ansi;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Tests;

/// <summary>A line to an emulator in place of one to a terminal.</summary>
public sealed class FakeTerminal : ITerminal
{
    private Action<TerminalNews>? _tell;

    public FakeTerminal(FrameSize size, bool isOld = false)
    {
        Emulator = new Emulator(isOld);
        Resize(size);
    }

    public Emulator Emulator { get; }

    public FrameSize Size { get; private set; }

    public byte Erase => 0x7F;

    public bool IsRaw { get; private set; }

    public bool IsHeard => _tell is not null;

    public void MakeRaw() => IsRaw = true;

    public void Restore() => IsRaw = false;

    /// <summary>On the driver's thread.</summary>
    public Action? Written { get; set; }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        Emulator.Write(bytes);
        Written?.Invoke();
    }

    public IDisposable Listen(Action<TerminalNews> tell)
    {
        _tell = tell;
        return new Listening(this);
    }

    public void Tell(TerminalNews news) => (_tell ?? throw new InvalidOperationException("nobody listens"))(news);

    public void Type(string text) => Tell(new TerminalNews.Typed(Encoding.UTF8.GetBytes(text)));

    public void Resize(FrameSize size)
    {
        Emulator.Resize(size);
        Size = size;
        _tell?.Invoke(new TerminalNews.Resized());
    }

    public void Dispose()
    {
        // There is nothing to close.
    }

    private sealed class Listening(FakeTerminal terminal) : IDisposable
    {
        public void Dispose() => terminal._tell = null;
    }
}
