using ChatRoom.Client.Text;
using ChatRoom.Tui.ChatScreen.Keys;
using ChatRoom.Tui.ChatScreen.Lines;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.ChatScreen.Panes;

/// <summary>Which message the next line answers.</summary>
public static class AnsweringLine
{
    public static void Paint(Canvas canvas, TalkModel model, Area area)
    {
        if (area.IsEmpty || model.Reading.Answering is not { } number)
            return;
        var said = OwnLines.Of(model).Said(number)?.Said;
        var what = said is null ? "an earlier message" : $"{said.Nick}: {said.Text.ReplaceLineEndings(" ")}";
        canvas.Fill(area, model.Theme.Bar);
        canvas.Write(area.X + 1, area.Y, Clipped.To($"╭ answering {TerminalText.Sanitize(what)}", area.Width - 7), model.Theme.Bar);
        canvas.Write(area.Right - 4, area.Y, "Esc", model.Theme.Button);
        canvas.Mark(new Area(area.Right - 4, area.Y, 3, 1), new TalkTarget.Act(TalkAction.Escape));
    }
}
