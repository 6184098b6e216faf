using ChatRoom.Client.Text;
using ChatRoom.Tui.ChatScreen.Overlays;
using ChatRoom.Tui.Commands;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>Commands that are for the screen and not for the chat.</summary>
public static partial class TalkUpdate
{
    private static TalkStep Did(TalkModel model, LocalAction action) => action switch
    {
        LocalAction.Quit a => TalkStep.Of(model, new TalkEffect.Quit(a.Farewell)),
        LocalAction.Help a => TalkStep.Of(model with { Overlay = a.Command is { } name ? HelpOf(name) : new Overlay.Help(0) }),
        LocalAction.Theme a => a.Name is { } name ? TalkStep.Of(model, new TalkEffect.ChangeTheme(name)) : TalkStep.Of(model with { Overlay = SettingsAt(SettingTable.Theme) }),
        LocalAction.Set a => Set(model, a),
        LocalAction.Search a => SearchFor(model, a.Words),
        LocalAction.Jump a => JumpTo(model, a.Goal),
        LocalAction.Edit a => TalkStep.Of(model, new TalkEffect.OpenEditor(a.Text)),
        LocalAction.Clear => TalkStep.Of(model.With(model.Reading with { Place = null, ClearedBefore = model.Current.NextNumber })),
        LocalAction.ShowIgnored => TalkStep.Of(model with { Overlay = Ignored(model) }),
        LocalAction.Reconnect => TalkStep.Of(model with { Remark = "connecting again…" }, new TalkEffect.Reconnect(model.Networks.Looking)),
        LocalAction.Status => TalkStep.Of(model with { Overlay = Status(model) }),
    };

    private static Overlay.Page HelpOf(string name) =>
        new($"/{name}", CommandTable.Find(name) is { } command ? [.. CommandHelp.Of(command)] : [$"there is no command /{name}"], 0);

    private static Overlay.Page Ignored(TalkModel model) => new("Whom you ignore", model.Chat.Ignored.IsEmpty
        ? ["nobody"]
        : [.. model.Chat.Ignored.Select(nick => TerminalText.Sanitize(nick)), "", "/unignore NICK hears somebody again"], 0);

    private static Overlay.Page Status(TalkModel model)
    {
        var facts = model.Facts;
        return new("Status", [.. StatusLines.Of(model.Chat, facts.Server, facts.Encryption, facts.Account, model.Chat.Client.Lag)], 0);
    }

    private static TalkStep Set(TalkModel model, LocalAction.Set set)
    {
        if (set.Name is not { } name)
            return TalkStep.Of(model with { Overlay = new Overlay.Settings(0) });
        if (SettingTable.Find(name) is not { } setting)
            return TalkStep.Of(model with { Remark = SettingTable.Unknown(name) });
        if (set.Value is not { } value)
            return TalkStep.Of(model with { Overlay = About(setting, model) });
        if (!setting.TrySet(model.Preferences, value, out var after, out var refusal))
            return TalkStep.Of(model with { Remark = refusal });
        var next = model with { Preferences = after, Remark = $"{setting.Name} is {setting.Read(after)} now" };
        return TalkStep.Of(next, new TalkEffect.Set(setting.Name, setting.Read(after)));
    }

    private static Overlay.Page About(Setting setting, TalkModel model) =>
        new(setting.Name, [Shown(setting, model), setting.Help, $"it can be {setting.Rule}"], 0);

    private static string Shown(Setting setting, TalkModel model) =>
        $"{setting.Name,-10} {(setting.Read(model.Preferences) is { Length: > 0 } value ? TerminalText.Sanitize(value) : "(empty)")}";

    /// <summary>On the server where it can, else in what is loaded.</summary>
    private static TalkStep SearchFor(TalkModel model, string words)
    {
        var search = Searched(model, words);
        return MayAsk(model, search) ? Chose(model, search, null) : TalkStep.Of(model with { Overlay = search });
    }

    private static TalkStep JumpTo(TalkModel model, JumpGoal goal) => goal switch
    {
        JumpGoal.Unread => JumpToUnread(model),
        JumpGoal.Mention => JumpToMention(model),
        JumpGoal.Start => Oldest(model),
        JumpGoal.End => Latest(model),
        JumpGoal.To g => Seek(model, g.Moment, null),
    };
}
