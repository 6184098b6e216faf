using ChatRoom.Client.Chat;
using ChatRoom.Tui.ChatScreen.Overlays;
using ChatRoom.Tui.ChatScreen.Panes;
using ChatRoom.Tui.Composing;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>The mouse: the wheel, and what is clicked.</summary>
internal static class Clicking
{
    private const int WheelRows = 3;

    public static TalkStep Do(TalkModel model, UserInput.Moused mouse, UInt128 id) => mouse.Action switch
    {
        MouseAction.WheelUp => Wheel(model, mouse, -WheelRows),
        MouseAction.WheelDown => Wheel(model, mouse, WheelRows),
        MouseAction.Press => Click(model with { Remark = null, IsAskedToLeave = false }, TalkView.Show(model).TargetAt(mouse.X, mouse.Y), id, model.IsAskedToLeave),
        _ => TalkStep.Of(model),
    };

    private static TalkStep Wheel(TalkModel model, UserInput.Moused mouse, int rows)
    {
        if (model.Overlay is { } overlay)
            return OverlayKeys.Press(model, overlay, new Key(rows < 0 ? KeyName.Up : KeyName.Down));
        var layout = TalkLayout.Of(model);
        if (layout.People.Contains(mouse.X, mouse.Y))
            return TalkStep.Of(model with { PeopleFrom = Math.Clamp(model.PeopleFrom + rows, 0, PeoplePane.MostFrom(model, layout.People)) });
        return layout.Conversations.Contains(mouse.X, mouse.Y) ? Visiting.Beside(model, Math.Sign(rows)) : Scrolling.Scroll(model, rows);
    }

    private static TalkStep Click(TalkModel model, Target? target, UInt128 id, bool wasAsked)
    {
        if (target is CompletionTarget completion)
            return TalkStep.Of(model.With(model.Reading with { Draft = ComposerUpdate.Accept(model.Reading.Draft, completion.Index) }));
        if (target is not TalkTarget known)
            return TalkStep.Of(model with { Overlay = null });
        // A click beside a box closes it and does nothing else.
        if (model.Overlay is { } overlay)
        {
            return known switch
            {
                TalkTarget.Choice choice => OverlayKeys.Choose(model, overlay, choice.Index),
                TalkTarget.Box => TalkStep.Of(model),
                _ => TalkStep.Of(model with { Overlay = null }),
            };
        }
        return Click(known is TalkTarget.Leave ? model with { IsAskedToLeave = wasAsked } : model, known, id);
    }

    private static TalkStep Click(TalkModel model, TalkTarget target, UInt128 id) => target switch
    {
        TalkTarget.Conversation t => Visiting.LookAt(model, t.Id),
        TalkTarget.Person t => TalkStep.Of(model with { Overlay = new Overlay.Person(t.Nick, 0) }),
        TalkTarget.Link t => TalkStep.Of(model with { Remark = "opening the link…" }, new TalkEffect.OpenLink(t.Address)),
        TalkTarget.Invitation t => TalkStep.Of(model, new ChatWish.Open(t.Room)),
        TalkTarget.Message t => TalkStep.Of(Choosing.IsSaid(model, t.Number) ? model with { Chosen = model.Chosen == t.Number ? null : t.Number, Marked = null } : model),
        TalkTarget.Chip t => Choosing.Toggle(model, t.Number, t.Text),
        TalkTarget.Quote t => ClickedQuote(model, t.MessageId),
        TalkTarget.Again t => Choosing.Again(model, t.Id, id),
        TalkTarget.Discard t => Choosing.Discard(model, t.Id),
        TalkTarget.Act t => Actions.Do(model, t.Action, default),
        TalkTarget.Send => Writing.Send(model, id),
        TalkTarget.Leave => Leave(model),
        TalkTarget.Part => TalkStep.Of(model with { Chosen = null }),
        TalkTarget.Choice or TalkTarget.Box => TalkStep.Of(model),
    };

    /// <summary>A private conversation is opened again as easily as it is closed; a room is left with a second click.</summary>
    private static TalkStep Leave(TalkModel model) => model.Current.Kind == ConversationKind.Person || model.IsAskedToLeave
        ? TalkStep.Of(model with { IsAskedToLeave = false }, new ChatWish.Close(model.Current.Name, ""))
        : TalkStep.Of(model with { IsAskedToLeave = true, Remark = $"click × again to leave {Names.OfCurrent(model)}" });

    private static TalkStep ClickedQuote(TalkModel model, string messageId)
    {
        var answer = model.Current.Entries.FirstOrDefault(entry => entry.What is EntryWhat.Said said && said.ReplyTo == messageId);
        return Scrolling.Seek(model, answer?.At.Time ?? model.Now, messageId);
    }
}
