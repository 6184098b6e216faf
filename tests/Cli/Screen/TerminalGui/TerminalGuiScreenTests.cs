using ChatRoom.Cli.Screen;

namespace ChatRoom.Cli.Tests.Screen;

/// <summary>The same of the driver on Terminal.Gui.</summary>
public sealed class TerminalGuiScreenTests : ScreenContract
{
    protected override IDrivenScreen Open(FrameSize size) => new DrivenTerminalGuiScreen(size);
}
