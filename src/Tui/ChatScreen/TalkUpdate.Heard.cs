using ChatRoom.Client.Chat;
using ChatRoom.Client.Text;
using ChatRoom.Tui.ChatScreen.Overlays;
using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.ChatScreen;

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
        if (model.PendingJump is not { } seeking || !model.Chat.Client.Same(seeking.Conversation, model.Current.Name)
            || Sought(model, seeking) is not { } number)
            return TalkStep.Of(model);
        return ShowNumber(model with { Marked = seeking.MessageId is null ? null : number, PendingJump = null, Remark = null }, number);
    }

    /// <summary>Somebody names us or speaks to us alone, and we don't see it: the terminal calls.</summary>
    private static TalkStep Called(TalkModel model, ChatModel before)
    {
        var alert = model.Preferences.Notify switch
        {
            NotifyOf.Nothing => null,
            NotifyOf.Mentions => NewAlert(model.Chat, before),
            _ => NewAlert(model.Chat, before) ?? NewMessage(model, before),
        };
        return alert is null || IsSeen(model, alert.Conversation) ? TalkStep.Of(model) : new(model, [.. Alerts(model, alert)]);
    }

    private static bool IsSeen(TalkModel model, string conversation) =>
        model.HasFocus && model.Reading.Place is null && model.Chat.Client.Same(conversation, model.Current.Name);

    private static Alert? NewAlert(ChatModel chat, ChatModel before) =>
        chat.Alert is { } alert && alert.Number > (before.Alert?.Number ?? 0) ? alert : null;

    /// <summary>Who wants to hear of everything is called for any message that they don't see.</summary>
    private static Alert? NewMessage(TalkModel model, ChatModel before)
    {
        foreach (var conversation in model.Chat.Conversations)
        {
            if (!IsSeen(model, conversation.Name) && conversation.Entries is [.., { What: EntryWhat.Said { Own: false } said, At.History: false } last]
                && before.Find(conversation.Name) is { } known && last.Number >= known.NextNumber)
                return new Alert(0, conversation.Name, said.Nick, said.Text);
        }
        return null;
    }

    private static IEnumerable<TalkEffect> Alerts(TalkModel model, Alert alert)
    {
        if (model.Preferences.Bell)
            yield return new TalkEffect.Do(new Signal.Bell());
        var title = model.Chat.Client.Same(alert.Nick, alert.Conversation) ? alert.Nick : $"{alert.Nick} in {alert.Conversation}";
        yield return new TalkEffect.Do(new Signal.Notify(TerminalText.Sanitize(title), TerminalText.Sanitize(alert.Text.ReplaceLineEndings(" "))));
    }
}
