using ChatRoom.Client.Chat;
using ChatRoom.Client.Text;
using ChatRoom.Tui.ChatScreen.Keys;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>
/// What becomes of the chat's screen when something happens. Pure. This sorts; modules decide, one part each, and call only those below them.
/// </summary>
public static class TalkUpdate
{
    /// <summary>The screen as it begins, and what it wants then.</summary>
    public static TalkStep Begin(TalkModel model) => TalkStep.Of(model, new ChatWish.Look(model.Current.Name));

    public static TalkStep Update(TalkModel model, TalkMessage message)
    {
        var step = Sorted(model, message);
        return IsElsewhere(model, step.Model)
            ? step.Then(next => TalkStep.Of(next, new ChatWish.ReadAt(next.Current.Name, next.Reading.Place?.Number)))
            : step;
    }

    /// <summary>The chat keeps what one reads, so it is told where that is.</summary>
    private static bool IsElsewhere(TalkModel before, TalkModel now) => now.CurrentId == before.CurrentId
        ? now.Reading.Place?.Number != before.Reading.Place?.Number
        : now.Reading.Place is not null;

    private static TalkStep Sorted(TalkModel model, TalkMessage message) => message switch
    {
        TalkMessage.Did m => Did(model with { Now = m.Now }, m.Input, m.Id),
        TalkMessage.Heard m => News.Hear(model, m.Networks),
        TalkMessage.Passed m => TalkStep.Of(model with { Now = m.Now }),
        TalkMessage.Edited m => Writing.Edited(model, m.Text),
        TalkMessage.Themed m => TalkStep.Of(model with { Theme = m.Theme }),
        TalkMessage.Told m => TalkStep.Of(model with { Remark = TerminalText.Sanitize(m.Text) }),
    };

    private static TalkStep Did(TalkModel model, UserInput input, UInt128 id) => input switch
    {
        UserInput.Pressed i => Pressed(model with { Remark = null, IsAskedToQuit = model.IsAskedToQuit && i.Key.IsCtrl('c'), IsAskedToLeave = false }, i.Key, id),
        UserInput.Pasted i => Writing.Paste(model with { Remark = null }, i.Text, id),
        UserInput.Moused i => Clicking.Do(model, i, id),
        UserInput.Resized i => TalkStep.Of(model with { Size = i.Size }),
        UserInput.Focused i => Focused(model, i.HasFocus),
        UserInput.BackgroundKnown => TalkStep.Of(model),
        UserInput.HungUp => TalkStep.Of(model, new TalkEffect.Quit("")),
    };

    private static TalkStep Focused(TalkModel model, bool hasFocus) =>
        hasFocus
        ? Visiting.Seen(model with { HasFocus = true })
        : TalkStep.Of(model with { HasFocus = false, AwaySince = (model.CurrentId, model.Current.NextNumber) });

    /// <summary>A key is for the overlay, else for the chosen message, else for the whole screen, else for what one writes.</summary>
    private static TalkStep Pressed(TalkModel model, Key key, UInt128 id)
    {
        var action = TalkKeys.Of(key);
        if (model.Overlay is { } overlay && action is not (TalkAction.Quit or TalkAction.Help))
            return OverlayKeys.Press(model, overlay, key);
        if (model.Chosen is { } chosen && Choosing.Press(model, chosen, key, id) is { } step)
            return step;
        if (Writing.IsForInput(model.Reading.Draft))
            return Writing.Press(model, key, id);
        return action is { } known ? Actions.Do(model, known, key) : Writing.Press(model, key, id);
    }
}
