using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Drivers.Ansi;

/// <summary>The terminal as a line with two ends, below all sequences: what a test replaces with an emulator.</summary>
public interface ITerminal : IDisposable
{
    FrameSize Size { get; }

    /// <summary>What the key above Enter sends.</summary>
    byte Erase { get; }

    /// <summary>Every key comes at once, unchanged and unechoed, and none is a signal.</summary>
    void MakeRaw();

    /// <summary>As it was before; what was typed and not read is thrown away, as it can be the rest of an answer.</summary>
    void Restore();

    /// <summary>One write. What a terminal that is gone does not take is lost; that it is gone is told.</summary>
    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Tells what happens, on other threads, until it is disposed of.</summary>
    IDisposable Listen(Action<TerminalNews> tell);
}
