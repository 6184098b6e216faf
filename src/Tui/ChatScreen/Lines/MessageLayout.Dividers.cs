using System.Globalization;
using ChatRoom.Client.Chat;
using ChatRoom.Client.Text;
using ChatRoom.Tui.ChatScreen.Keys;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.ChatScreen.Lines;

public sealed partial class MessageLayout
{
    private void AddHead(List<MessageRow> rows, int first)
    {
        if (first == 0)
            AddReach(rows);
        if (StartsDay(first))
            rows.Add(Divider(Local(_entries[first]).ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture), _model.Theme.Faint));
        if (StartsUnread(first))
            rows.Add(Divider("new", _model.Theme.Divider));
    }

    /// <summary>What lies before the first entry that is loaded.</summary>
    private void AddReach(List<MessageRow> rows)
    {
        var name = TerminalText.Sanitize(_of.Name);
        var text = (_of.Older, _of.Kind) switch
        {
            (Reach.Loading, _) => "loading older messages…",
            (Reach.End, ConversationKind.Person) => $"the beginning of your conversation with {name}",
            (Reach.End, ConversationKind.Room) => $"the beginning of {name}",
            (Reach.Untold, not ConversationKind.Server) => "this server tells nothing older",
            _ => null,
        };
        if (text is not null)
            rows.Add(Divider(text, _model.Theme.Faint));
    }

    /// <summary>What lies behind the last one.</summary>
    private void AddEnd(List<MessageRow> rows)
    {
        if (_of.Newer == Reach.Loading)
            rows.Add(Divider("loading newer messages…", _model.Theme.Faint));
        else if (_of.Newer != Reach.End)
            rows.Add(Divider("newer messages: Ctrl+End", _model.Theme.Faint, new TalkTarget.Act(TalkAction.Latest)));
    }

    private MessageRow Divider(string text, Style style, Target? target = null)
    {
        const string Left = "── ";
        var width = TextWidth.Of(text) + Left.Length + 1;
        var right = Math.Max(0, _columns.Width - width);
        return new MessageRow([new Piece($"{Left}{text} {new string('─', right)}", style, target)], null);
    }
}
