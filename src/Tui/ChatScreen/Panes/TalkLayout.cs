using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.ChatScreen.Panes;

/// <summary>Where the parts of the chat's screen are. A part that has no room, or is hidden, is empty.</summary>
public sealed record TalkLayout
{
    /// <summary>Below this only messages and what one writes are shown.</summary>
    public const int Tiny = 8;

    private const int RowsForTyping = 14;

    public Area Top { get; private init; }

    public Area Conversations { get; private init; }

    public Area Messages { get; private init; }

    public Area People { get; private init; }

    /// <summary>Who is typing.</summary>
    public Area Typing { get; private init; }

    /// <summary>What will be answered.</summary>
    public Area Answering { get; private init; }

    /// <summary>What was just done, or why not, where it is too long for the last row.</summary>
    public Area Remark { get; private init; }

    public Area Input { get; private init; }

    public Area Status { get; private init; }

    public static TalkLayout Of(TalkModel model)
    {
        var (columns, rows) = (model.Size.Columns, model.Size.Rows);
        var isTiny = rows < Tiny;
        var bottom = rows;
        var input = InputPane.Height(model, Math.Max(1, rows / 3));
        // The state of the connection hides behind nothing when it is bad.
        var status = Row(ref bottom, !isTiny || (rows > 3 && model.Chat.Link is not LinkState.Online), columns);
        bottom -= input;
        var inputArea = new Area(0, bottom, columns, input);
        var answering = Row(ref bottom, model.Reading.Answering is not null && rows > 3, columns);
        var remark = Rows(ref bottom, RemarkLines.Height(model, rows), columns);
        var typing = Row(ref bottom, rows >= RowsForTyping, columns);
        var top = isTiny ? 0 : 1;
        var height = Math.Max(0, bottom - top);
        var left = isTiny ? 0 : ConversationsWidth(model, columns);
        var right = isTiny ? 0 : PeopleWidth(model, columns);
        return new TalkLayout
        {
            Top = new Area(0, 0, columns, top),
            Conversations = new Area(0, top, left, height),
            // A column on each side is the border.
            Messages = new Area(left == 0 ? 0 : left + 1, top, columns - (left == 0 ? 0 : left + 1) - (right == 0 ? 0 : right + 1), height),
            People = new Area(columns - right, top, right, height),
            Typing = typing,
            Answering = answering,
            Remark = remark,
            Input = inputArea,
            Status = status,
        };
    }

    private static Area Row(ref int bottom, bool isThere, int columns) => Rows(ref bottom, isThere ? 1 : 0, columns);

    private static Area Rows(ref int bottom, int rows, int columns)
    {
        bottom -= rows;
        return rows == 0 ? default : new Area(0, bottom, columns, rows);
    }

    private static int ConversationsWidth(TalkModel model, int columns) => model.ShowsConversations ?? columns >= 70
        ? columns >= 100 ? 22 : columns >= 60 ? 17 : 0
        : 0;

    private static int PeopleWidth(TalkModel model, int columns) =>
        model.Current.Kind == ConversationKind.Room && (model.ShowsPeople ?? columns >= 100) ? columns >= 100 ? 18 : columns >= 60 ? 14 : 0 : 0;
}
