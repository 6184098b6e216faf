using ChatRoom.Client.Protocol;
using ChatRoom.Client.Text;
using ChatRoom.Irc;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.Settings;

/// <summary>All settings, once.</summary>
public static class SettingTable
{
    public const string Auto = "auto";

    public const string Theme = "theme";

    public const string Highlight = "highlight";

    /// <summary>Each of them is looked for in each message.</summary>
    private const int LongestHighlight = 200;

    private const string Off = "off";

    private static readonly ValueList<string> Times = ["HH:mm", "HH:mm:ss", "h:mm tt", Off];

    private static readonly ValueList<string> OnOff = ["on", Off];

    public static ValueList<Setting> All { get; } =
    [
        new(Theme, [Auto, "dark", "light", "contrast", "mono"], "how everything looks; auto follows the terminal's background",
            p => p.Theme, (p, value) => ThemeName.IsOne(value) ? p with { Theme = value.ToLowerInvariant() } : null) { Rule = ThemeName.Rule },
        Choice<Palette>("palette", "the colours of nicknames: always the same, or drawn anew at each start",
            p => p.Palette, (p, value) => p with { Palette = value }),
        new("nick", [], "the nickname to begin with; empty for your login name", p => p.Nick?.Text ?? "",
            (p, value) => value.Length == 0 ? p with { Nick = null } : Nickname.TryParse(value, out var nick, out _) ? p with { Nick = nick } : null)
            { Rule = Nickname.Rule },
        Choice<NotifyOf>("notify", "what calls you when you look elsewhere", p => p.Notify, (p, value) => p with { Notify = value }),
        new(Highlight, [], "words that call you as your nickname does, with commas between them", p => p.Highlight,
            (p, value) => value.Any(char.IsControl) || value.Length > LongestHighlight ? null : p with { Highlight = value })
            { Rule = "words with commas between them" },
        Switch("bell", "ring the terminal's bell with a notification", p => p.Bell, (p, value) => p with { Bell = value }),
        new("time", Times, "how the time of a message is written", p => p.Time.Length == 0 ? Off : p.Time,
            (p, value) => Times.FirstOrDefault(time => time.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } time
                ? p with { Time = time == Off ? "" : time }
                : null),
        Choice<JoinsShown>("joins", "people who come and go: several on a line, a line each, or not at all", p => p.Joins, (p, value) => p with { Joins = value }),
        Switch("typing", "let others see that you are writing", p => p.Typing, (p, value) => p with { Typing = value }),
        Switch("ctcp", "answer other people's programs (CTCP VERSION, TIME, PING); counts from the next connection", p => p.Ctcp, (p, value) => p with { Ctcp = value }),
        Switch("mouse", "clicks and the wheel work; off to select text as in other programs", p => p.Mouse, (p, value) => p with { Mouse = value }),
    ];

    public static Setting? Find(string name) => All.FirstOrDefault(setting => setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Says what there is and what was probably meant.</summary>
    public static string Unknown(string name)
    {
        var nearest = Nearest.To(name.ToLowerInvariant(), All.Select(setting => setting.Name), 2);
        return $"there is no setting '{TerminalText.Sanitize(name)}'; "
            + (nearest is null ? $"there are: {string.Join(", ", All.Select(setting => setting.Name))}" : $"did you mean {nearest}?");
    }

    /// <summary>The table of docs/client.md; a test compares them.</summary>
    public static string ToMarkdown() => "| setting | values | default | what it is |\n|---|---|---|---|\n" + string.Concat(All.Select(setting =>
        $"| `{setting.Name}` | {string.Join(", ", setting.Values.Select(value => $"`{value}`"))} | {(setting.Default.Length > 0 ? $"`{setting.Default}`" : "")} | {setting.Help} |\n"));

    private static Setting Choice<T>(string name, string help, Func<Preferences, T> get, Func<Preferences, T, Preferences> with)
        where T : struct, Enum =>
        new(name, [.. Enum.GetNames<T>().Select(value => value.ToLowerInvariant())], help, p => get(p).ToString().ToLowerInvariant(),
            // Numbers are values of an enum to .NET, and to nobody else.
            (p, value) => value.All(char.IsAsciiLetter) && Enum.TryParse<T>(value, ignoreCase: true, out var found) ? with(p, found) : null);

    private static Setting Switch(string name, string help, Func<Preferences, bool> get, Func<Preferences, bool, Preferences> with) =>
        new(name, OnOff, help, p => get(p) ? "on" : Off, (p, value) => value.ToLowerInvariant() switch
        {
            "on" or "yes" or "true" => with(p, true),
            Off or "no" or "false" => with(p, false),
            _ => null,
        });
}
