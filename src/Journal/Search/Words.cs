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
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<Word>();
        var word = new StringBuilder();
        var run = new List<Rune>();
        var skips = 0;
        for (var i = 0; i < text.Length;)
        {
            // What most of most texts is.
            if (char.IsAsciiLetterOrDigit(text[i]) && skips == 0 && run.Count == 0)
            {
                word.Append(char.ToLowerInvariant(text[i++]));
                continue;
            }
            Rune.DecodeFromUtf16(text.AsSpan(i), out var letter, out var length);
            i += length;
            if (skips > 0 && IsColour(letter, ref skips))
                continue;
            if (letter.Value == 0x03)
                skips = 5;
            if (IsFormat(letter.Value) || LetterFolding.IsMark(letter.Value))
                continue;
            var (isWord, isPaired) = (IsLetter(letter), IsPaired(letter.Value));
            if (!isWord || isPaired)
                EndWord(words, word);
            if (!isPaired)
                EndRun(words, run);
            if (isPaired)
                run.Add(letter);
            else if (isWord)
                LetterFolding.Append(word, letter);
        }
        EndWord(words, word);
        EndRun(words, run);
        return words;
    }

    private static void EndWord(List<Word> words, StringBuilder word)
    {
        if (word.Length > 0)
            words.Add(new Word(word.ToString(0, Math.Min(word.Length, Longest)), IsTail: false));
        word.Clear();
    }

    /// <summary>The last letter stands alone too, so that a single letter finds every place of it as the beginning of something.</summary>
    private static void EndRun(List<Word> words, List<Rune> run)
    {
        for (var i = 0; i + 1 < run.Count; i++)
            words.Add(new Word($"{run[i]}{run[i + 1]}", IsTail: false));
        if (run.Count > 0)
            words.Add(new Word(run[^1].ToString(), IsTail: true));
        run.Clear();
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
}

/// <summary>A word as it is indexed. A tail is the last letter of a run of pairs, which no phrase counts.</summary>
public readonly record struct Word(string Text, bool IsTail);
