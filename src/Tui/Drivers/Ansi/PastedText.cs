using System.Buffers;
using System.Text;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Drivers.Ansi;

/// <summary>What comes between the marks of a bracketed paste (2004).</summary>
internal sealed class PastedText
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    private static ReadOnlySpan<byte> EndMark => "\e[201~"u8;

    /// <summary>Takes bytes up to the end of the paste, and says how many that were.</summary>
    public int Take(ReadOnlySpan<byte> bytes, ICollection<UserInput> into, out bool ended)
    {
        var taken = Math.Min(bytes.Length, InputParser.LongestPaste);
        var before = _bytes.WrittenCount;
        _bytes.Write(bytes[..taken]);
        // The mark may have begun in the bytes before.
        var from = Math.Max(0, before - EndMark.Length + 1);
        var mark = _bytes.WrittenSpan[from..].IndexOf(EndMark);
        ended = mark >= 0;
        if (ended)
        {
            Tell(from + mark, into);
            _bytes.Clear();
            return from + mark + EndMark.Length - before;
        }
        if (_bytes.WrittenCount >= InputParser.LongestPaste)
            TellTheFirst(into);
        return taken;
    }

    /// <summary>The end never came; what did come was meant.</summary>
    public void End(ICollection<UserInput> into)
    {
        if (_bytes.WrittenCount > 0)
            Tell(_bytes.WrittenCount, into);
        _bytes.Clear();
    }

    /// <summary>All but a few bytes, which can be half of a letter, of an end of line, or of the mark.</summary>
    private void TellTheFirst(ICollection<UserInput> into)
    {
        var whole = _bytes.WrittenCount - EndMark.Length;
        while (whole > _bytes.WrittenCount - 2 * EndMark.Length && ((_bytes.WrittenSpan[whole] & 0xC0) == 0x80 || _bytes.WrittenSpan[whole] == '\n'))
            whole--;
        Tell(whole, into);
        var rest = _bytes.WrittenSpan[whole..].ToArray();
        _bytes.ResetWrittenCount();
        _bytes.Write(rest);
    }

    private void Tell(int length, ICollection<UserInput> into)
    {
        var text = Encoding.UTF8.GetString(_bytes.WrittenSpan[..length]);
        into.Add(new UserInput.Pasted(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')));
    }
}
