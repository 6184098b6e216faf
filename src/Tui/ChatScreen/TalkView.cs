using ChatRoom.Tui.ChatScreen.Overlays;
using ChatRoom.Tui.ChatScreen.Panes;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>The chat's screen as a picture.</summary>
public static class TalkView
{
    public static Frame Show(TalkModel model)
    {
        var canvas = new Canvas(model.Size, model.Theme.Text);
        var layout = TalkLayout.Of(model);
        TopBar.Paint(canvas, model, layout);
        ConversationPane.Paint(canvas, model, layout.Conversations);
        PeoplePane.Paint(canvas, model, layout.People);
        TypingLine.Paint(canvas, model, layout.Typing);
        MessagePane.Paint(canvas, model, layout.Messages, layout.Typing);
        RemarkLines.Paint(canvas, model, layout.Remark);
        AnsweringLine.Paint(canvas, model, layout.Answering);
        InputPane.Paint(canvas, model, layout);
        StatusLine.Paint(canvas, model, layout.Status);
        OverlayView.Paint(canvas, model);
        canvas.Title = Title(model);
        return canvas.ToFrame();
    }

    private static string Title(TalkModel model)
    {
        var unread = Listed.Of(model.Networks).Where(one => !model.IsMuted(one.Id)).Sum(one => one.Conversation.Mentions);
        return (unread > 0 ? $"({unread}) " : "") + Names.OfCurrent(model) + " - ChatRoom";
    }
}
