namespace ChatRoom.Tui.ChatScreen.Keys;

/// <summary>What a key of the chat's screen does, besides writing.</summary>
public enum TalkAction
{
    Help,
    Quit,
    Switch,
    Next,
    Previous,
    GoTo,
    NextUnread,
    PageUp,
    PageDown,
    Oldest,
    Latest,
    Search,
    JumpToDate,
    JumpToUnread,
    JumpToMention,
    Choose,
    ToggleConversations,
    TogglePeople,
    OpenEditor,
    Escape,
}
