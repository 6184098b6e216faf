using ChatRoom.Client;

namespace ChatRoom.Cli.Screen;

public static partial class TalkUpdate
{
    private static TalkStep Heard(TalkModel model, ChatModel chat)
    {
        var next = model with { Chat = chat, Now = chat.Now > model.Now ? chat.Now : model.Now };
        if (!chat.Client.Same(model.Chat.Looking, chat.Looking))
            next = next with { Chosen = null, Marked = null, PeopleFrom = 0, AwaySince = null };
        return Sought(Answered(next)).Then(Seen).Then(seen => Called(seen, model.Chat));
    }

    /// <summary>What the server found replaces what was found here, unless something else is looked for by now.</summary>
    private static TalkModel Answered(TalkModel model) =>
        model.Overlay is Overlay.Search { IsAsked: true, IsAnswered: false } search && model.Chat.Found is { } found && found.Words == search.Words
            ? model with { Overlay = search with { IsAnswered = true, Chosen = 0, Found = [.. found.Entries.Reverse()] } }
            : model;

    /// <summary>What was asked for may be there now.</summary>
    private static TalkStep Sought(TalkModel model)
    {
        if (model.Seeking is not { } seeking || !model.Chat.Client.Same(seeking.Conversation, model.Current.Name)
            || Sought(model, seeking) is not { } number)
            return TalkStep.Of(model);
        return ShowNumber(model with { Marked = seeking.MessageId is null ? null : number, Seeking = null, Remark = null }, number);
    }

    /// <summary>Somebody names us or speaks to us alone, and we don't see it: the terminal calls.</summary>
    private static TalkStep Called(TalkModel model, ChatModel before)
    {
        var call = model.Preferences.Notify switch
        {
            NotifyOf.Nothing => null,
            NotifyOf.Mentions => NewCall(model.Chat, before),
            _ => NewCall(model.Chat, before) ?? NewMessage(model, before),
        };
        return call is null || IsSeen(model, call.Conversation) ? TalkStep.Of(model) : new(model, [.. Calls(model, call)]);
    }

    private static bool IsSeen(TalkModel model, string conversation) =>
        model.HasFocus && model.Reading.Place is null && model.Chat.Client.Same(conversation, model.Current.Name);

    private static Call? NewCall(ChatModel chat, ChatModel before) =>
        chat.Call is { } call && call.Number > (before.Call?.Number ?? 0) ? call : null;

    /// <summary>Who wants to hear of everything is called for any message that they don't see.</summary>
    private static Call? NewMessage(TalkModel model, ChatModel before)
    {
        foreach (var conversation in model.Chat.Conversations)
        {
            if (!IsSeen(model, conversation.Name) && conversation.Entries is [.., { What: EntryWhat.Said { Own: false } said, At.History: false } last]
                && before.Find(conversation.Name) is { } known && last.Number >= known.NextNumber)
                return new Call(0, conversation.Name, said.Nick, said.Text);
        }
        return null;
    }

    private static IEnumerable<TalkEffect> Calls(TalkModel model, Call call)
    {
        if (model.Preferences.Bell)
            yield return new TalkEffect.Do(new Signal.Bell());
        var title = model.Chat.Client.Same(call.Nick, call.Conversation) ? call.Nick : $"{call.Nick} in {call.Conversation}";
        yield return new TalkEffect.Do(new Signal.Notify(Harmless.Text(title), Harmless.Text(call.Text.ReplaceLineEndings(" "))));
    }
}
