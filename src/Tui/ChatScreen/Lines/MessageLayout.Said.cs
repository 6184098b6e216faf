using System.Globalization;
using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Client.Text;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.ChatScreen.Lines;

public sealed partial class MessageLayout
{
    private void AddBody(List<MessageRow> rows, int first, int last)
    {
        var theme = _model.Theme;
        if (IsPassing(first))
        {
            var passing = Enumerable.Range(first, last - first + 1).Select(index => _entries[index].What);
            AddEvent(rows, first, [new Piece(TerminalText.Sanitize(JoinPartSummary.Text(passing, _model.Folded)), theme.Faint)]);
            return;
        }
        switch (_entries[first].What)
        {
            case EntryWhat.Said e:
                AddSaid(rows, first, e);
                break;
            case EntryWhat.Kicked e:
                AddEvent(rows, first, [Faint($"{e.Nick} was removed by {e.By}{Because(e.Reason)}")]);
                break;
            case EntryWhat.Renamed e:
                AddEvent(rows, first, [Faint($"{e.Nick} is now known as {e.NewNick}")]);
                break;
            case EntryWhat.Topic e:
                AddEvent(rows, first, [Faint(TopicLead(e)), .. FormattedText.Of(e.Text, theme.Faint, theme)]);
                break;
            case EntryWhat.Modes e:
                AddEvent(rows, first, [Faint($"{e.Nick} {e.Text}")]);
                break;
            case EntryWhat.Info e:
                AddEvent(rows, first, FormattedText.Of(e.Text, theme.Notice, theme));
                break;
            case EntryWhat.Invitation e:
                AddEvent(rows, first,
                [
                    new Piece(TerminalText.Sanitize($"{e.By} invites you to "), theme.Notice), new Piece(TerminalText.Sanitize(e.Room), theme.Notice with { Foreground = theme.Link.Foreground, Emphasis = theme.Link.Emphasis }, new TalkTarget.Invitation(e.Room)),
                    new Piece(TerminalText.Sanitize($": click it, or /join {e.Room}"), theme.Notice),
                ]);
                break;
            case EntryWhat.Wrong e:
                AddEvent(rows, first, FormattedText.Of(e.Text, theme.Error, theme));
                break;
            case EntryWhat.Gap:
                rows.Add(Divider("something is missing here", theme.Divider));
                break;
            case EntryWhat.Offline e:
                rows.Add(Divider(OfflineText(e), theme.Faint));
                break;
            case EntryWhat.Came or EntryWhat.Went or EntryWhat.Quit:
                break;
        }
    }

    private string OfflineText(EntryWhat.Offline offline)
    {
        var format = _timeWidth == 0 ? "HH:mm" : _model.Preferences.Time;
        var from = Local(offline.From).ToString(format, CultureInfo.InvariantCulture);
        return offline.Until is not { } until ? $"no connection since {from}"
            : Local(until).ToString(format, CultureInfo.InvariantCulture) is var to && to == from ? $"no connection for a moment, at {from}"
            : $"no connection {from} to {to}";
    }

    private Piece Faint(string text) => new(TerminalText.Sanitize(text), _model.Theme.Faint);

    private static string Because(string reason) => reason.Length == 0 ? "" : $": {reason}";

    private static string TopicLead(EntryWhat.Topic topic) => (topic.Nick, topic.Text) switch
    {
        (null, "") => "there is no topic",
        (null, _) => "the topic is: ",
        (var nick, "") => $"{nick} took the topic away",
        var (nick, _) => $"{nick} set the topic: ",
    };

    private void AddEvent(List<MessageRow> rows, int index, IReadOnlyList<Piece> text)
    {
        var mark = _columns.IsInline ? new Piece("· ", _model.Theme.Faint) : new Piece(new string(' ', _columns.Nick - 2) + "· ", _model.Theme.Faint);
        AddText(rows, _entries[index], Time(index), [mark], text);
    }

    private void AddSaid(List<MessageRow> rows, int index, EntryWhat.Said said)
    {
        var entry = _entries[index];
        if (said.ReplyTo is { } answered)
            rows.Add(Quotation(entry, answered));
        var continues = Continues(index);
        var lead = Lead(said, continues);
        var time = continues && Local(_entries[index - 1]).Minute == Local(entry).Minute ? Blank(_columns.Time) : Time(index);
        var text = new List<Piece>();
        if (said.Manner == Manner.Action)
            text.Add(NickPiece(said.Nick, said.Own, said.Nick + " "));
        if (said.To is { } narrowed)
            text.Add(Faint($"(to {narrowed}) "));
        text.AddRange(said.TakenBackBy is { } by
            ? [Faint($"taken back by {by}{Because(said.Why ?? "")}")]
            : FormattedText.Of(said.Text, StyleOf(said), _model.Theme));
        AddFate(text, said);
        foreach (var reaction in entry.Reactions)
            AddChip(text, entry, reaction);
        AddText(rows, entry, time, lead, text);
    }

    private Style StyleOf(EntryWhat.Said said) => (said.Fate, said) switch
    {
        (DeliveryState.Waiting or DeliveryState.Sent, _) => _model.Theme.Pending,
        (DeliveryState.Failed, _) => _model.Theme.Error,
        (DeliveryState.PerhapsSent, _) => _model.Theme.Pending,
        (_, { Mention: true }) when _of.Kind != ConversationKind.Person => _model.Theme.Mention,
        (_, { Notice: true }) => _model.Theme.Notice,
        _ => _model.Theme.Text,
    };

    private bool Continues(int index)
    {
        // In the compact form the nickname takes no column of its own, and each line says whose it is.
        if (_columns.IsInline || index == 0 || StartsDay(index) || StartsUnread(index)
            || _entries[index].What is not EntryWhat.Said { Manner: Manner.Message, Notice: false, ReplyTo: null } said
            || _entries[index - 1].What is not EntryWhat.Said { Manner: Manner.Message, Notice: false } before)
            return false;
        var pause = _entries[index].At.Time - _entries[index - 1].At.Time;
        // Who says much is named again now and then, and not only at the beginning of it.
        var isNamedAgain = Local(_entries[index]).Minute / Often != Local(_entries[index - 1]).Minute / Often;
        return before.Nick == said.Nick && pause < Breath && pause > -Breath && !isNamedAgain;
    }

    /// <summary>What stands in front of the text: the nickname, or for an action a star.</summary>
    private IReadOnlyList<Piece> Lead(EntryWhat.Said said, bool continues)
    {
        var theme = _model.Theme;
        if (said.Manner == Manner.Action)
            return [_columns.IsInline ? new Piece("* ", theme.Faint) : new Piece(new string(' ', _columns.Nick - 2) + "* ", theme.Faint)];
        if (continues)
            return [Blank(_columns.IsInline ? _columns.TextIndent : _columns.Nick)];
        var name = TerminalText.Sanitize(said.Notice ? $"-{said.Nick}-" : said.Nick);
        if (_columns.IsInline)
            return [NickPiece(said.Nick, said.Own, Clipped.To(name, Math.Max(4, _columns.Width / 3))), new Piece(": ", theme.Faint)];
        var shown = Clipped.To(name, _columns.Nick - 1);
        return [Blank(_columns.Nick - 1 - TextWidth.Of(shown)), NickPiece(said.Nick, said.Own, shown), Blank(1)];
    }

    private Piece NickPiece(string nick, bool own, string text) =>
        new(TerminalText.Sanitize(text), NickStyle.Of(nick, own, _model), new TalkTarget.Person(nick));

    private Piece Blank(int width) => new(new string(' ', Math.Max(0, width)), _model.Theme.Text);

    private Piece Time(int index) => _columns.Time == 0
        ? Blank(0)
        : new Piece(Local(_entries[index]).ToString(_model.Preferences.Time, CultureInfo.InvariantCulture).PadLeft(_timeWidth) + " ", _model.Theme.Faint);

    private void AddText(List<MessageRow> rows, Entry entry, Piece time, IReadOnlyList<Piece> lead, IReadOnlyList<Piece> text)
    {
        if (_columns.IsInline)
        {
            AddInline(rows, entry, time, [.. lead, .. text]);
            return;
        }
        var wrapped = Wrapping.Of(text, _columns.Text);
        rows.Add(new MessageRow([time, .. lead, .. wrapped[0]], entry.Number));
        for (var i = 1; i < wrapped.Count; i++)
            rows.Add(new MessageRow([Blank(_columns.Indent), .. wrapped[i]], entry.Number));
    }

    /// <summary>The nickname is the text's first word, and the rows below it are indented.</summary>
    private void AddInline(List<MessageRow> rows, Entry entry, Piece time, IReadOnlyList<Piece> text)
    {
        var indent = _columns.Time + _columns.TextIndent;
        var room = Math.Max(1, _columns.Width - indent);
        var wrapped = Wrapping.Of(text, room, _columns.TextIndent);
        rows.Add(new MessageRow([time, .. wrapped[0]], entry.Number));
        for (var i = 1; i < wrapped.Count; i++)
            rows.Add(new MessageRow([Blank(indent), .. wrapped[i]], entry.Number));
    }
}
