using ChatRoom.Client.Chat;
using ChatRoom.Client.Text;
using ChatRoom.Tui.ChatScreen.Overlays;
using ChatRoom.Tui.Commands;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>Settings that are written, or changed with the arrows, so that one sees at once what they do.</summary>
internal static class SettingChanges
{
    public static Overlay.Settings At(string name) => new(Math.Max(0, SettingTable.All.ToList().FindIndex(setting => setting.Name == name)));

    /// <summary>The values that an arrow leads through; none where any text will do.</summary>
    public static IReadOnlyList<string> ValuesOf(TalkModel model, Setting setting) =>
        setting.Name == SettingTable.Theme ? [SettingTable.Auto, .. model.ThemeNames] : [.. setting.Values];

    public static TalkStep Turn(TalkModel model, Overlay.Settings overlay, int by)
    {
        var setting = SettingTable.All[overlay.Chosen];
        var values = ValuesOf(model, setting);
        if (values.Count == 0)
            return TalkStep.Of(model with { Overlay = overlay, Remark = $"write /set {setting.Name} and what it is to be" });
        var now = values.ToList().FindIndex(value => value.Equals(setting.Read(model.Preferences), StringComparison.OrdinalIgnoreCase));
        var next = values[(now + by + values.Count) % values.Count];
        if (setting.Name != SettingTable.Theme)
            return Set(model with { Overlay = overlay }, new LocalAction.Set(setting.Name, next));
        var preferences = setting.TrySet(model.Preferences, next, out var after, out _) ? after : model.Preferences;
        return TalkStep.Of(model with { Overlay = overlay, Preferences = preferences }, new TalkEffect.ChangeTheme(next));
    }

    public static TalkStep Set(TalkModel model, LocalAction.Set set)
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
        var step = TalkStep.Of(next, new TalkEffect.Set(setting.Name, setting.Read(after)));
        return setting.Name != SettingTable.Highlight ? step : model.Networks.All.Aggregate(
            step, (so, network) => so.And(new TalkEffect.Wish(network.Name, new ChatWish.Highlight([.. after.Highlights]))));
    }

    private static Overlay.Page About(Setting setting, TalkModel model) =>
        new(setting.Name, [Shown(setting, model), setting.Help, $"it can be {setting.Rule}"], 0);

    private static string Shown(Setting setting, TalkModel model) =>
        $"{setting.Name,-10} {(setting.Read(model.Preferences) is { Length: > 0 } value ? TerminalText.Sanitize(value) : "(empty)")}";
}
