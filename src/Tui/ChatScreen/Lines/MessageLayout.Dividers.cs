using System.Globalization;
using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Client.Text;
using ChatRoom.Tui.ChatScreen.Keys;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.ChatScreen.Lines;

public sealed partial class MessageLayout
{
    /// <summary>An empty room has a topic, and somebody who came.</summary>
    private const int Few = 10;

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
            (Reach.End, ConversationKind.Person) when IsForgotten => "private messages from before you both came are not shown to guests",
            (Reach.End, ConversationKind.Person) => $"the beginning of your conversation with {name}",
            (Reach.End, ConversationKind.Room) => $"the beginning of {name}",
            (Reach.Untold, not ConversationKind.Server) when _model.Chat.Link is LinkState.Online => "this server keeps no history",
            _ => null,
        };
        if (text is not null)
            rows.Add(Divider(text, _model.Theme.Faint));
        if (IsEmptyRoom)
            AddWelcome(rows);
    }

    /// <summary>Our server keeps private conversations for accounts; between guests they last as long as both stay.</summary>
    private bool IsForgotten => _model.Chat.Client.Has(Caps.Once) && _model.Chat.Client.Settings.Account is null;

    /// <summary>Nobody has ever said anything, and nobody else is here.</summary>
    private bool IsEmptyRoom => _of is { Kind: ConversationKind.Room, Inside: true, Older: Reach.End or Reach.Untold, MoreMembers: 0, Members.Count: 1 }
        && _model.Chat.Link is LinkState.Online && _entries.Count <= Few && !_entries.Any(entry => entry.What is EntryWhat.Said);

    /// <summary>Who is alone has nobody to ask what to do.</summary>
    private void AddWelcome(List<MessageRow> rows)
    {
        var place = _model.Facts.Server;
        var colon = place.LastIndexOf(':');
        var way = colon < 0 ? place : $"--host {place[..colon].Trim('[', ']')} --port {place[(colon + 1)..]}{(_model.Facts.Encryption is null ? "" : " --tls")}";
        string[] lines =
        [
            "You are the first here. Write something and press Enter; F1 shows the keys, /list the rooms.",
            $"Others come with: chatroom join {way} --room {TerminalText.Sanitize(_of.Name.TrimStart('#'))}",
        ];
        rows.AddRange(lines.SelectMany(line => Wrapping.Of([new Piece(line, _model.Theme.Notice)], Math.Max(1, _columns.Width - 2)))
            .Select(row => new MessageRow([Blank(1), .. row], null)));
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
