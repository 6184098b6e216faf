using ChatRoom.Client.Chat;
using ChatRoom.Tui.ChatScreen.Lines;
using ChatRoom.Tui.Composing;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.ChatScreen.Panes;

/// <summary>What one writes, and the button that sends it.</summary>
public static class InputPane
{
    private const string SendText = "[Send]";

    private const string Prompt = "› ";

    /// <summary>Below this the button would leave too little to write in.</summary>
    private const int WidthForButton = 40;

    private const int WidthForHint = 70;

    public static int Height(TalkModel model, int most) => ComposerView.HeightOf(model.Reading.Draft, TextWidth(model.Size.Columns), most);

    /// <summary>The cells of a row of the text.</summary>
    public static int TextWidth(int columns) => Math.Max(1, columns - Prompt.Length - (columns >= WidthForButton ? SendText.Length + 2 : 0));

    public static void Paint(Canvas canvas, TalkModel model, TalkLayout layout)
    {
        var (area, theme) = (layout.Input, model.Theme);
        canvas.Fill(area, theme.Field);
        canvas.Write(area.X, area.Y, Prompt, theme.Field with { Emphasis = Emphasis.Bold });
        var text = new Area(area.X + Prompt.Length, area.Y, TextWidth(area.Width), area.Height);
        ComposerView.Paint(
            canvas, text, model.Reading.Draft, theme, Placeholder(model), isOneMessage: model.Chat.Client.TakesTogether(model.Current.Name, model.Reading.Draft.Text));
        if (area.Width >= WidthForButton)
        {
            var x = area.Right - SendText.Length - 1;
            // It is loud only when there is something to send.
            var style = model.Reading.Draft.IsEmpty ? theme.Field with { Foreground = theme.Faint.Foreground, Emphasis = theme.Faint.Emphasis } : theme.Button;
            canvas.Write(x, area.Bottom - 1, SendText, style);
            canvas.Mark(new Area(x, area.Bottom - 1, SendText.Length, 1), new TalkTarget.Send());
        }
        if (model.Chosen is not null)
            canvas.Caret = null;
        CompletionView.Paint(canvas, text, new Area(0, 0, area.Width, area.Y), model.Reading.Draft, theme);
    }

    private static string Placeholder(TalkModel model) => model.Current.Kind switch
    {
        ConversationKind.Server => "/join a room, or press Ctrl+K",
        _ when model.Size.Columns < WidthForButton => "",
        _ when model.Size.Columns < WidthForHint => "write, or / for commands",
        _ => $"write to {Clipped.To(Names.OfCurrent(model), 30)}, or / for commands",
    };
}
