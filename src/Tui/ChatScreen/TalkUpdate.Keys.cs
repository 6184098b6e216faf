using ChatRoom.Client.Chat;
using ChatRoom.Tui.ChatScreen.Keys;
using ChatRoom.Tui.ChatScreen.Overlays;
using ChatRoom.Tui.ChatScreen.Panes;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.ChatScreen;

public static partial class TalkUpdate
{
    /// <summary>A key is for the overlay, else for the chosen message, else for the whole screen, else for what one writes.</summary>
    private static TalkStep Pressed(TalkModel model, Key key, UInt128 id)
    {
        var action = TalkKeys.Of(key);
        if (model.Overlay is { } overlay && action is not (TalkAction.Quit or TalkAction.Help))
            return PressedIn(model, overlay, key);
        if (model.Chosen is { } chosen && PressedOn(model, chosen, key, id) is { } step)
            return step;
        if (IsForInput(model.Reading.Draft))
            return PressedInInput(model, key, id);
        return action is { } known ? Act(model, known, key) : PressedInInput(model, key, id);
    }

    private static TalkStep Act(TalkModel model, TalkAction action, Key key) => action switch
    {
        TalkAction.Help => TalkStep.Of(model with { Overlay = model.Overlay is Overlay.Help ? null : new Overlay.Help(0) }),
        TalkAction.Quit => TalkStep.Of(model, new TalkEffect.Quit("")),
        TalkAction.Switch => TalkStep.Of(model with { Overlay = new Overlay.Switcher("", 0, SwitcherSearch.Of(model, "")) }),
        TalkAction.Next => Beside(model, 1),
        TalkAction.Previous => Beside(model, -1),
        TalkAction.GoTo => GoTo(model, key.Letter.Value - '1'),
        TalkAction.NextUnread => NextUnread(model),
        TalkAction.PageUp => Scroll(model, -Page(model)),
        TalkAction.PageDown => Scroll(model, Page(model)),
        TalkAction.Oldest => Oldest(model),
        TalkAction.Latest => Latest(model),
        TalkAction.Search => TalkStep.Of(model with { Overlay = new Overlay.Search("", 0, []) }),
        TalkAction.JumpToDate => TalkStep.Of(model with { Overlay = new Overlay.Date("", null) }),
        TalkAction.JumpToUnread => JumpToUnread(model),
        TalkAction.JumpToMention => JumpToMention(model),
        TalkAction.Choose => ChooseNewest(model),
        TalkAction.ToggleConversations => TalkStep.Of(model with { ShowsConversations = TalkLayout.Of(model).Conversations.IsEmpty }),
        TalkAction.TogglePeople => TogglePeople(model),
        TalkAction.OpenEditor => TalkStep.Of(model, new TalkEffect.OpenEditor(model.Reading.Draft.Text)),
        TalkAction.Escape => Escape(model),
    };

    private static TalkStep TogglePeople(TalkModel model)
    {
        var next = model with { ShowsPeople = TalkLayout.Of(model).People.IsEmpty };
        return TalkStep.Of(next.ShowsPeople == true && TalkLayout.Of(next).People.IsEmpty
            ? model with { Remark = model.Current.Kind == ConversationKind.Room ? "the screen is too narrow for people" : "this is no room" }
            : next);
    }

    /// <summary>One thing after the other, from the innermost.</summary>
    private static TalkStep Escape(TalkModel model) =>
        model.Overlay is not null ? TalkStep.Of(model with { Overlay = null })
        : model.Chosen is not null || model.Marked is not null ? TalkStep.Of(model with { Chosen = null, Marked = null })
        : model.Reading.Answering is not null ? TalkStep.Of(model.With(model.Reading with { Answering = null }))
        : model.Reading.Place is not null ? Latest(model)
        : TalkStep.Of(model with { PendingJump = null });

    private static TalkStep Beside(TalkModel model, int step)
    {
        var all = model.Chat.Conversations;
        var index = all.IndexOf(model.Current);
        return GoTo(model, (index + step + all.Count) % all.Count);
    }

    private static TalkStep GoTo(TalkModel model, int index) => index < model.Chat.Conversations.Count
        ? LookAt(model, model.Chat.Conversations[index])
        : TalkStep.Of(model with { Remark = $"there are only {model.Chat.Conversations.Count} conversations" });

    private static TalkStep LookAt(TalkModel model, Conversation conversation) =>
        TalkStep.Of(Leaving(model), new ChatWish.Look(conversation.Name));

    private static TalkStep LookAt(TalkModel model, ConversationId conversation) =>
        TalkStep.Of(Leaving(model), conversation.Network, new ChatWish.Look(conversation.Conversation));

    private static TalkModel Leaving(TalkModel model) => model with { Chosen = null, Overlay = null, PeopleFrom = 0, PendingJump = null };

    /// <summary>One that names us before one that is merely new; among equals the next in the list.</summary>
    private static TalkStep NextUnread(TalkModel model)
    {
        var all = model.Chat.Conversations;
        var index = all.IndexOf(model.Current);
        var after = all.Skip(index + 1).Concat(all.Take(index)).ToList();
        var next = after.Find(one => one.Mentions > 0) ?? after.Find(one => one.Unread > 0);
        return next is null ? TalkStep.Of(model with { Remark = "nothing is new elsewhere" }) : LookAt(model, next);
    }
}
