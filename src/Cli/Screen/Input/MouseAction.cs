namespace ChatRoom.Cli.Screen;

public enum MouseAction
{
    Press,
    Release,
    RightPress,
    MiddlePress,
    WheelUp,
    WheelDown,
}
