using ChatRoom.Tui.ChatScreen.Overlays;
using ChatRoom.Tui.Commands;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>Settings that are changed with the arrows, so that one sees at once what they do.</summary>
public static partial class TalkUpdate
{
    private static Overlay.Settings SettingsAt(string name) => new(Math.Max(0, SettingTable.All.ToList().FindIndex(setting => setting.Name == name)));

    /// <summary>The values that an arrow leads through; none where any text will do.</summary>
    internal static IReadOnlyList<string> ValuesOf(TalkModel model, Setting setting) =>
        setting.Name == SettingTable.Theme ? [SettingTable.Auto, .. model.ThemeNames] : [.. setting.Values];

    private static TalkStep Turned(TalkModel model, Overlay.Settings overlay, int by)
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
}
