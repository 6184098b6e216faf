using System.Buffers;
using System.Text;

namespace ChatRoom.Domain;

/// <summary>The name of a room: '#' and what people call it, in any script, without what would break a list of names.</summary>
public sealed record RoomName
{
    /// <summary>In UTF-8 bytes, because names share a line of 512 bytes with everything else that is said there.</summary>
    public const int Most = 64;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(" ,:\u007f" + new string([.. Enumerable.Range(0, 32).Select(c => (char)c)]));

    private RoomName(string text) => (Text, Key) = (text, Folding.Fold(text));

    public string Text { get; }

    public string Key { get; }

    public static Either<NameFault, RoomName> Parse(string text)
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
        if (bad >= 0)
            return new NameFault.BadCharacter(text[bad], bad);
        return new RoomName(text);
    }

    public override string ToString() => Text;
}
