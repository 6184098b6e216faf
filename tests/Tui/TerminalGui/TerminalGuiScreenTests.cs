using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Tests.TerminalGui;

/// <summary>The same of the driver on Terminal.Gui.</summary>
public sealed class TerminalGuiScreenTests : ScreenContract
{
    protected override IDrivenScreen Open(FrameSize size) => new DrivenTerminalGuiScreen(size);
}
