using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Drivers.Ansi;

/// <summary>Mouse reports of xterm, by the number of the button.</summary>
internal static class MouseTable
{
    private const int Shift = 4;
    private const int Alt = 8;
    private const int Ctrl = 16;
    private const int Motion = 32;

    /// <summary>What no button sends any more is a release in the old reports, which don't name the button.</summary>
    private const int OldRelease = 3;

    /// <param name="x">From 1, as sent.</param>
    /// <returns>Null for what is no input of ours: motion, wheels to the side, more buttons.</returns>
    public static UserInput? Of(int button, int x, int y, bool isRelease)
    {
        if (button < 0 || x < 1 || y < 1 || (button & Motion) != 0)
            return null;
        var modifiers = ((button & Shift) != 0 ? Modifiers.Shift : 0) | ((button & Alt) != 0 ? Modifiers.Alt : 0) | ((button & Ctrl) != 0 ? Modifiers.Ctrl : 0);
        MouseAction? action = (button & ~(Shift | Alt | Ctrl)) switch
        {
            0 => isRelease ? MouseAction.Release : MouseAction.Press,
            1 when !isRelease => MouseAction.MiddlePress,
            2 when !isRelease => MouseAction.RightPress,
            OldRelease => MouseAction.Release,
            64 => MouseAction.WheelUp,
            65 => MouseAction.WheelDown,
            _ => null,
        };
        return action is { } known ? new UserInput.Moused(known, x - 1, y - 1, modifiers) : null;
    }
}
