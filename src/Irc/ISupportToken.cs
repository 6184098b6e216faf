using System.Globalization;
using System.Text;

namespace ChatRoom.Irc;

/// <summary>One word of a 005 line: NAME or NAME=value. No value and an empty one are told alike.</summary>
public readonly record struct ISupportToken(string Name, string Value)
{
    /// <summary>Reads a word as it was received, with `\x20` for a space and the like (modern.ircdocs.horse, RPL_ISUPPORT).</summary>
    public static ISupportToken Parse(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? new ISupportToken(word, "") : new ISupportToken(word[..equals], Unescape(word[(equals + 1)..]));
    }

    public override string ToString() => Value.Length == 0 ? Name : $"{Name}={Escape(Value)}";

    /// <summary>
    /// Space, backslash and '=' have escapes by that clause; control characters get one too, so that no value breaks its line.
    /// </summary>
    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (c is <= ' ' or '\\' or '=')
                escaped.Append("\\x").Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
            else
                escaped.Append(c);
        }
        return escaped.ToString();
    }

    /// <summary>What only looks like an escape is left as it is.</summary>
    private static string Unescape(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
            return value;
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (i + 3 < value.Length && value[i] == '\\' && value[i + 1] == 'x'
                && char.IsAsciiHexDigit(value[i + 2]) && char.IsAsciiHexDigit(value[i + 3]))
            {
                text.Append((char)((Convert.ToInt32(value[i + 2].ToString(), 16) * 16) + Convert.ToInt32(value[i + 3].ToString(), 16)));
                i += 3;
            }
            else
            {
                text.Append(value[i]);
            }
        }
        return text.ToString();
    }
}
