using ChatRoom.Client.Chat;
using ChatRoom.Tui.ChatScreen.Keys;
using ChatRoom.Tui.ChatScreen.Lines;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.ChatScreen.Panes;

/// <summary>What was said, as far as it is seen.</summary>
public static class MessagePane
{
    /// <param name="below">The row under the messages, for the way back to the latest; empty where there is none.</param>
    public static void Paint(Canvas canvas, TalkModel model, Area area, Area below)
    {
        if (area.IsEmpty)
            return;
        canvas.Mark(area, new TalkTarget.Part(TalkPart.Messages));
        var passage = new MessageLayout(model, area.Width);
        var seen = Viewport.Of(passage, model.Reading.Place, area.Height);
        var rows = Uncleared(model.Reading, seen.Rows);
        if (rows.Count > 0)
            rows = [passage.Introduced(rows[0]), .. rows.Skip(1)];
        // What is said first stands at the bottom, next to what one writes.
        var y = area.Bottom - rows.Count;
        foreach (var row in rows)
            PaintRow(canvas, model, row, area, y++);
        if (!seen.IsAtBottom)
            PaintWayBack(canvas, model, area, below);
    }

    private static IReadOnlyList<MessageRow> Uncleared(ConversationView reading, IReadOnlyList<MessageRow> rows) => reading is { Place: null, ClearedBefore: { } from }
        ? [.. rows.SkipWhile(row => row.Number is null || row.Number < from)]
        : rows;

    private static void PaintRow(Canvas canvas, TalkModel model, MessageRow row, Area area, int y)
    {
        var isChosen = row.Number is { } number && (number == model.Chosen || number == model.Marked);
        var line = new Area(area.X, y, area.Width, 1);
        if (isChosen)
            canvas.Fill(line, model.Theme.Selected);
        if (row.Number is { } clicked)
            canvas.Mark(line, new TalkTarget.Message(clicked));
        var x = area.X;
        foreach (var piece in row.Pieces)
        {
            var start = x;
            x = canvas.Write(x, y, piece.Text, isChosen ? OnChosen(piece.Style, model.Theme) : piece.Style, area.Right);
            if (piece.Target is { } target)
                canvas.Mark(new Area(start, y, x - start, 1), target);
        }
    }

    private static Style OnChosen(Style style, Theme theme) => style with
    {
        Foreground = theme.Selected.Foreground,
        Background = theme.Selected.Background,
        Emphasis = style.Emphasis | theme.Selected.Emphasis,
    };

    /// <summary>Who reads what is older sees that there is more below, and how to get there.</summary>
    private static void PaintWayBack(Canvas canvas, TalkModel model, Area area, Area below)
    {
        var text = WayBack(model);
        var x = area.Right - TextWidth.Of(text);
        if (x < area.X || area.Height < 3)
            return;
        // Beside who is typing it covers nothing that was said.
        var y = below.IsEmpty ? area.Bottom - 1 : below.Y;
        canvas.Write(x, y, text, model.Theme.Button);
        canvas.Mark(new Area(x, y, TextWidth.Of(text), 1), new TalkTarget.Act(TalkAction.Latest));
    }

    private static string WayBack(TalkModel model)
    {
        var said = model.Reading.SeenBefore is { } from
            ? model.Current.Entries.Skip(model.Current.Entries.IndexOfNumber(from)).Select(entry => entry.What).OfType<EntryWhat.Said>().Where(one => !one.Own).ToList()
            : [];
        var (unread, mentions) = (said.Count + model.Current.Unread, said.Count(one => one.Mention) + model.Current.Mentions);
        var names = mentions == 0 || model.Current.Kind == ConversationKind.Person ? "" : mentions == 1 ? ", one names you" : $", {mentions} name you";
        return unread > 0 ? $" ↓ {unread} new{names}: Ctrl+End " : " ↓ latest: Ctrl+End ";
    }
}
