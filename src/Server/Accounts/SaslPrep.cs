using System.Text;

namespace ChatRoom.Server.Accounts;

/// <summary>
/// SASLprep (RFC 4013): one form for all the ways in which a password can be typed, so that a keyboard that composes letters and one that
/// does not mean the same.
/// </summary>
public static class SaslPrep
{
    private const int HangulBase = 0xAC00, LeadBase = 0x1100, VowelBase = 0x1161, TailBase = 0x11A7;
    private const int Leads = 19, Vowels = 21, Tails = 28;

    /// <summary>Null for what can't be a password: controls, private and unassigned letters, and writing directions that are mixed.</summary>
    /// <param name="text">As it was typed.</param>
    public static string? Prepare(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // What almost everybody types needs no tables.
        if (text.All(letter => letter is >= ' ' and < '\u007f'))
            return text;
        var tables = PrepTables.Current;
        var mapped = text.EnumerateRunes().Select(rune => rune.Value)
            .Where(letter => !tables.Is("nothing", letter)).Select(letter => tables.Is("space", letter) ? ' ' : letter);
        var letters = Compose(Decompose(mapped, tables), tables);
        return IsAllowed(letters, tables) ? string.Concat(letters.Select(letter => new Rune(letter).ToString())) : null;
    }

    private static List<int> Decompose(IEnumerable<int> letters, PrepTables tables)
    {
        var all = new List<int>();
        foreach (var letter in letters)
        {
            if (letter is >= HangulBase and < HangulBase + (Leads * Vowels * Tails))
                AddHangul(all, letter - HangulBase);
            else if (tables.DecompositionOf(letter) is { } parts)
                all.AddRange(parts);
            else
                all.Add(letter);
        }
        Order(all, tables);
        return all;
    }

    private static void AddHangul(List<int> all, int syllable)
    {
        all.Add(LeadBase + (syllable / (Vowels * Tails)));
        all.Add(VowelBase + (syllable / Tails % Vowels));
        if (syllable % Tails != 0)
            all.Add(TailBase + (syllable % Tails));
    }

    /// <summary>Marks on one letter come in the order of their classes; those of one class keep theirs.</summary>
    private static void Order(List<int> letters, PrepTables tables)
    {
        for (var i = 1; i < letters.Count; i++)
        {
            var number = tables.ClassOf(letters[i]);
            for (var j = i; number != 0 && j > 0 && tables.ClassOf(letters[j - 1]) > number; j--)
                (letters[j], letters[j - 1]) = (letters[j - 1], letters[j]);
        }
    }

    private static List<int> Compose(List<int> letters, PrepTables tables)
    {
        var all = new List<int>(letters.Count);
        var (starter, lastClass) = (-1, 0);
        foreach (var letter in letters)
        {
            var number = tables.ClassOf(letter);
            var isBlocked = starter >= 0 && starter != all.Count - 1 && (lastClass >= number || lastClass == 0);
            if (starter >= 0 && !isBlocked && Composed(all[starter], letter, tables) is { } composed)
            {
                all[starter] = composed;
                continue;
            }
            if (number == 0)
                starter = all.Count;
            lastClass = number;
            all.Add(letter);
        }
        return all;
    }

    private static int? Composed(int first, int second, PrepTables tables)
    {
        if (first is >= LeadBase and < LeadBase + Leads && second is >= VowelBase and < VowelBase + Vowels)
            return HangulBase + ((((first - LeadBase) * Vowels) + second - VowelBase) * Tails);
        var syllable = first - HangulBase;
        if (syllable is >= 0 and < Leads * Vowels * Tails && syllable % Tails == 0 && second is > TailBase and < TailBase + Tails)
            return first + second - TailBase;
        return tables.CompositionOf(first, second);
    }

    private static bool IsAllowed(List<int> letters, PrepTables tables)
    {
        if (letters.Exists(letter => tables.Is("prohibited", letter) || tables.Is("unassigned", letter)))
            return false;
        // RFC 3454, section 6.
        return !letters.Exists(letter => tables.Is("randal", letter))
            || (!letters.Exists(letter => tables.Is("l", letter)) && tables.Is("randal", letters[0]) && tables.Is("randal", letters[^1]));
    }
}
