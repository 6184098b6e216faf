using System.Globalization;
using System.Text;

namespace ChatRoom.Journal.Search;

/// <summary>
/// Makes words of a text, for every index and for every question, so that the same question has the same answer wherever it is asked. Scripts
/// that don't put spaces between words (Chinese, Japanese, Korean's endings, Thai) become overlapping pairs of letters.
/// </summary>
public static class Words
{
    /// <summary>What is longer is no word that anybody types; its beginning is.</summary>
    public const int Longest = 64;

    public static IReadOnlyList<Word> Of(string text)
    {
        var words = new Collected([]);
        Cut(text, words);
        return words.All;
    }

    /// <summary>One after the other, without a string for each.</summary>
    internal static void Cut<TSink>(ReadOnlySpan<char> text, TSink words)
        where TSink : IWordSink
    {
        var word = new WordLetters(stackalloc char[Longest]);
        Rune? before = null;
        var skips = 0;
        for (var i = 0; i < text.Length;)
        {
            // What most of most texts is.
            if (char.IsAsciiLetterOrDigit(text[i]) && skips == 0 && before is null)
            {
                word.Append((char)(text[i++] | 0x20));
                continue;
            }
            Rune.DecodeFromUtf16(text[i..], out var letter, out var length);
            i += length;
            if (skips > 0 && IsColour(letter, ref skips))
                continue;
            if (letter.Value == 0x03)
                skips = 5;
            if (IsFormat(letter.Value) || LetterFolding.IsMark(letter.Value))
                continue;
            var (isWord, isPaired) = (IsLetter(letter), IsPaired(letter.Value));
            if (!isWord || isPaired)
                EndWord(words, ref word);
            if (!isPaired)
                EndRun(words, ref before);
            if (isPaired)
                AddPair(words, ref before, letter);
            else if (isWord)
                LetterFolding.Append(ref word, letter);
        }
        EndWord(words, ref word);
        EndRun(words, ref before);
    }

    private static void EndWord<TSink>(TSink words, ref WordLetters word)
        where TSink : IWordSink
    {
        if (word.Letters.Length > 0)
            words.Add(word.Letters, isTail: false);
        word.Clear();
    }

    private static void AddPair<TSink>(TSink words, ref Rune? before, Rune letter)
        where TSink : IWordSink
    {
        if (before is { } first)
        {
            Span<char> pair = stackalloc char[4];
            var length = first.EncodeToUtf16(pair);
            words.Add(pair[..(length + letter.EncodeToUtf16(pair[length..]))], isTail: false);
        }
        before = letter;
    }

    /// <summary>The last letter stands alone too, so that a single letter finds every place of it as the beginning of something.</summary>
    private static void EndRun<TSink>(TSink words, ref Rune? before)
        where TSink : IWordSink
    {
        if (before is not { } last)
            return;
        Span<char> letter = stackalloc char[2];
        words.Add(letter[..last.EncodeToUtf16(letter)], isTail: true);
        before = null;
    }

    /// <summary>mIRC's colour: up to two digits, a comma and two more behind 0x03.</summary>
    private static bool IsColour(Rune letter, ref int left)
    {
        var (isDigit, isComma) = (letter.Value is >= '0' and <= '9', letter.Value == ',');
        var isPart = (left is 5 or 4 && isDigit) || (left is 4 or 3 && isComma) || (left is 2 or 1 && isDigit);
        left = !isPart ? 0 : isComma ? 2 : left - 1;
        return isPart;
    }

    /// <summary>Bold, italic and the like may begin within a word.</summary>
    private static bool IsFormat(int letter) => letter is 0x02 or 0x03 or 0x0F or 0x11 or 0x16 or 0x1D or 0x1E or 0x1F or 0xAD or 0x200C or 0x200D;

    private static bool IsLetter(Rune letter) => Rune.GetUnicodeCategory(letter) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.PrivateUse;

    private static bool IsPaired(int letter) => letter is
        (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) // Thai, Lao, Myanmar, Khmer
        or (>= 0x3041 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) or (>= 0xAC00 and <= 0xD7A3) // kana, Hangul
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private readonly record struct Collected(List<Word> All) : IWordSink
    {
        public void Add(ReadOnlySpan<char> word, bool isTail) => All.Add(new Word(word.ToString(), isTail));
    }
}

/// <summary>A word as it is indexed. A tail is the last letter of a run of pairs, which no phrase counts.</summary>
public readonly record struct Word(string Text, bool IsTail);

/// <summary>Takes the words of a text, which are good until the call returns.</summary>
internal interface IWordSink
{
    void Add(ReadOnlySpan<char> word, bool isTail);
}
