using System.Buffers;
using System.Text;
using ChatRoom.Domain.Data;

namespace ChatRoom.Domain.Names;

/// <summary>
/// The name of a room: '#' and what people call it, in any script, without what would break a list of names or make two
/// names look alike because a part of them can't be seen. Stored names must stay readable, so more may be allowed later
/// and nothing may be forbidden.
/// </summary>
public sealed record RoomName
{
    /// <summary>In UTF-8 bytes, because names share a line of 512 bytes with everything else that is said there.</summary>
    public const int Most = 64;

    /// <summary>By number and not by Unicode category, because categories change with the version of the tables.</summary>
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(string.Concat(
        " ,:",
        Range('\0', '\u001f'), Range('\u007f', '\u00a0'), // Controls and the space that doesn't break.
        "\u00ad\u061c\u1680\u180e", Range('\u2000', '\u200b'), // Spaces of every width, and of none.
        Range('\u200e', '\u200f'), Range('\u2028', '\u202f'), Range('\u205f', '\u206f'), // Line ends and directions.
        "\u3000\ufeff", Range('\ufff9', '\uffff'))); // And what stands for a character that nobody could read.

    private RoomName(string text) => (Text, Key) = (text, Folding.Fold(text));

    public string Text { get; }

    public string Key { get; }

    public static Result<RoomName, NameFault> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
            return new NameFault.Empty();
        if (text[0] != '#')
            return new NameFault.BadStart(text[0]);
        if (text.Length == 1)
            return new NameFault.Empty();
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > Most)
            return new NameFault.TooLong(bytes, Most);
        var bad = text.AsSpan().IndexOfAny(Forbidden);
        if (bad < 0)
            bad = HalfCharacter(text);
        if (bad >= 0)
            return new NameFault.BadCharacter(text[bad], bad);
        return new RoomName(text);
    }

    /// <summary>Half of a surrogate pair can't be written as UTF-8: such a name would be another one after a restart.</summary>
    private static int HalfCharacter(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return i;
        }
        return -1;
    }

    private static string Range(char first, char last) =>
        string.Create(last - first + 1, first, static (target, from) =>
        {
            for (var i = 0; i < target.Length; i++)
                target[i] = (char)(from + i);
        });

    public override string ToString() => Text;
}
