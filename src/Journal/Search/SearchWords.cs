using ChatRoom.Domain.Data;

namespace ChatRoom.Journal.Search;

/// <summary>
/// What somebody looks for: all of these phrases, in any order. Typed as words, as "exact phrases", and as begin* where only the beginning is known.
/// </summary>
public sealed record SearchWords(ValueList<SearchPhrase> Phrases)
{
    /// <summary>More nobody types; and each costs a look into the index.</summary>
    public const int Most = 16;

    public static readonly SearchWords None = new([]);

    /// <summary>A shorter beginning is that of too many words.</summary>
    public const int ShortestBeginning = 2;

    /// <summary>Null where there is nothing to look for, or too much.</summary>
    public static SearchWords? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var phrases = new List<SearchPhrase>();
        var isQuoted = false;
        foreach (var part in text.Split('"'))
        {
            if (isQuoted)
                Add(phrases, part);
            else
                Array.ForEach(part.Split(' ', StringSplitOptions.RemoveEmptyEntries), piece => Add(phrases, piece));
            isQuoted = !isQuoted;
        }
        return phrases.Count > 0 && phrases.Sum(phrase => phrase.Words.Count) <= Most && !phrases.Exists(phrase => phrase.IsTooShort) ? new SearchWords([.. phrases]) : null;
    }

    public bool Matches(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (Phrases.IsEmpty)
            return true;
        var words = lines.SelectMany(Words.Of).ToArray();
        return Phrases.All(phrase => phrase.IsIn(words));
    }

    private static void Add(List<SearchPhrase> phrases, string text)
    {
        var words = Words.Of(text);
        // What was typed of a run is its pairs; a single letter is the beginning of something.
        var typed = words.Where((word, i) => !word.IsTail || i == 0 || words[i - 1].IsTail || !words[i - 1].Text.EndsWith(word.Text, StringComparison.Ordinal)).ToArray();
        if (typed is not [.., var last])
            return;
        var isStarred = text.TrimEnd().EndsWith('*');
        phrases.Add(new SearchPhrase([.. typed.Select(word => word.Text)], isStarred || last.IsTail)
        {
            // A single letter of a run is a word of its own.
            IsTooShort = isStarred && !last.IsTail && last.Text.Length < ShortestBeginning,
        });
    }
}
