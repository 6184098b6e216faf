using ChatRoom.Client.Chat;
using ChatRoom.Tui.ChatScreen.Keys;
using ChatRoom.Tui.ChatScreen.Overlays;
using ChatRoom.Tui.ChatScreen.Panes;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>What a key does on the whole screen, and a click on what stands for it.</summary>
internal static class Actions
{
    public static TalkStep Do(TalkModel model, TalkAction action, Key key) => action switch
    {
        TalkAction.Help => TalkStep.Of(model with { Overlay = model.Overlay is Overlay.Help ? null : new Overlay.Help(0) }),
        TalkAction.Quit => TalkStep.Of(model, new TalkEffect.Quit("")),
        TalkAction.Switch => TalkStep.Of(model with { Overlay = new Overlay.Switcher("", 0, SwitcherSearch.Of(model, "")) }),
        TalkAction.Next => Visiting.Beside(model, 1),
        TalkAction.Previous => Visiting.Beside(model, -1),
        TalkAction.GoTo => Visiting.GoTo(model, key.Letter.Value - '1'),
        TalkAction.NextUnread => Visiting.NextUnread(model),
        TalkAction.PageUp => Scrolling.Scroll(model, -Scrolling.Page(model)),
        TalkAction.PageDown => Scrolling.Scroll(model, Scrolling.Page(model)),
        TalkAction.Oldest => Scrolling.Oldest(model),
        TalkAction.Latest => Scrolling.Latest(model),
        TalkAction.Search => TalkStep.Of(model with { Overlay = new Overlay.Search("", 0, []) }),
        TalkAction.JumpToDate => TalkStep.Of(model with { Overlay = new Overlay.Date("", null) }),
        TalkAction.JumpToUnread => Scrolling.JumpToUnread(model),
        TalkAction.JumpToMention => Scrolling.JumpToMention(model),
        TalkAction.Choose => Choosing.ChooseNewest(model),
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
        : model.Reading.Place is not null ? Scrolling.Latest(model)
        : TalkStep.Of(model with { PendingJump = null });
}
