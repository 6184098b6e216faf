using ChatRoom.Client.Text;

namespace ChatRoom.Client.Chat;

/// <summary>Searching in what is loaded, for servers that can't.</summary>
public sealed partial class Transcript
{
    /// <summary>The messages that have all of these words somewhere in their text or are said by such a nickname, in any case, with or without marks.</summary>
    public static Found Find(Conversation conversation, string words)
    {
        var wanted = Letters.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = conversation.Entries.Where(entry => wanted.Length > 0 && entry.What is EntryWhat.Said said && Array.TrueForAll(wanted, said.Has));
        return new(conversation.Name, words, [.. found]);
    }
}
