using ChatRoom.Client.Protocol;
using ChatRoom.Irc;

namespace ChatRoom.Tui.ChatScreen.Keys;

/// <summary>All keys as the help shows them, by what one wants to do.</summary>
public sealed record KeySections(string Title, ValueList<(string Shown, string Does)> Keys)
{
    private const string Deleting = "  d";

    public static ValueList<KeySections> All { get; } =
    [
        new("Going somewhere",
        [
            .. Of(TalkAction.Switch, TalkAction.Next, TalkAction.Previous, TalkAction.GoTo, TalkAction.NextUnread, TalkAction.ToggleConversations, TalkAction.TogglePeople),
        ]),
        new("Reading",
        [
            .. Of(
                TalkAction.PageUp, TalkAction.PageDown, TalkAction.Oldest, TalkAction.Latest, TalkAction.Search, TalkAction.JumpToDate, TalkAction.JumpToUnread,
                TalkAction.JumpToMention),
        ]),
        new("Writing",
        [
            ("Enter", "send"),
            ("Alt+Enter, Ctrl+J", "a new line"),
            ("Tab, Shift+Tab", "complete a nickname, #room, /command or :emoji"),
            ("Up, Down", "by rows; then what you said before"),
            ("Home, End", "begin and end of the line; with Ctrl of the text"),
            ("Ctrl+W, Alt+D", "cut the word before, the word behind"),
            ("Ctrl+U, Ctrl+Y", "cut to the begin of the line; put it back"),
            ("Ctrl+Z, Alt+Z", "undo, redo"),
            ("Ctrl+X Ctrl+E", "write in your editor"),
            .. Of(TalkAction.OpenEditor),
        ]),
        new("Messages",
        [
            .. Of(TalkAction.Choose),
            ("  r, e", "answer the chosen one; react to it"),
            ("  c, o", "copy it; open its link"),
            (Deleting, "take it back, for everybody"),
            ("  a, t", "what failed: say it again, take it back"),
        ]),
        new("The program", [.. Of(TalkAction.Help, TalkAction.Escape, TalkAction.Quit)]),
    ];

    /// <summary>Those that can do something on this server.</summary>
    public static IEnumerable<KeySections> On(ClientModel server) =>
        server.Has(Caps.Redaction) ? All : All.Select(section => section with { Keys = [.. section.Keys.Where(key => key.Shown != Deleting)] });

    private static IEnumerable<(string, string)> Of(params TalkAction[] actions) =>
        actions.Select(action => TalkKeys.All.First(binding => binding.Action == action)).Select(binding => (binding.Shown, binding.Does));
}
