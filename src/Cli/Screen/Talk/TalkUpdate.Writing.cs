using ChatRoom.Client;

namespace ChatRoom.Cli.Screen;

public static partial class TalkUpdate
{
    private static TalkStep PressedInInput(TalkModel model, Key key, UInt128 id) =>
        key.Is(KeyName.Enter) ? Send(model, id)
        : Typing.Pressed(model.Reading.Draft, key) is { } draft ? Wrote(model, draft)
        : TalkStep.Of(key.IsCtrl('c') ? model with { Remark = $"to quit, press {KeyTable.ShownFor(TalkAction.Quit)}" } : model);

    /// <summary>What is being written has changed: others are told, unless it is a command.</summary>
    private static TalkStep Wrote(TalkModel model, Composer draft)
    {
        var next = model.With(model.Reading with { Draft = draft });
        if (draft.Text == model.Reading.Draft.Text || draft.Text.StartsWith('/') || model.Current.Kind == ConversationKind.Server)
            return TalkStep.Of(next);
        return TalkStep.Of(next, new ChatWish.Type(model.Current.Name, draft.Text.Length > 0, model.Now));
    }

    private static TalkStep Send(TalkModel model, UInt128 id)
    {
        var text = model.Reading.Draft.Text;
        if (string.IsNullOrWhiteSpace(text))
            return TalkStep.Of(model);
        if (model.Current.Kind == ConversationKind.Server)
            return TalkStep.Of(model with { Remark = "nobody reads here; Ctrl+K finds a room" });
        var answered = model.Reading.Answering is { } number ? Said(model, number)?.Entry.At.MessageId : null;
        var next = model.With(model.Reading with { Draft = Composer.Empty, Answering = null }) with { Chosen = null };
        var said = TalkStep.Of(next, new ChatWish.Say(model.Current.Name, text, Manner.Message, id, answered));
        return said.Then(Latest);
    }
}
