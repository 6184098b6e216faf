using System.Buffers;
using ChatRoom.Domain.Data;

namespace ChatRoom.Domain.Names;

/// <summary>
/// The name by which a person is called, unique among those who are there. ASCII only, so that no two nicknames can
/// look alike and every client can type all of them.
/// </summary>
public sealed record Nick
{
    public const int Most = 30;

    private const string Marks = "[]\\`_^{|}";
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static readonly SearchValues<char> First = SearchValues.Create(Letters + Marks);
    private static readonly SearchValues<char> Later = SearchValues.Create(Letters + Marks + "0123456789-");

    private Nick(string text) => (Text, Key) = (text, Folding.Fold(text));

    /// <summary>As its owner writes it.</summary>
    public string Text { get; }

    /// <summary>By which it is unique.</summary>
    public string Key { get; }

    public static Result<Nick, NameFault> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
            return new NameFault.Empty();
        if (text.Length > Most)
            return new NameFault.TooLong(text.Length, Most);
        var bad = text.AsSpan().IndexOfAnyExcept(Later);
        if (bad >= 0)
            return new NameFault.BadCharacter(text[bad], bad);
        if (!First.Contains(text[0]))
            return new NameFault.BadStart(text[0]);
        return new Nick(text);
    }

    public override string ToString() => Text;
}
