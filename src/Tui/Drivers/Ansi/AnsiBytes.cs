using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace ChatRoom.Tui.Drivers.Ansi;

/// <summary>What will be written to the terminal at once; used again for each frame.</summary>
public sealed class AnsiBytes
{
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);

    public ReadOnlySpan<byte> Span => _bytes.WrittenSpan;

    public bool IsEmpty => _bytes.WrittenCount == 0;

    public void Clear() => _bytes.ResetWrittenCount();

    public AnsiBytes Add(ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    public AnsiBytes Add(int number)
    {
        Utf8Formatter.TryFormat(number, _bytes.GetSpan(11), out var length);
        _bytes.Advance(length);
        return this;
    }

    public AnsiBytes Add(ReadOnlySpan<char> text)
    {
        Encoding.UTF8.GetBytes(text, _bytes);
        return this;
    }

    /// <summary>To a cell (CUP); the first one is 0,0 here and 1,1 there.</summary>
    public AnsiBytes MoveTo(int x, int y) => Add("\e["u8).Add(y + 1).Add(";"u8).Add(x + 1).Add("H"u8);
}
