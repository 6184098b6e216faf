using ChatRoom.Domain.Data;

namespace ChatRoom.Journal.Search;

/// <summary>Words that follow each other; of the last one perhaps only the beginning.</summary>
public sealed record SearchPhrase(ValueList<string> Words, bool IsBeginning)
{
    internal bool IsTooShort { get; init; }

    public bool IsIn(IReadOnlyList<Word> text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Words.Count == 1)
            return text.Any(word => Fits(word.Text, 0));
        for (var first = 0; first < text.Count; first++)
        {
            if (BeginsAt(text, first))
                return true;
        }
        return false;
    }

    private bool BeginsAt(IReadOnlyList<Word> text, int place)
    {
        for (var i = 0; i < Words.Count; i++, place++)
        {
            // A tail counts only where it is looked for, as the last letter of all.
            while (place < text.Count && text[place].IsTail && !Fits(text[place].Text, i))
                place++;
            if (place >= text.Count || !Fits(text[place].Text, i))
                return false;
        }
        return true;
    }

    private bool Fits(string word, int i) =>
        i == Words.Count - 1 && IsBeginning ? word.StartsWith(Words[i], StringComparison.Ordinal) : word == Words[i];
}
