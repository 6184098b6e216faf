using System.Collections.Frozen;

namespace ChatRoom.Client.Text;

/// <summary>
/// Letters without case and marks, for looking for words: "troi dep" finds "trời đẹp". A table of our own for the Latin script, because the
/// program runs without the data of ICU, and so without Unicode's own decompositions.
/// </summary>
public static class Letters
{
    /// <summary>Each word: the plain letter, then those that are found by it.</summary>
    private const string Table = """
        aàáâãäåāăąǎạảấầẩẫậắằẳẵặ bḃ cçćĉċč dďđð eèéêëēĕėęěẹẻẽếềểễệ fḟ gĝğġģ hĥħ iìíîïĩīĭįıỉịǐ jĵ kķ lĺļľŀł mṁ nñńņňŋ
        oòóôõöøōŏőơọỏốồổỗộớờởỡợǒ pṗ rŕŗř sśŝşšșß tţťŧț uùúûüũūŭůűųưụủứừửữựǔ wŵẁẃẅ yýÿŷỳỵỷỹ zźżž
        """;

    private static readonly FrozenDictionary<char, char> Plain = Table.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(row => row[1..].Select(marked => (marked, row[0]))).ToFrozenDictionary(pair => pair.marked, pair => pair.Item2);

    /// <summary>As many characters as the text has, so that a place in one is a place in the other.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (folded, original) =>
    {
        for (var i = 0; i < folded.Length; i++)
        {
            var small = char.ToLowerInvariant(original[i]);
            folded[i] = small < 0x80 ? small : Plain.GetValueOrDefault(small, small);
        }
    });
}
