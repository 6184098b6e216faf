namespace ChatRoom.Tui.Input;

public enum MouseAction
{
    Press,
    Release,
    RightPress,
    MiddlePress,
    WheelUp,
    WheelDown,
}
