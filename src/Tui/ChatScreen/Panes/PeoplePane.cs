using ChatRoom.Client.Protocol;
using ChatRoom.Client.Text;
using ChatRoom.Tui.ChatScreen.Lines;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.ChatScreen.Panes;

/// <summary>Who is in the room: those who may do something first, each kind by name.</summary>
public static class PeoplePane
{
    public static void Paint(Canvas canvas, TalkModel model, Area area)
    {
        if (area.IsEmpty)
            return;
        Border.Paint(canvas, area.X - 1, area, model.Theme);
        canvas.Mark(area, new TalkTarget.Part(TalkPart.People));
        var count = Count(model);
        canvas.Write(area.X + 1, area.Y, count == 1 ? "1 person" : $"{count} people", model.Theme.Faint, area.Right);
        var rows = area.Height - 1;
        var from = Math.Clamp(model.PeopleFrom, 0, MostFrom(model, area));
        var y = area.Y + 1;
        foreach (var member in Ordered(model, from, rows))
            PaintOne(canvas, model, member, new Area(area.X, y++, area.Width, 1));
        if (count - from > rows && rows > 0)
        {
            var last = new Area(area.X, area.Bottom - 1, area.Width, 1);
            canvas.Fill(last, model.Theme.Text);
            canvas.Write(area.X + 1, last.Y, $"↓ {count - from - rows + 1} more", model.Theme.Faint, area.Right);
        }
    }

    /// <summary>How far the list can be scrolled.</summary>
    public static int MostFrom(TalkModel model, Area area) => Math.Max(0, Count(model) - (area.Height - 1));

    private static int Count(TalkModel model) => model.Current.Members.Count + model.Current.MoreMembers;

    /// <summary>
    /// The members of a piece of the list. One walk over all, that keeps no more than are shown: a room may have ten thousand, and sorting
    /// them for each picture would be felt.
    /// </summary>
    private static IEnumerable<Member> Ordered(TalkModel model, int from, int rows)
    {
        var ranks = model.Chat.Client.Support.StatusPrefixes;
        var most = from + rows;
        var kinds = new List<Member>?[ranks.Length + 1];
        foreach (var member in model.Current.Members.Values)
        {
            var rank = member.Rank.Length == 0 ? -1 : ranks.IndexOf(member.Rank[0], StringComparison.Ordinal);
            var kind = kinds[rank < 0 ? ranks.Length : rank] ??= [];
            if (kind.Count < most)
                kind.Add(member);
        }
        return kinds.SelectMany(kind => kind ?? []).Skip(from).Take(rows);
    }

    private static void PaintOne(Canvas canvas, TalkModel model, Member member, Area row)
    {
        var own = model.Chat.Client.IsOwn(member.Nick);
        var style = member.IsAway ? model.Theme.Faint : NickStyle.Of(member.Nick, own, model);
        var rank = member.Rank.Length > 0 ? member.Rank[..1] : " ";
        var x = canvas.Write(row.X, row.Y, TerminalText.Sanitize(rank), model.Theme.Faint);
        var away = member.IsAway ? " away" : "";
        var name = Clipped.To(TerminalText.Sanitize(member.Nick), Math.Max(1, row.Right - x - away.Length));
        x = canvas.Write(x, row.Y, name, style, row.Right);
        canvas.Write(x, row.Y, away, model.Theme.Faint, row.Right);
        canvas.Mark(row, new TalkTarget.Person(member.Nick));
    }
}
