using System.Text;
using ChatRoom.Cli.Screen;

namespace ChatRoom.Cli.Tests.Screen;

/// <summary>The same of the driver on Terminal.Gui, without a terminal.</summary>
public sealed class TerminalGuiScreenTests : ScreenContract
{
    protected override IDrivenScreen Open(FrameSize size) => new DrivenTerminalGuiScreen(size);

    /// <summary>The toolkit measures rare clusters in its own way, and what the second cells of wide ones hold is its own affair.</summary>
    protected override bool IsPromised(ShownCell[,] cells, int x, int y)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return TextWidth.IsCertain(cells[x, y].Text);
    }

    /// <summary>It composes letters with their accents.</summary>
    protected override ShownCell Promised(ShownCell cell) => cell with { Text = cell.Text.Normalize(NormalizationForm.FormC) };
}
