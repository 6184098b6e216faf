using ChatRoom.Client.Protocol;
using ChatRoom.Client.Text;

namespace ChatRoom.Client.Chat;

/// <summary>Looking for words: on a server that can, else in what is loaded.</summary>
public static class Searching
{
    /// <summary>The messages that have all of these words somewhere in their text or are said by such a nickname, in any case, with or without marks.</summary>
    public static Found Find(Conversation conversation, string words)
    {
        var wanted = Letters.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = conversation.Entries.Where(entry => wanted.Length > 0 && entry.What is EntryWhat.Said said && Array.TrueForAll(wanted, said.Has));
        return new(conversation.Name, words, [.. found]);
    }

    internal static ChatStep Search(ChatModel model, ChatWish.Search wish) => model.Client.Searches
        ? ChatStep.Of(model with { Found = null }, new ClientMessage.Search(wish.Conversation, wish.Words))
        : Placing.Refuse(model, wish.Conversation, "this server can't search; only what is loaded can be searched");

    internal static ChatModel HearFound(ChatModel model, ChatEvent.Found e)
    {
        var known = model.Find(e.Target) ?? model.Conversations[0];
        var said = e.Events.Select(happened => Hearing.EntryOf(model, known, happened)).OfType<(Stamp At, EntryWhat What)>();
        return model with { Found = new Found(e.Target, e.Words, [.. said.Select((one, i) => new Entry(i, one.At, one.What))]) };
    }
}
