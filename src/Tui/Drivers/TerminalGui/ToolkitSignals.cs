using ChatRoom.Tui.Drivers.Ansi;

namespace ChatRoom.Tui.Drivers.TerminalGui;

/// <summary>What has to be said to a terminal besides what the toolkit says to it.</summary>
internal static class ToolkitSignals
{
    public static void Enter(AnsiBytes to, bool hasStrings)
    {
        // Clicks and the wheel, and not every movement of the mouse (1003), in one way of telling (1006) and not two.
        to.Add("\e[?1003l\e[?1015l\e[?1000h\e[?1006h"u8);
        // The window's focus; lines don't wrap.
        to.Add("\e[?1004h\e[?7l"u8);
        if (hasStrings)
            to.Add("\e[22;2t"u8);
        to.Add("\e[0m"u8);
    }

    /// <summary>What the toolkit said at its start.</summary>
    public static void EnterAgain(AnsiBytes to) => to.Add("\e[?1049h\e[?2004h"u8);

    public static void Leave(AnsiBytes to) => to.Add("\e[?1003l\e[?1015l"u8);
}
