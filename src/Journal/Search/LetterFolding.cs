using System.Collections.Frozen;
using System.Text;

namespace ChatRoom.Journal.Search;

/// <summary>
/// Letters without case, marks and widths: "troi dep" finds "Trời đẹp". The table is made of Unicode's compatibility decompositions and of
/// letters that have none (đ, ø, ß); our programs run without culture data, where the runtime's own normalisation does nothing.
/// </summary>
internal static class LetterFolding
{
    private static readonly Lazy<FrozenDictionary<char, string>> Table = new(Read);

    /// <summary>Appends the folded letter, which may be several letters, or nothing for a mark.</summary>
    public static void Append(ref WordLetters to, Rune letter)
    {
        if (IsMark(letter.Value))
            return;
        if (letter.IsAscii)
        {
            to.Append((char)(letter.Value is >= 'A' and <= 'Z' ? letter.Value | 0x20 : letter.Value));
            return;
        }
        var small = Rune.ToLowerInvariant(letter);
        if (small.IsBmp && Table.Value.TryGetValue((char)small.Value, out var folded))
        {
            to.Append(folded);
            return;
        }
        Span<char> letters = stackalloc char[2];
        to.Append(letters[..small.EncodeToUtf16(letters)]);
    }

    /// <summary>
    /// Marks on letters that people leave out: accents, Hebrew points, Arabic vowels, selectors of a glyph. The vowels of Indian scripts are marks
    /// too, and stay: a word is another one without them.
    /// </summary>
    public static bool IsMark(int letter) => letter is (>= 0x300 and <= 0x36F) or (>= 0x483 and <= 0x487) or (>= 0x591 and <= 0x5BD) or (>= 0x610 and <= 0x61A)
        or (>= 0x64B and <= 0x65F) or 0x670 or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20F0) or (>= 0xFE00 and <= 0xFE0F)
        or (>= 0xFE20 and <= 0xFE2F);

    private static FrozenDictionary<char, string> Read()
    {
        using var stream = typeof(LetterFolding).Assembly.GetManifestResourceStream("folding.txt")
            ?? throw new InvalidOperationException("The program was built without folding.txt.");
        using var reader = new StreamReader(stream);
        var table = new Dictionary<char, string>();
        while (reader.ReadLine() is { } row)
        {
            var gap = row.IndexOf(' ', StringComparison.Ordinal);
            foreach (var marked in row.AsSpan(gap + 1))
                table[marked] = row[..gap];
        }
        return table.ToFrozenDictionary();
    }
}
