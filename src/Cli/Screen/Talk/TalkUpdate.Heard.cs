using ChatRoom.Client;

namespace ChatRoom.Cli.Screen;

public static partial class TalkUpdate
{
    private static TalkStep Heard(TalkModel model, ChatModel chat)
    {
        var next = model with { Chat = chat, Now = chat.Now > model.Now ? chat.Now : model.Now };
        if (!chat.Client.Same(model.Chat.Looking, chat.Looking))
            next = next with { Chosen = null, PeopleFrom = 0 };
        return Found(next).Then(Seen).Then(found => Called(found, model.Chat));
    }

    /// <summary>What was asked for may be there now.</summary>
    private static TalkStep Found(TalkModel model)
    {
        if (model.Seeking is not { } seeking || !model.Chat.Client.Same(seeking.Conversation, model.Current.Name)
            || Sought(model, seeking) is not { } number)
            return TalkStep.Of(model);
        return ShowNumber(model with { Chosen = seeking.MessageId is null ? null : number, Seeking = null, Remark = null }, number);
    }

    /// <summary>Somebody names us or speaks to us alone, and we don't see it: the terminal calls.</summary>
    private static TalkStep Called(TalkModel model, ChatModel before)
    {
        foreach (var conversation in model.Chat.Conversations)
        {
            var isSeen = model.HasFocus && ReferenceEquals(conversation, model.Current);
            if (!isSeen && before.Find(conversation.Name) is { } known && !ReferenceEquals(known, conversation)
                && NewMention(conversation, known.Entries.IsEmpty ? long.MinValue : known.Entries[^1].Number) is { } said)
                return new(model, [.. Calls(model, conversation, said)]);
        }
        return TalkStep.Of(model);
    }

    private static EntryWhat.Said? NewMention(Conversation conversation, long after)
    {
        for (var i = conversation.Entries.Count - 1; i >= 0 && conversation.Entries[i].Number > after; i--)
        {
            if (conversation.Entries[i] is { What: EntryWhat.Said { Mention: true, Own: false } said, At.History: false })
                return said;
        }
        return null;
    }

    private static IEnumerable<TalkEffect> Calls(TalkModel model, Conversation conversation, EntryWhat.Said said)
    {
        if (model.Rings)
            yield return new TalkEffect.Do(new Signal.Bell());
        if (model.Notifies)
        {
            var title = conversation.Kind == ConversationKind.Person ? said.Nick : $"{said.Nick} in {conversation.Name}";
            yield return new TalkEffect.Do(new Signal.Notify(Harmless.Text(title), Harmless.Text(said.Text.ReplaceLineEndings(" "))));
        }
    }
}
