using ChatRoom.Client.Text;
using ChatRoom.Tui.ChatScreen.Lines;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.ChatScreen.Panes;

/// <summary>A word about what was just done, or why not, above what one writes: in the last row only a short one has room.</summary>
public static class RemarkLines
{
    private const int Most = 4;

    public static int Height(TalkModel model, int rows) =>
        model.Remark is { } remark && !IsShort(model, remark) ? Math.Min(Wrapped(model, remark).Count, Math.Min(Most, rows / 4)) : 0;

    public static void Paint(Canvas canvas, TalkModel model, Area area)
    {
        if (area.IsEmpty || model.Remark is not { } remark)
            return;
        var rows = Wrapped(model, remark);
        for (var i = 0; i < area.Height; i++)
            canvas.Write(area.X + 1, area.Y + i, rows[i].Select(piece => new StyledRun(piece.Text, piece.Style)));
    }

    /// <summary>Half of the last row is for how the connection stands.</summary>
    private static bool IsShort(TalkModel model, string remark) => remark.Length <= model.Size.Columns / 2 && model.Size.Rows >= TalkLayout.Tiny;

    private static IReadOnlyList<IReadOnlyList<Piece>> Wrapped(TalkModel model, string remark) =>
        Wrapping.Of([new Piece(TerminalText.Sanitize(remark), model.Theme.Notice)], model.Size.Columns - 2);
}
