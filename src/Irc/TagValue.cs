using System.Buffers;
using System.Text;

namespace ChatRoom.Irc;

/// <summary>The escaping of tag values (IRCv3 message-tags, "Escaping values").</summary>
public static class TagValue
{
    /// <summary>What may not stand in an escaped value as it is. NUL has no escape, so it becomes a space.</summary>
    internal static readonly SearchValues<byte> Special = SearchValues.Create(";\\ \r\n\0"u8);

    private static readonly SearchValues<char> SpecialChars = SearchValues.Create(";\\ \r\n\0");

    /// <summary>The value as it goes on the wire; the same instance if nothing needs escaping.</summary>
    public static string Escape(string value)
    {
        if (value.AsSpan().IndexOfAny(SpecialChars) < 0)
            return value;
        var escaped = new StringBuilder(value.Length + 8);
        foreach (var c in value)
        {
            if (SpecialChars.Contains(c))
                escaped.Append('\\').Append((char)Letter((byte)c));
            else
                escaped.Append(c);
        }
        return escaped.ToString();
    }

    /// <summary>
    /// The value that was meant. A backslash before any other character, or at the end, is dropped, as the specification says.
    /// Bytes that are not UTF-8 become replacement characters.
    /// </summary>
    public static string Unescape(ReadOnlySpan<byte> raw)
    {
        if (raw.IndexOf((byte)'\\') < 0)
            return Encoding.UTF8.GetString(raw);
        var bytes = new byte[raw.Length];
        return Encoding.UTF8.GetString(bytes, 0, Unescape(raw, bytes));
    }

    /// <summary>The same into a buffer at least as long as the raw value; gives back the number of bytes written.</summary>
    public static int Unescape(ReadOnlySpan<byte> raw, Span<byte> into)
    {
        var length = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            var b = raw[i];
            if (b == '\\')
            {
                if (++i == raw.Length)
                    break;
                b = Meant(raw[i]);
            }
            into[length++] = b;
        }
        return length;
    }

    /// <summary>What stands behind the backslash for a special byte.</summary>
    internal static byte Letter(byte special) => special switch
    {
        (byte)';' => (byte)':',
        (byte)'\\' => (byte)'\\',
        (byte)'\r' => (byte)'r',
        (byte)'\n' => (byte)'n',
        _ => (byte)'s',
    };

    private static byte Meant(byte letter) => letter switch
    {
        (byte)':' => (byte)';',
        (byte)'s' => (byte)' ',
        (byte)'r' => (byte)'\r',
        (byte)'n' => (byte)'\n',
        _ => letter,
    };
}
