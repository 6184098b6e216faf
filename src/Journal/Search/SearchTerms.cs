using System.Buffers;
using System.Text;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Search;

/// <summary>
/// How a message becomes terms of the index: its words, and who said it, each with the place before it. One message after the other in the
/// same memory. A word that comes twice is a term twice, which the index takes as one.
/// </summary>
internal sealed class SearchTerms : IWordSink
{
    /// <summary>Between place and word: no word has it, and FTS5's `ascii` splits at no letter beyond ASCII.</summary>
    private const char Border = '·';

    private readonly ArrayBufferWriter<byte> _terms = new();
    private byte[] _place = [];

    /// <summary>Good until the next message.</summary>
    public ReadOnlySpan<byte> Of(long place, string nick, string text)
    {
        _terms.ResetWrittenCount();
        _place = Encoding.UTF8.GetBytes(Word(place, ""));
        foreach (var line in text.AsSpan().Split('\n'))
            Words.Cut(text.AsSpan(line), this);
        Encoding.UTF8.GetBytes(Author(place, Folding.Fold(nick)), _terms);
        return _terms.WrittenSpan;
    }

    void IWordSink.Add(ReadOnlySpan<char> word, bool isTail)
    {
        _terms.Write(_place);
        Encoding.UTF8.GetBytes(word, _terms);
        _terms.Write(" "u8);
    }

    public static string Word(long place, string word) => $"{place}{Border}{word}";

    /// <summary>The signs of a nickname, at which FTS5 would split, are moved to a block of letters that nobody types.</summary>
    public static string Author(long place, string nick) =>
        $"{place}{Border}{Border}{string.Concat(nick.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : (char)(letter + 0x2800)))}";
}
