using System.Collections.Immutable;
using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Client.Text;
using ChatRoom.Tui.ChatScreen.Lines;
using ChatRoom.Tui.ChatScreen.Overlays;
using ChatRoom.Tui.ChatScreen.Panes;
using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.ChatScreen;

public static partial class TalkUpdate
{
    private static TalkStep Heard(TalkModel model, ChatModel chat)
    {
        var next = model with { Chat = chat, Now = chat.Now > model.Now ? chat.Now : model.Now };
        if (!chat.Client.Same(model.Chat.Looking, chat.Looking))
            next = next with { Chosen = null, Marked = null, PeopleFrom = 0, AwaySince = null, Visited = Left(next, model.Chat.Looking) };
        return Sought(Answered(Delivered(next, model.Chat))).Then(Seen).Then(Filled).Then(LookedFurther).Then(seen => Called(seen, model.Chat));
    }

    /// <summary>What was said before fills the screen, or the beginning is seen; nobody has to scroll to learn which.</summary>
    private static TalkStep Filled(TalkModel model)
    {
        var (current, area) = (model.Current, TalkLayout.Of(model).Messages);
        var isThere = current.Kind switch
        {
            ConversationKind.Room => model.Chat.Client.Room(current.Name) is { Phase: RoomPhase.Open } && model.Chat.Client.Gap(current.Name) is null,
            ConversationKind.Person => true,
            _ => false,
        };
        // Several people who came and went share a row; beyond that nothing is laid out only to be counted.
        var mayBeShort = isThere && current.Older == Reach.More && model.Chat.Link is LinkState.Online && current.Entries.Count <= 2 * area.Height;
        return mayBeShort && Viewport.Of(new MessageLayout(model, area.Width), null, area.Height).Rows.Count < area.Height
            ? TalkStep.Of(model, new ChatWish.LoadOlder(current.Name))
            : TalkStep.Of(model);
    }

    /// <summary>A line for somewhere else was kept: the only sign of it where one is.</summary>
    private static TalkModel Delivered(TalkModel model, ChatModel before)
    {
        var client = model.Chat.Client;
        var kept = before.Client.Lines.Find(line => !client.Same(client.RoomOf(line.Target) ?? line.Target, model.Current.Name)
            && !client.Lines.Exists(still => still.Id == line.Id) && !client.Waiting.Exists(still => still.Id == line.Id));
        var isKept = kept is not null && model.Chat.Link is LinkState.Online && model.Chat.Find(client.RoomOf(kept.Target) ?? kept.Target) is { } known
            && known.Entries is [.., { What: EntryWhat.Said { Own: true, Fate: DeliveryState.Kept } said }] && said.Text == kept.Text;
        return isKept && model.Remark is null ? model with { Remark = $"said to {TerminalText.Sanitize(kept!.Target)}: {TerminalText.Sanitize(kept.Text)}" } : model;
    }

    private static ImmutableList<string> Left(TalkModel model, string conversation)
    {
        var left = model.Folded(conversation);
        return model.Visited.Remove(left).Insert(0, left);
    }

    /// <summary>What the server found replaces what was found here, unless something else is looked for by now.</summary>
    private static TalkModel Answered(TalkModel model) =>
        model.Overlay is Overlay.Search { IsAsked: true, IsAnswered: false } search && model.Chat.Found is { } found && found.Words == search.Words
            ? model with { Overlay = search with { IsAnswered = true, Chosen = 0, Found = [.. found.Entries.Reverse()] } }
            : model;

    /// <summary>What was asked for may be there now.</summary>
    private static TalkStep Sought(TalkModel model)
    {
        if (model.PendingJump is not { } seeking || !model.Chat.Client.Same(seeking.Conversation, model.Current.Name))
            return TalkStep.Of(model);
        if (Sought(model, seeking) is not { } number)
            return model.Current.Older == Reach.Loading || model.Current.Newer == Reach.Loading ? TalkStep.Of(model) : ShowNearest(model, seeking);
        return ShowNumber(model with { Marked = seeking.MessageId is null ? null : number, PendingJump = null, Remark = null }, number);
    }

    /// <summary>The server has answered, and what was sought is not there: nothing was said before that moment, or the message is gone.</summary>
    private static TalkStep ShowNearest(TalkModel model, PendingJump seeking)
    {
        var found = model with { PendingJump = null, Remark = seeking.MessageId is null ? null : "that message is not there any more" };
        var entries = model.Current.Entries;
        if (entries.Count == 0)
            return TalkStep.Of(found with { Remark = "nothing was said around that time" });
        var nearest = entries.FirstOrDefault(entry => entry.At.Time >= seeking.Moment) ?? entries[^1];
        return ShowNumber(found, nearest.Number);
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
