namespace ChatRoom.Cli.Screen;

/// <summary>What one writes, and the button that sends it.</summary>
public static class InputPane
{
    private const string SendText = "[Send]";

    /// <summary>Below this the button would leave too little to write in.</summary>
    private const int WidthForButton = 40;

    public static int Height(TalkModel model, int columns) => Rows(model, columns).Count;

    public static void Paint(Canvas canvas, TalkModel model, Area area)
    {
        canvas.Fill(area, model.Theme.Field);
        var rows = Rows(model, area.Width);
        var draft = model.Reading.Draft;
        var caretRow = Rows(draft.Text[..draft.Caret] + "|", TextWidthOf(area.Width));
        var from = Math.Clamp(caretRow.Count - area.Height, 0, Math.Max(0, rows.Count - area.Height));
        for (var i = 0; i < area.Height && from + i < rows.Count; i++)
        {
            canvas.Write(0, area.Y + i, i + from == 0 ? "› " : "  ", model.Theme.Field with { Emphasis = Emphasis.Bold });
            canvas.Write(2, area.Y + i, string.Concat(rows[from + i].Select(piece => piece.Text)), model.Theme.Field);
        }
        if (area.Width >= WidthForButton)
        {
            var x = area.Right - SendText.Length - 1;
            canvas.Write(x, area.Bottom - 1, SendText, model.Theme.Button);
            canvas.Mark(new Area(x, area.Bottom - 1, SendText.Length, 1), new TalkTarget.Send());
        }
        if (model.Overlay is null && model.Chosen is null)
            canvas.Caret = new Caret(Math.Min(area.Right - 1, 2 + caretRow[^1].Sum(piece => piece.Width) - 1), area.Y + caretRow.Count - 1 - from);
    }

    private static IReadOnlyList<IReadOnlyList<Piece>> Rows(TalkModel model, int columns) => Rows(model.Reading.Draft.Text, TextWidthOf(columns));

    private static IReadOnlyList<IReadOnlyList<Piece>> Rows(string text, int width) => Wrapping.Of([new Piece(text, default)], width);

    private static int TextWidthOf(int columns) => Math.Max(1, columns - 2 - (columns >= WidthForButton ? SendText.Length + 2 : 1));
}
