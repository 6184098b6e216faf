namespace ChatRoom.Tui.Input;

/// <summary>The keys that have a name; <see cref="HubMessage"/> is for all that write something.</summary>
public enum KeyName
{
    Letter,
    Enter,
    Tab,
    Backspace,
    Delete,
    Insert,
    Escape,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    F11,
    F12,
}
