using ChatRoom.Tui.Commands;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.Composing;

public static partial class Completion
{
    private static IEnumerable<CompletionItem> OfKind(ArgumentKind kind, string word, string[] given, CompletionSources sources) => kind switch
    {
        ArgumentKind.Text or ArgumentKind.Word => [],
        ArgumentKind.Room => Starting(sources.Rooms, word.StartsWith('#') || word.Length == 0 ? word : "#" + word, " "),
        ArgumentKind.Person => Nicks(word, "", " ", sources),
        ArgumentKind.Whom => Nicks(word, "", " ", sources).Concat(Starting(sources.Rooms, word, " ")),
        ArgumentKind.Ignored => Starting(sources.Ignored, word, ""),
        ArgumentKind.Notify => Starting(CommandTable.Notifications, word, ""),
        ArgumentKind.Theme => Starting(sources.Themes, word, ""),
        ArgumentKind.Setting => SettingTable.All.Where(setting => setting.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(setting => new CompletionItem(setting.Name + " ", setting.Name, setting.Help)),
        ArgumentKind.SettingValue => Values(given.Length > 0 ? given[0] : "", word, sources),
        ArgumentKind.Command => sources.Commands.Where(command => command.Name.StartsWith(word.TrimStart('/'), StringComparison.OrdinalIgnoreCase))
            .Select(command => new CompletionItem(command.Name, command.Name, command.Help)),
        ArgumentKind.Emoji => word.Length >= LeastEmoji ? Emojis(word.TrimStart(':')) : [],
        ArgumentKind.Place => Starting(JumpGoal.Words, word, ""),
    };

    private static IEnumerable<CompletionItem> Values(string setting, string word, CompletionSources sources) => SettingTable.Find(setting) switch
    {
        null => [],
        { Name: SettingTable.Theme } => Starting(sources.Themes, word, ""),
        var found => Starting(found.Values, word, ""),
    };
}
