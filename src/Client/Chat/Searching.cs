using ChatRoom.Client.Protocol;
using ChatRoom.Client.Text;

namespace ChatRoom.Client.Chat;

/// <summary>Looking for words: on a server that can, else in what is loaded.</summary>
public static class Searching
{
    /// <summary>The messages that have all of these words somewhere in their text or are said by such a nickname, in any case, with or without marks.</summary>
    public static IEnumerable<Hit> Find(Conversation conversation, string words)
    {
        var wanted = Letters.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return conversation.Entries.Where(entry => wanted.Length > 0 && entry.What is EntryWhat.Said said && Array.TrueForAll(wanted, said.Has))
            .Select(entry => new Hit(conversation.Name, entry));
    }

    internal static ChatStep Search(ChatModel model, ChatWish.Search wish) => model.Client.Searches
        ? ChatStep.Of(model with { Found = null }, new ClientMessage.Search(wish.Conversation, wish.Words))
        : Placing.Refuse(model, wish.Conversation, "this server can't search; only what is loaded can be searched");

    /// <summary>A conversation that is not open here is found under its name all the same.</summary>
    internal static ChatModel HearFound(ChatModel model, ChatEvent.Found e)
    {
        var hits = new List<Hit>();
        foreach (var happened in e.Events)
        {
            if (NameOf(happened) is { } name && Hearing.EntryOf(model, model.Find(name) ?? model.Conversations[0], happened) is var (at, what))
                hits.Add(new Hit(model.Find(name)?.Name ?? name, new Entry(hits.Count, at, what)));
        }
        return model with { Found = new Found(e.Words, [.. hits]) };
    }

    private static string? NameOf(ChatEvent happened) => happened switch
    {
        ChatEvent.Said e => e.Conversation,
        ChatEvent.Noticed e => e.Conversation,
        _ => null,
    };
}
