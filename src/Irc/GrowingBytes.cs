using System.Buffers.Text;
using System.Text.Unicode;

namespace ChatRoom.Irc;

/// <summary>
/// A buffer that grows. A mutable struct, so that its one owner, <see cref="LineWriter"/>, reaches the bytes without a detour.
/// </summary>
internal struct GrowingBytes(int capacity)
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public readonly Span<byte> From(int start) => _bytes.AsSpan(start, Length - start);

    public void Truncate(int length) => Length = length;

    /// <summary>Adds bytes and tells where they begin, as all that follow do.</summary>
    public int Append(ReadOnlySpan<byte> bytes)
    {
        var start = Length;
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
        return start;
    }

    /// <summary>Half a surrogate pair, which has no UTF-8, becomes the replacement character.</summary>
    public int Append(ReadOnlySpan<char> text)
    {
        const int longestOfOneChar = 3;
        var start = Length;
        Utf8.FromUtf16(text, Room(text.Length * longestOfOneChar), out _, out var written);
        Length += written;
        return start;
    }

    public int Append(long number)
    {
        const int longest = 20;
        var start = Length;
        Utf8Formatter.TryFormat(number, Room(longest), out var written);
        Length += written;
        return start;
    }

    /// <summary>
    /// Escapes as the value of a tag what was added from there on. Text is transcoded first and escaped in place, from the end, because
    /// a tag value rarely needs it at all.
    /// </summary>
    public void EscapeTagValue(int start)
    {
        if (From(start).IndexOfAny(TagValue.Special) < 0)
            return;
        var special = 0;
        foreach (var b in From(start))
            special += TagValue.Special.Contains(b) ? 1 : 0;
        Room(special);
        var to = Length + special;
        for (var from = Length - 1; from >= start; from--)
        {
            var b = _bytes[from];
            var escape = TagValue.Special.Contains(b);
            _bytes[--to] = escape ? TagValue.Letter(b) : b;
            if (escape)
                _bytes[--to] = (byte)'\\';
        }
        Length += special;
    }

    private Span<byte> Room(int needed)
    {
        if (_bytes.Length - Length < needed)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + needed));
        return _bytes.AsSpan(Length);
    }
}
