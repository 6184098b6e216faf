using ChatRoom.Client;
using ChatRoom.Irc;

namespace ChatRoom.Cli.Screen;

/// <summary>Looks for words in what is loaded of a conversation: in each message that has all of them, in any order.</summary>
public static class LoadedSearch
{
    /// <summary>More would not be read.</summary>
    private const int Most = 100;

    public static ValueList<Entry> In(Conversation conversation, string words)
    {
        var all = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (all.Length == 0)
            return [];
        var found = new List<Entry>();
        for (var i = conversation.Entries.Count - 1; i >= 0 && found.Count < Most; i--)
        {
            if (conversation.Entries[i] is { What: EntryWhat.Said said } entry && Array.TrueForAll(all, word => Has(said, word)))
                found.Add(entry);
        }
        return [.. found];
    }

    private static bool Has(EntryWhat.Said said, string word) =>
        said.Text.Contains(word, StringComparison.OrdinalIgnoreCase) || said.Nick.Equals(word, StringComparison.OrdinalIgnoreCase);
}
