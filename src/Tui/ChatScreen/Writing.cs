using System.Diagnostics.CodeAnalysis;
using ChatRoom.Client.Chat;
using ChatRoom.Client.Text;
using ChatRoom.Tui.ChatScreen.Keys;
using ChatRoom.Tui.ChatScreen.Panes;
using ChatRoom.Tui.Commands;
using ChatRoom.Tui.Composing;
using ChatRoom.Tui.Input;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>What one writes, and what becomes of it when it is sent.</summary>
internal static class Writing
{
    /// <summary>People who spoke last are offered first; further back nobody remembers who did.</summary>
    private const int Recent = 200;

    /// <summary>What is asked beside the text, or offered for a word of it, has the key before all else.</summary>
    public static bool IsForInput(Composer draft) => draft.Popup is not null || draft.Question is not null || draft.ChordBegun;

    public static TalkStep Press(TalkModel model, Key key, UInt128 id)
    {
        var step = ComposerUpdate.Press(model.Reading.Draft, key, Around(model, key));
        if (step.Taken)
            return Wrote(model, step, id);
        if (key.IsCtrl('c'))
            return model.IsAskedToQuit
                ? TalkStep.Of(model, new TalkEffect.Quit(""))
                : TalkStep.Of(model with { IsAskedToQuit = true, Remark = $"to quit, press Ctrl+C again, or {TalkKeys.ShownFor(TalkAction.Quit)}" });
        // A popup had the first word about this key, and no use for it.
        return TalkKeys.Of(key) is { } action && IsForInput(model.Reading.Draft) ? Actions.Do(model, action, key) : TalkStep.Of(model);
    }

    public static TalkStep Paste(TalkModel model, string text, UInt128 id) => model.Overlay is { } overlay
        ? OverlayKeys.Type(model, overlay, text.Split('\n')[0])
        : Wrote(model with { Chosen = null }, ComposerUpdate.Take(model.Reading.Draft, new UserInput.Pasted(text), Around(model, default)), id);

    /// <summary>What is being written has changed, and perhaps it is finished.</summary>
    private static TalkStep Wrote(TalkModel model, ComposerStep step, UInt128 id)
    {
        var before = model.Reading.Draft;
        var next = model.With(model.Reading with { Draft = step.Composer }) with { Marked = null };
        return step.Outcome is not { } outcome ? Told(next, before.Text) : outcome switch
        {
            ComposerOutcome.Submitted o => Submit(next, o.Text, before, id),
            ComposerOutcome.EditorWanted o => TalkStep.Of(next, new TalkEffect.OpenEditor(o.Text)),
            ComposerOutcome.Refused o => TalkStep.Of(next with { Remark = o.Why }),
        };
    }

    public static TalkStep Edited(TalkModel model, string text) =>
        Told(model.With(model.Reading with { Draft = model.Reading.Draft.WithText(text) }), model.Reading.Draft.Text);

    /// <summary>Others are told that we write, unless it is a command.</summary>
    private static TalkStep Told(TalkModel model, string before)
    {
        var text = model.Reading.Draft.Text;
        if (text == before || text.StartsWith('/') || model.Current.Kind == ConversationKind.Server || !model.Preferences.Typing)
            return TalkStep.Of(model);
        return TalkStep.Of(model, new ChatWish.Type(model.Current.Name, text.Length > 0, model.Now));
    }

    /// <summary>The button does what Enter does when nothing is offered.</summary>
    public static TalkStep Send(TalkModel model, UInt128 id)
    {
        var draft = model.Reading.Draft with { Popup = null };
        return Wrote(model with { Chosen = null }, ComposerUpdate.Press(draft, new Key(KeyName.Enter), Around(model, default)), id);
    }

    private static TalkStep Submit(TalkModel model, string text, Composer before, UInt128 id)
    {
        var answered = model.Reading.Answering is { } number ? Choosing.Said(model, number)?.Entry : null;
        var context = new CommandContext(model.Chat, id, TimeZoneInfo.ConvertTime(model.Now, model.Zone)) { Selected = answered, Themes = model.ThemeNames };
        if (!TryExpand(model, text, out var meant, out var wrong))
            return Refuse(model, wrong, before);
        return CommandTable.Read(meant, context) switch
        {
            CommandResult.Wish r => Wish(model, r, answered),
            CommandResult.Local r => LocalCommands.Do(model, r.Action),
            // What was refused is still there to be put right.
            CommandResult.Refused r => Refuse(model, r.Reason, before),
        };
    }

    /// <summary>A command of the person's own stands for another text; everything else for itself. A name that became a command of ours since is that.</summary>
    private static bool TryExpand(TalkModel model, string text, out string meant, [NotNullWhen(false)] out string? wrong)
    {
        (meant, wrong) = (text, null);
        if (text.Length < 2 || text[0] != '/')
            return true;
        var end = text.AsSpan().IndexOfAny(' ', '\n');
        var name = end < 0 ? text[1..] : text[1..end];
        if (CommandTable.Find(name) is not null || !model.Aliases.TryGetValue(name, out var meaning))
            return true;
        var isRight = AliasText.TryExpand(name, meaning, end < 0 ? "" : text[end..], out var expanded, out wrong);
        meant = expanded ?? text;
        return isRight;
    }

    private static TalkStep Refuse(TalkModel model, string reason, Composer before)
    {
        var draft = before with { Popup = null, Said = model.Reading.Draft.Said };
        return TalkStep.Of(model.With(model.Reading with { Draft = draft }) with { Remark = reason });
    }

    private static TalkStep Wish(TalkModel model, CommandResult.Wish result, Entry? answered)
    {
        var step = TalkStep.Of(model.With(model.Reading with { Answering = null }));
        foreach (var wish in result.Wishes)
        {
            var said = wish as ChatWish.Say;
            var isHere = said is not null && model.Chat.Client.Same(said.Conversation, model.Current.Name);
            if (wish is ChatWish.Ignore ignore)
                step = step.Then(next => TalkStep.Of(next with { Remark = Ignoring(ignore) }));
            var whole = isHere && said!.ReplyTo is null ? said with { ReplyTo = answered?.At.MessageId } : wish;
            step = step.Then(next => TalkStep.Of(next, whole));
            if (isHere)
                step = step.Then(Scrolling.Latest);
        }
        return step;
    }

    private static string Ignoring(ChatWish.Ignore ignore) => ignore.On
        ? $"you hear nothing more of {TerminalText.Sanitize(ignore.Nick)}; /unignore {TerminalText.Sanitize(ignore.Nick)} ends that"
        : $"you hear {TerminalText.Sanitize(ignore.Nick)} again";

    private static ComposerContext Around(TalkModel model, Key key) =>
        new(InputPane.TextWidth(model.Size.Columns), Sources(model, model.Reading.Draft, key));

    /// <summary>A room may have ten thousand people, so they are listed only when one may be offered.</summary>
    private static CompletionSources Sources(TalkModel model, Composer draft, Key key) => new()
    {
        Nicks = NamesSomebody(draft, key) ? [.. Nicks(model)] : [],
        Rooms = [.. model.Chat.Conversations.Where(one => one.Kind == ConversationKind.Room).Select(one => one.Name)],
        Themes = model.ThemeNames,
        Commands = draft.Text.StartsWith('/') || key == Key.Of('/') ? [.. CommandTable.On(model.Chat.Client)] : [],
        Aliases = draft.Text.StartsWith('/') || key == Key.Of('/') ? [.. model.Aliases.Select(alias => (alias.Key, alias.Value))] : [],
        Ignored = [.. model.Chat.Ignored.Values],
    };

    private static bool NamesSomebody(Composer draft, Key key) =>
        key.Is(KeyName.Tab) || key == Key.Of('@') || draft.Popup is not null || draft.Text.StartsWith('/') || draft.Text.Contains('@');

    private static IEnumerable<string> Nicks(TalkModel model)
    {
        var entries = model.Current.Entries;
        var spoke = Enumerable.Range(0, Math.Min(Recent, entries.Count))
            .Select(back => entries[entries.Count - 1 - back].What)
            .OfType<EntryWhat.Said>()
            .Where(said => !said.Own && !said.Notice)
            .Select(said => said.Nick)
            .Where(nick => model.Current.Kind == ConversationKind.Person || model.Current.Members.ContainsKey(model.Folded(nick)));
        return spoke.Concat(model.Current.Members.Values.Select(member => member.Nick).Where(nick => !model.Chat.Client.IsOwn(nick)))
            .Distinct(StringComparer.Ordinal);
    }
}
