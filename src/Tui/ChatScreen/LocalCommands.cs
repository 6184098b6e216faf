using ChatRoom.Client.Text;
using ChatRoom.Tui.ChatScreen.Overlays;
using ChatRoom.Tui.ChatScreen.Panes;
using ChatRoom.Tui.Commands;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>Commands that are for the screen and not for the chat.</summary>
internal static class LocalCommands
{
    public static TalkStep Do(TalkModel model, LocalAction action) => action switch
    {
        LocalAction.Quit a => TalkStep.Of(model, new TalkEffect.Quit(a.Farewell)),
        LocalAction.Help a => TalkStep.Of(model with { Overlay = a.Command is { } name ? HelpOf(name) : new Overlay.Help(0) }),
        LocalAction.Theme a => a.Name is { } name ? TalkStep.Of(model, new TalkEffect.ChangeTheme(name)) : TalkStep.Of(model with { Overlay = SettingChanges.At(SettingTable.Theme) }),
        LocalAction.Set a => SettingChanges.Set(model, a),
        LocalAction.Ask a => TalkStep.Of(model with { Overlay = new Overlay.Sanction(a.Of, 0) }),
        LocalAction.Search a => SearchFor(model, a.Words),
        LocalAction.Jump a => Scrolling.JumpTo(model, a.Goal),
        LocalAction.Edit a => TalkStep.Of(model, new TalkEffect.OpenEditor(a.Text)),
        LocalAction.Clear => TalkStep.Of(model.With(model.Reading with { Place = null, ClearedBefore = model.Current.NextNumber })),
        LocalAction.ShowIgnored => TalkStep.Of(model with { Overlay = Ignored(model) }),
        LocalAction.Notify a => OwnCommands.Notify(model, a),
        LocalAction.Mentions => TalkStep.Of(model with { Overlay = OwnCommands.Mentions(model) }),
        LocalAction.Alias a => OwnCommands.Alias(model, a),
        LocalAction.Connect a => TalkStep.Of(model, new TalkEffect.Connect(a.Address, a.Nick?.Text ?? model.Chat.Client.Nick)),
        LocalAction.Disconnect a => Disconnect(model, a.Farewell),
        LocalAction.Reconnect => TalkStep.Of(model with { Remark = "connecting again…" }, new TalkEffect.Reconnect(model.Networks.Looking)),
        LocalAction.Status => TalkStep.Of(model with { Overlay = Status(model) }),
    };

    private static TalkStep Disconnect(TalkModel model, string farewell) => model.Networks.All.Count == 1
        ? TalkStep.Of(model with { Remark = "this is the only server; /connect goes to another one, /quit leaves" })
        : TalkStep.Of(model with { Remark = $"leaving {Names.NetworkOf(model)}…" }, new TalkEffect.Disconnect(model.Networks.Looking, farewell));

    private static Overlay.Page HelpOf(string name) =>
        new($"/{name}", CommandTable.Find(name) is { } command ? [.. CommandHelp.Of(command)] : [$"there is no command /{name}"], 0);

    private static Overlay.Page Ignored(TalkModel model) => new("Whom you ignore", model.Chat.Ignored.IsEmpty
        ? ["nobody"]
        : [.. model.Chat.Ignored.Values.Select(nick => TerminalText.Sanitize(nick)), "", "/unignore NICK hears somebody again"], 0);

    private static Overlay.Page Status(TalkModel model)
    {
        var facts = model.Facts;
        return new("Status", [.. StatusLines.Of(model.Chat, facts.Server, facts.Encryption, facts.Account, model.Chat.Client.Lag)], 0);
    }

    /// <summary>On the server where it can, else in what is loaded.</summary>
    private static TalkStep SearchFor(TalkModel model, string words)
    {
        var search = Finding.In(model, words);
        return Finding.MayAsk(model, search) ? OverlayKeys.Choose(model, search, null) : TalkStep.Of(model with { Overlay = search });
    }
}
