using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Client.Text;
using ChatRoom.Tui.ChatScreen.Lines;
using ChatRoom.Tui.ChatScreen.Overlays;
using ChatRoom.Tui.ChatScreen.Panes;
using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>A message is chosen, and something is done with it.</summary>
internal static class Choosing
{
    private const string NoIds = "this server gives messages no ids, so they can't be answered";

    public static TalkStep ChooseNewest(TalkModel model)
    {
        var area = TalkLayout.Of(model).Messages;
        var seen = Viewport.Of(new MessageLayout(model, area.Width), model.Reading.Place, area.Height);
        var number = model.Marked is { } marked && IsSaid(model, marked)
            ? marked
            : seen.Rows.LastOrDefault(row => row.Number is { } shown && IsSaid(model, shown))?.Number;
        return TalkStep.Of(number is null
            ? model with { Remark = "there is no message to choose" }
            : model with { Chosen = number, Marked = null });
    }

    public static bool IsSaid(TalkModel model, long number) => Said(model, number) is not null;

    public static (Entry Entry, EntryWhat.Said Said)? Said(TalkModel model, long number) => OwnLines.Of(model).Said(number);

    /// <summary>Null for a key that is none of the chosen message's.</summary>
    public static TalkStep? Press(TalkModel model, long number, Key key, UInt128 id)
    {
        if (key.Is(KeyName.Up) || key.Is(KeyName.Down))
            return ChooseBeside(model, number, key.Is(KeyName.Up) ? -1 : 1);
        if (!key.Writes && !key.Is(KeyName.Enter))
            return null;
        if (Said(model, number) is not var (entry, said))
            return TalkStep.Of(model with { Chosen = null });
        return key.ToString() switch
        {
            "r" or "Enter" => Answer(model, entry),
            "e" => React(model, entry),
            "c" => TalkStep.Of(model with { Remark = "copied" }, new TalkEffect.Do(new Signal.Copy(TerminalText.Sanitize(said.Text)))),
            "o" => OpenFirstLink(model, said),
            "d" when model.Chat.Client.Has(Caps.Redaction) => Delete(model, entry, said),
            "a" when said is { Fate: DeliveryState.Failed or DeliveryState.PerhapsSent, Id: { } failed } => Again(model, failed, id),
            "t" when said is { Fate: not DeliveryState.Kept, Id: { } failed } => Discard(model, failed),
            _ => TalkStep.Of(model with { Remark = "a message is chosen; Esc to write" }),
        };
    }

    private static TalkStep ChooseBeside(TalkModel model, long number, int step)
    {
        var entries = OwnLines.Of(model);
        for (var i = entries.IndexOf(number) + step; i >= 0 && i < entries.Count; i += step)
        {
            if (entries[i].What is EntryWhat.Said)
                return Scrolling.ShowNumber(model with { Chosen = entries[i].Number }, entries[i].Number);
        }
        return step < 0 ? Scrolling.Scroll(model, -1) : TalkStep.Of(model with { Chosen = null });
    }

    private static TalkStep Answer(TalkModel model, Entry entry) => TalkStep.Of(entry.At.MessageId is null
        ? model with { Remark = NoIds }
        : model.With(model.Reading with { Answering = entry.Number }) with { Chosen = null });

    private static TalkStep React(TalkModel model, Entry entry) => TalkStep.Of(entry.At.MessageId is null
        ? model with { Remark = NoIds }
        : model with { Overlay = new Overlay.React(entry.Number, 0, "") });

    /// <summary>For everybody; whether one may, the server says.</summary>
    private static TalkStep Delete(TalkModel model, Entry entry, EntryWhat.Said said) => entry.At.MessageId is { } id && said.TakenBackBy is null
        ? TalkStep.Of(model with { Chosen = null }, ChatWish.Command.Redact(model.Current.Name, id, null))
        : TalkStep.Of(model with { Remark = said.TakenBackBy is null ? NoIds : "it is taken back already" });

    private static TalkStep OpenFirstLink(TalkModel model, EntryWhat.Said said)
    {
        var text = TerminalText.Sanitize(said.Text);
        return Links.In(text) is [var first, ..]
            ? TalkStep.Of(model with { Remark = "opening the link…" }, new TalkEffect.OpenLink(Links.AddressOf(text[first])))
            : TalkStep.Of(model with { Remark = "there is no link in this message" });
    }

    public static TalkStep Again(TalkModel model, UInt128 failed, UInt128 id) =>
        TalkStep.Of(model with { Chosen = null }, new ChatWish.Retry(model.Current.Name, failed, id));

    public static TalkStep Discard(TalkModel model, UInt128 failed) =>
        TalkStep.Of(model with { Chosen = null }, new ChatWish.Discard(model.Current.Name, failed));

    /// <summary>The reaction is ours from now on, or no longer.</summary>
    public static TalkStep Toggle(TalkModel model, long number, string text)
    {
        if (Said(model, number) is not { Entry: { At.MessageId: { } messageId } entry })
            return TalkStep.Of(model with { Remark = NoIds });
        var isOurs = entry.Reactions.Any(known => known.Text == text && known.Nicks.Any(model.Chat.Client.IsOwn));
        return TalkStep.Of(model, new ChatWish.React(model.Current.Name, messageId, text, Undo: isOurs));
    }
}
