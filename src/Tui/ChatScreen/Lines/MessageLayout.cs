using System.Globalization;
using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.ChatScreen.Lines;

/// <summary>
/// The entries of a conversation as rows of a width. Only what is asked for is laid out, so that the length of a conversation costs
/// nothing. It lives within one call of a view or an update.
/// </summary>
public sealed partial class MessageLayout
{
    /// <summary>Lines that somebody says within this time go under one nickname.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMinutes(5);

    /// <summary>Minutes after which a nickname stands again in front of somebody's lines.</summary>
    private const int Often = 5;

    /// <summary>No time of a day is longer, in whatever format.</summary>
    private static readonly TimeOnly Widest = new(22, 0);

    private const int WidthForMargin = 36;

    private readonly TalkModel _model;
    private readonly Conversation _of;
    private readonly OwnLines _entries;
    private readonly Columns _columns;
    private readonly int _timeWidth;
    private readonly Dictionary<int, MessageBlock> _blocks = [];

    public MessageLayout(TalkModel model, int width)
    {
        _model = model;
        _of = model.Current;
        _entries = OwnLines.Of(model);
        _timeWidth = model.Preferences.Time is { Length: > 0 } format ? Widest.ToString(format, CultureInfo.InvariantCulture).Length : 0;
        // A blank column keeps the text from the border, where there is room for one.
        _columns = Columns.Of(width < WidthForMargin ? width : width - 1, _timeWidth, Speakers.Of(model).Widest);
    }

    public int Count => _entries.Count;

    /// <summary>The last entry is the newest that there is.</summary>
    public bool ReachesNow => _of.Newer == Reach.End;

    public Entry this[int index] => _entries[index];

    /// <summary>The first entry with this number or a greater one; the last one if there is none; -1 if there are no entries.</summary>
    public int IndexOf(long number) => Math.Min(_entries.IndexOf(number), _entries.Count - 1);

    /// <summary>The block that an entry is in.</summary>
    public MessageBlock BlockAt(int index)
    {
        if (_blocks.TryGetValue(index, out var known))
            return known;
        var block = LaidOut(index);
        return _blocks[index] = _blocks[block.First] = _blocks[block.Last] = block;
    }

    /// <summary>What is shown where nothing was said.</summary>
    public IReadOnlyList<MessageRow> Empty()
    {
        var rows = new List<MessageRow>();
        AddReach(rows);
        return rows;
    }

    /// <summary>
    /// A row as it is shown at the top of the screen: with the time and the nickname, which may stand far above it. Where the nickname is the
    /// text's first word, the row stays as it is.
    /// </summary>
    public MessageRow Introduced(MessageRow row)
    {
        if (_columns.IsInline || row.Number is not { } number || _entries.Said(number) is not var (_, said) || said.Manner == Manner.Action)
            return row;
        var (skipped, width) = (0, 0);
        while (skipped < row.Pieces.Count && width < _columns.Indent)
            width += row.Pieces[skipped++].Width;
        var isBare = width == _columns.Indent && row.Pieces.Take(skipped).All(piece => piece.Target is null);
        return isBare ? row with { Pieces = [Time(IndexOf(number)), .. Lead(said, continues: false), .. row.Pieces.Skip(skipped)] } : row;
    }

    /// <summary>The message with this id, if it is loaded.</summary>
    public Entry? Find(string messageId) => _of.Entries.IndexOfMessage(messageId) is >= 0 and var index ? _of.Entries[index] : null;

    private MessageBlock LaidOut(int index)
    {
        var (first, last) = (index, index);
        if (IsPassing(index) && _model.Preferences.Joins == JoinsShown.Condensed)
        {
            while (!StartsRun(first))
                first--;
            while (last + 1 < _entries.Count && IsPassing(last + 1) && !StartsRun(last + 1))
                last++;
        }
        var rows = new List<MessageRow>();
        AddHead(rows, first);
        var head = rows.Count;
        AddBody(rows, first, last);
        if (last == _entries.Count - 1)
            AddEnd(rows);
        return new MessageBlock(first, last, rows, head);
    }

    private bool IsPassing(int index) => OwnLines.IsPassing(_entries[index]);

    /// <summary>A run of people who come and go ends where a divider stands.</summary>
    private bool StartsRun(int index) => index == 0 || !IsPassing(index - 1) || StartsDay(index) || StartsUnread(index)
        || _entries[index].At.Time - _entries[index - 1].At.Time > Breath;

    private bool StartsDay(int index) => index == 0 || DayOf(index) != DayOf(index - 1);

    private bool StartsUnread(int index) => _model.UnreadFrom is { } from && _entries[index].Number >= from
        && (index == 0 || _entries[index - 1].Number < from);

    private DateOnly DayOf(int index) => DateOnly.FromDateTime(Local(_entries[index]).DateTime);

    private DateTimeOffset Local(Entry entry) => Local(entry.At.Time);

    private DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, _model.Zone);
}

/// <summary>Entries that are laid out together: mostly one; of people who come and go all in a row.</summary>
/// <param name="First">Its first entry's index.</param>
/// <param name="Last">Its last entry's index.</param>
/// <param name="Rows">Dividers above it first.</param>
/// <param name="Head">How many rows are dividers.</param>
public sealed record MessageBlock(int First, int Last, IReadOnlyList<MessageRow> Rows, int Head);

/// <summary>One row of the messages.</summary>
/// <param name="Number">The entry that a click on the row means; null for a divider.</param>
public sealed record MessageRow(IReadOnlyList<Piece> Pieces, long? Number);
