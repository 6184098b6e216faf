using ChatRoom.Client.Chat;
using ChatRoom.Client.Text;
using ChatRoom.Tui.ChatScreen.Overlays;
using ChatRoom.Tui.ChatScreen.Panes;
using ChatRoom.Tui.Commands;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>What calls the person, where they are named, and commands of their own.</summary>
internal static class OwnCommands
{
    /// <summary>More would not be read.</summary>
    private const int MostMentions = 100;

    public static TalkStep Notify(TalkModel model, LocalAction.Notify wanted)
    {
        var conversation = wanted.Conversation is { } name ? model.Chat.Find(name) ?? model.Current : model.Current;
        var id = model.Networks.Current.IdOf(conversation.Name);
        var shown = Names.Of(model.Networks, model.Networks.Current, conversation);
        if (wanted.IsQuestion)
            return TalkStep.Of(model with { Remark = $"{Words(model.NotifyFor(id))} in {shown}" });
        var notified = wanted.What is { } what ? model.Notified.SetItem(id, what) : model.Notified.Remove(id);
        var next = model with { Notified = notified };
        return TalkStep.Of(next with { Remark = $"from now on {Words(next.NotifyFor(id))} in {shown}" });
    }

    private static string Words(NotifyOf what) => what switch
    {
        NotifyOf.Mentions => "what names you calls you",
        NotifyOf.All => "everything calls you",
        NotifyOf.Nothing => "nothing calls you",
    };

    /// <summary>From newer to older, over all networks.</summary>
    public static Overlay.Mentions Mentions(TalkModel model) => new(0,
    [
        .. Listed.Of(model.Networks)
            .SelectMany(one => one.Conversation.Entries.Where(entry => entry.What is EntryWhat.Said { Mention: true })
                .Select(entry => new Mentioned(one.Id, one.Conversation.Name, TitleOf(model, one), entry)))
            .OrderByDescending(mention => mention.Entry.At.Time)
            .Take(MostMentions),
    ]);

    /// <summary>Goes there as soon as the other conversation is shown.</summary>
    public static TalkStep GoTo(TalkModel model, Mentioned mention) => mention.Where == model.CurrentId
        ? Scrolling.ShowNumber(model with { Overlay = null, Marked = mention.Entry.Number, Chosen = null }, mention.Entry.Number)
        : TalkStep.Of(
            model with { Overlay = null, Chosen = null, PeopleFrom = 0, PendingJump = new(mention.Where, mention.Entry.At.Time, mention.Entry.At.MessageId) },
            mention.Where.Network, new ChatWish.Look(mention.Name));

    private static string TitleOf(TalkModel model, Listed one)
    {
        var name = Names.Of(model.Networks, one.Network, one.Conversation);
        return model.Networks.All.Count > 1 ? $"{name} · {Names.Of(model.Networks, one.Network)}" : name;
    }

    public static TalkStep Alias(TalkModel model, LocalAction.Alias wanted)
    {
        if (wanted.Name is not { } name)
            return TalkStep.Of(model with { Overlay = new Overlay.Page("Your own commands", All(model), 0) });
        if (wanted.Text is not { } text)
            return TalkStep.Of(model with { Remark = model.Aliases.TryGetValue(name, out var meaning) ? $"/{name} is {TerminalText.Sanitize(meaning)}" : NoAlias(name) });
        if (text.Length > 0)
            return TalkStep.Of(model with { Aliases = model.Aliases.SetItem(name, text), Remark = $"/{name} is {TerminalText.Sanitize(text)} now" }, new TalkEffect.SetAlias(name, text));
        return model.Aliases.ContainsKey(name)
            ? TalkStep.Of(model with { Aliases = model.Aliases.Remove(name), Remark = $"/{name} is forgotten" }, new TalkEffect.SetAlias(name, null))
            : TalkStep.Of(model with { Remark = NoAlias(name) });
    }

    private static string NoAlias(string name) => $"you have no command /{TerminalText.Sanitize(name)} of your own; /alias shows all";

    private static ChatRoom.Irc.ValueList<string> All(TalkModel model) => model.Aliases.IsEmpty
        ? ["none yet", "", "/alias wave /me waves to $1 makes one"]
        : [.. model.Aliases.Select(alias => $"/{alias.Key} = {TerminalText.Sanitize(alias.Value)}"), "", "/unalias NAME forgets one"];
}
