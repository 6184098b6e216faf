using ChatRoom.Irc;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.ChatScreen.Keys;

/// <summary>Every key of the chat's screen that does not write. The update and the help both read it, so that they cannot differ.</summary>
public static class TalkKeys
{
    public static ValueList<KeyBinding> All { get; } =
    [
        Of(TalkAction.Help, "this help", Named(KeyName.F1)),
        Of(TalkAction.Switch, "find a room or a person", Ctrl('k')),
        Of(TalkAction.Next, "the next conversation", Ctrl('n'), Named(KeyName.Down, Modifiers.Alt)),
        Of(TalkAction.Previous, "the previous one", Ctrl('p'), Named(KeyName.Up, Modifiers.Alt)),
        Of(TalkAction.GoTo, "the first nine conversations", [.. "123456789".Select(Alt)]),
        Of(TalkAction.NextUnread, "the next one with something new", Alt('a')),
        Of(TalkAction.PageUp, "scroll up", Named(KeyName.PageUp)),
        Of(TalkAction.PageDown, "scroll down", Named(KeyName.PageDown)),
        Of(TalkAction.Oldest, "the oldest message that is loaded", Named(KeyName.Home, Modifiers.Ctrl)),
        Of(TalkAction.Latest, "the latest message", Named(KeyName.End, Modifiers.Ctrl)),
        Of(TalkAction.Search, "search", Ctrl('f')),
        Of(TalkAction.JumpToDate, "go to a date", Alt('j')),
        Of(TalkAction.JumpToUnread, "go to the first unread message", Alt('u')),
        Of(TalkAction.JumpToMention, "go to the last message that names you", Alt('m')),
        Of(TalkAction.Choose, "choose a message: answer, react, copy, open", Alt('s')),
        Of(TalkAction.ToggleConversations, "show or hide the conversations", Named(KeyName.F9)),
        Of(TalkAction.TogglePeople, "show or hide the people", Named(KeyName.F10), Alt('n')),
        Of(TalkAction.OpenEditor, "write in your editor", Alt('e')),
        Of(TalkAction.Escape, "out of whatever is open; back to the latest", Named(KeyName.Escape)),
        Of(TalkAction.Quit, "say goodbye and quit", Ctrl('q')),
    ];

    private static readonly Dictionary<Key, TalkAction> ByKey =
        All.SelectMany(binding => binding.Keys.Select(key => (key, binding.Action))).ToDictionary(pair => pair.key, pair => pair.Action);

    /// <summary>Null for a key that is for the part that has the focus.</summary>
    public static TalkAction? Of(Key key) => ByKey.TryGetValue(key, out var action) ? action : null;

    public static string ShownFor(TalkAction action) => All.First(binding => binding.Action == action).Keys[0].ToString();

    private static KeyBinding Of(TalkAction action, string does, params ReadOnlySpan<Key> keys) => new(action, ValueList.Create(keys), does);

    private static Key Named(KeyName name, Modifiers modifiers = Modifiers.None) => new(name, Modifiers: modifiers);

    private static Key Ctrl(char letter) => Key.Of(letter, Modifiers.Ctrl);

    private static Key Alt(char letter) => Key.Of(letter, Modifiers.Alt);
}
