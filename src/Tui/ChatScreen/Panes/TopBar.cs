using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Client.Text;
using ChatRoom.Tui.ChatScreen.Keys;
using ChatRoom.Tui.ChatScreen.Lines;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.ChatScreen.Panes;

/// <summary>Where one is: the conversation, its topic, and what is new elsewhere when the list of conversations has no room.</summary>
public static class TopBar
{
    private const string LeaveText = " × ";

    public static void Paint(Canvas canvas, TalkModel model, TalkLayout layout)
    {
        var (area, theme, current) = (layout.Top, model.Theme, model.Current);
        if (area.IsEmpty)
            return;
        canvas.Fill(area, theme.Bar);
        var right = Leave(canvas, model, area);
        if (layout.Conversations.IsEmpty)
            right = Elsewhere(canvas, model, area.Y, right);
        if (layout.People.IsEmpty && current.Kind == ConversationKind.Room)
            right = People(canvas, model, area.Y, right);
        var name = Clipped.To(Names.OfCurrent(model), Math.Max(0, Math.Min(right - 2, 30)));
        var x = canvas.Write(1, area.Y, name, theme.Bar with { Emphasis = theme.Bar.Emphasis | Emphasis.Bold }, right);
        if (current.Kind != ConversationKind.Server && Names.NetworkOf(model) is { Length: > 0 } network)
            x = canvas.Write(x, area.Y, Clipped.To($" · {network}", Math.Max(0, Math.Min(right - x - 1, 24))), theme.Bar, right);
        var topic = About(model, current);
        if (topic.Length > 0)
            canvas.Write(x + 2, area.Y, Clipped.To(topic, Math.Max(0, right - x - 3)), theme.Bar, right);
    }

    private static string About(TalkModel model, Conversation current) => current switch
    {
        { Kind: ConversationKind.Room, Inside: false } => model.Chat.Client.Room(current.Name) is { Phase: RoomPhase.Asked } ? "joining…" : "you are not in this room",
        { Kind: ConversationKind.Room } => TerminalText.Sanitize(current.Topic),
        { Kind: ConversationKind.Person } => AwayOf(model, current.Name) is { } words
            ? $"away{(words.Length == 0 ? "" : $": {TerminalText.Sanitize(words)}")}"
            : "a private conversation",
        _ => "what the server says",
    };

    /// <summary>Their words, from a room that we share; null for who is here, as far as we know.</summary>
    private static string? AwayOf(TalkModel model, string nick)
    {
        var key = model.Folded(nick);
        return model.Chat.Conversations.Select(one => one.Members.GetValueOrDefault(key)?.Away).FirstOrDefault(words => words is not null);
    }

    private static int Leave(Canvas canvas, TalkModel model, Area area)
    {
        if (model.Current.Kind == ConversationKind.Server || area.Width < 60)
            return area.Right;
        var x = area.Right - LeaveText.Length - 1;
        canvas.Write(x, area.Y, LeaveText, model.Theme.Bar);
        canvas.Mark(new Area(x, area.Y, LeaveText.Length, 1), new TalkTarget.Leave());
        return x - 1;
    }

    private static int People(Canvas canvas, TalkModel model, int y, int right)
    {
        var text = $"{model.Current.Members.Count + model.Current.MoreMembers} here";
        var x = right - text.Length - 1;
        if (x < 24)
            return right;
        canvas.Write(x, y, text, model.Theme.Bar, right);
        canvas.Mark(new Area(x, y, text.Length, 1), new TalkTarget.Act(TalkAction.TogglePeople));
        return x - 1;
    }

    /// <summary>What is new in the other conversations.</summary>
    private static int Elsewhere(Canvas canvas, TalkModel model, int y, int right)
    {
        var others = Listed.Of(model.Networks).Where(other => !other.IsCurrentOf(model) && !model.IsMuted(other.Id)).Select(other => other.Conversation).ToList();
        var (unread, mentions) = (others.Sum(other => other.Unread), others.Sum(other => other.Mentions));
        var text = mentions > 0 ? $"+{unread} @{mentions}" : unread > 0 ? $"+{unread}" : others.Count > 1 ? $"+{others.Count - 1} open" : "";
        if (text.Length == 0 || right - text.Length - 1 < 8)
            return right;
        var x = right - text.Length - 1;
        var style = mentions > 0 ? model.Theme.Mention : unread > 0 ? model.Theme.Unread : model.Theme.Bar;
        canvas.Write(x, y, text, style with { Background = model.Theme.Bar.Background }, right);
        canvas.Mark(new Area(x, y, text.Length, 1), new TalkTarget.Act(TalkAction.Switch));
        return x - 1;
    }
}
