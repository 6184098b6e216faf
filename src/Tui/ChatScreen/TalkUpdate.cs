using ChatRoom.Client.Chat;
using ChatRoom.Client.Text;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>
/// What becomes of the chat's screen when something happens. Pure. This file sorts; the others decide, one part each.
/// </summary>
public static partial class TalkUpdate
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
        TalkMessage.Heard m => Heard(model, m.Networks),
        TalkMessage.Passed m => TalkStep.Of(model with { Now = m.Now }),
        TalkMessage.Edited m => Edited(model, m.Text),
        TalkMessage.Themed m => TalkStep.Of(model with { Theme = m.Theme }),
        TalkMessage.Told m => TalkStep.Of(model with { Remark = TerminalText.Sanitize(m.Text) }),
    };

    private static TalkStep Did(TalkModel model, UserInput input, UInt128 id) => input switch
    {
        UserInput.Pressed i => Pressed(model with { Remark = null, IsAskedToQuit = model.IsAskedToQuit && i.Key.IsCtrl('c'), IsAskedToLeave = false }, i.Key, id),
        UserInput.Pasted i => Pasted(model with { Remark = null }, i.Text, id),
        UserInput.Moused i => Moused(model, i, id),
        UserInput.Resized i => TalkStep.Of(model with { Size = i.Size }),
        UserInput.Focused i => Focused(model, i.HasFocus),
        UserInput.BackgroundKnown => TalkStep.Of(model),
        UserInput.HungUp => TalkStep.Of(model, new TalkEffect.Quit("")),
    };

    private static TalkStep Focused(TalkModel model, bool hasFocus) =>
        hasFocus
        ? Seen(model with { HasFocus = true })
        : TalkStep.Of(model with { HasFocus = false, AwaySince = (model.CurrentId, model.Current.NextNumber) });

    /// <summary>What is shown in a window in front is looked at; what lies beyond a hole is not shown.</summary>
    private static TalkStep Seen(TalkModel model) => model.HasFocus && model.Current is { Unread: > 0, Newer: Reach.End }
        ? TalkStep.Of(model, new ChatWish.Look(model.Current.Name))
        : TalkStep.Of(model);
}
