using System.Collections.Immutable;
using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
using ChatRoom.Tui.ChatScreen.Keys;
using ChatRoom.Tui.ChatScreen.Lines;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.ChatScreen.Panes;

/// <summary>The list on the left: every conversation with what is new in it, and the networks as sections where there are several.</summary>
public static class ConversationPane
{
    /// <summary>Alt and a digit go to the first nine.</summary>
    private const int Numbered = 9;

    public static void Paint(Canvas canvas, TalkModel model, Area area)
    {
        if (area.IsEmpty)
            return;
        Border.Paint(canvas, area.Right, area, model.Theme);
        canvas.Mark(area, new TalkTarget.Part(TalkPart.Conversations));
        var all = Listed.Of(model.Networks);
        var current = all.ToList().FindIndex(one => one.IsCurrentOf(model));
        // The one that is shown stays in sight, with one more above it.
        var from = Math.Clamp(current - area.Height + 2, 0, Math.Max(0, all.Length - area.Height));
        for (var row = 0; row < area.Height && from + row < all.Length; row++)
            PaintOne(canvas, model, all[from + row], from + row, new Area(area.X, area.Y + row, area.Width, 1));
        PaintHidden(canvas, model, area, all, from);
    }

    private static void PaintOne(Canvas canvas, TalkModel model, Listed listed, int index, Area row)
    {
        var (theme, one) = (model.Theme, listed.Conversation);
        var isCurrent = listed.IsCurrentOf(model);
        var isHeading = one.Kind == ConversationKind.Server && model.Networks.All.Count > 1;
        var style = isCurrent ? theme.Selected : model.IsMuted(listed.Id) ? theme.Faint : one.Failures > 0 ? theme.Error : one.Mentions > 0 ? theme.Mention : one.Unread > 0 ? theme.Unread : one.Inside || isHeading ? theme.Text : theme.Faint;
        canvas.Fill(row, isCurrent ? theme.Selected : theme.Text);
        var counts = Counts(one);
        var right = row.Right - 1;
        if (counts.Length > 0)
        {
            canvas.Write(right - counts.Length, row.Y, counts, style);
            right -= counts.Length + 1;
        }
        var digit = index < Numbered ? $"{index + 1} " : "  ";
        var x = canvas.Write(row.X, row.Y, digit, isCurrent ? theme.Selected : theme.Faint);
        if (isHeading)
        {
            x = canvas.Write(x, row.Y, Sign(listed.Network.Chat.Link), isCurrent ? theme.Selected : listed.Network.Chat.Link is LinkState.Online ? theme.Faint : theme.Error);
            style = style with { Emphasis = style.Emphasis | Emphasis.Bold };
        }
        canvas.Write(x, row.Y, Clipped.To(Names.Of(model.Networks, listed.Network, one), Math.Max(0, right - x)), style, right);
        canvas.Mark(row, new TalkTarget.Conversation(listed.Id));
    }

    /// <summary>Of a network that one does not look at, nothing else says how its connection stands.</summary>
    private static string Sign(LinkState link) => link switch
    {
        LinkState.Online => "● ",
        LinkState.Connecting or LinkState.Waiting => "○ ",
        LinkState.Over => "✕ ",
    };

    private static string Counts(Conversation one)
    {
        if (one.Failures > 0)
            return "!";
        var count = one.Mentions > 0 ? one.Mentions : one.Unread;
        // In a private conversation everything is for us; in a room the sign says so, also where there are no colours.
        var sign = one is { Mentions: > 0, Kind: ConversationKind.Room } ? "@" : "";
        return count > 999 ? $"{sign}999+" : count > 0 ? $"{sign}{count}" : "";
    }

    /// <summary>What does not fit is counted, and says whether it names us.</summary>
    private static void PaintHidden(Canvas canvas, TalkModel model, Area area, ImmutableArray<Listed> all, int from)
    {
        var (above, below) = (from, all.Length - from - area.Height);
        if (above > 0)
            Hidden(canvas, model, area, area.Y, $"↑ {above} more", all.Take(from));
        if (below > 0)
            Hidden(canvas, model, area, area.Bottom - 1, $"↓ {below + 1} more", all.Skip(from + area.Height - 1));
    }

    private static void Hidden(Canvas canvas, TalkModel model, Area area, int y, string text, IEnumerable<Listed> hidden)
    {
        var row = new Area(area.X, y, area.Width, 1);
        var mentions = hidden.Sum(one => one.Conversation.Mentions);
        canvas.Fill(row, model.Theme.Text);
        canvas.Write(area.X, y, mentions > 0 ? $"{text}, @{mentions}" : text, mentions > 0 ? model.Theme.Mention : model.Theme.Faint, area.Right);
        canvas.Mark(row, new TalkTarget.Act(TalkAction.Switch));
    }
}
