using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Chat;

/// <summary>A page of history and what is loaded become one: in front of it, behind it, or in its place.</summary>
internal static class PageMerge
{
    public static Conversation PutBefore(Conversation known, List<(Stamp, EntryWhat)> said, bool isEnd)
    {
        var fresh = Fresh(known.Entries, said);
        var lowest = known.LowestNumber - (Placing.Spacing * fresh.Count);
        var entries = known.Entries.Insert(0, [.. fresh.Select((one, i) => new Entry(lowest + (Placing.Spacing * i), one.At, one.What))]);
        // Lines that can still be said again are not dropped for old ones, up to as many again.
        var most = entries.Any(entry => entry.IsUnkept) ? 2 * ClientLimits.Entries : ClientLimits.Entries;
        var kept = entries.Oldest(most);
        return known with
        {
            Entries = kept,
            LowestNumber = lowest,
            Older = isEnd || fresh.Count == 0 ? Reach.End : Reach.More,
            Newer = kept.Count < entries.Count ? Reach.More : known.Newer,
        };
    }

    public static Conversation PutAfter(ChatModel model, Conversation known, List<(Stamp, EntryWhat)> said, bool isEnd)
    {
        var added = AppendAll(known, Fresh(known.Entries, said));
        var isWhole = isEnd || added.Entries.Count == known.Entries.Count;
        var kept = added.Entries.Newest(ClientLimits.Entries);
        var next = added with
        {
            Entries = kept,
            Newer = isWhole ? Reach.End : Reach.More,
            Older = kept.Count < added.Entries.Count ? Reach.More : known.Older,
        };
        return isWhole && model.IsLookingAt(known) ? next with { Unread = 0, Mentions = 0 } : next;
    }

    /// <summary>Only what was said after the page, and came while nothing newer was missing, stays; and what can still be said again.</summary>
    public static Conversation BeginLatest(ChatModel model, Conversation known, List<(Stamp At, EntryWhat What)> said)
    {
        var end = said.Count == 0 ? DateTimeOffset.MinValue : said[^1].At.Time;
        var begun = Begin(known, said);
        var later = known.Entries.Where(entry => entry.IsUnkept || (known.Newer == Reach.End && entry.At.Time > end));
        var next = AppendAll(begun, Fresh(begun.Entries, later.Select(entry => (entry.At, entry.What)))) with
        {
            Older = said.Count == 0 ? Reach.End : Reach.More,
            Newer = Reach.End,
        };
        return known.Entries.Count == 0 ? CountMissed(model, next) : model.IsLookingAt(known) ? next with { Unread = 0, Mentions = 0 } : next;
    }

    /// <summary>Where the page ends in what is loaded, that goes on behind it: nothing is missing between them.</summary>
    public static Conversation BeginAround(Conversation known, List<(Stamp At, EntryWhat What)> said)
    {
        var last = said.Count > 0 && said[^1].At.MessageId is { } id ? known.Entries.IndexOfMessage(id) : -1;
        if (said.Count == 0)
            return known with { Older = known.Entries.Count == 0 ? Reach.End : Reach.More, Newer = known.Newer == Reach.Loading ? Reach.More : known.Newer };
        var begun = Begin(known, said) with { Older = Reach.More };
        if (last < 0)
            return begun with { Newer = Reach.More };
        var later = known.Entries.Skip(last + 1).Select(entry => (entry.At, entry.What));
        return AppendAll(begun, Fresh(begun.Entries, later)) with { Newer = known.Newer == Reach.Loading ? Reach.More : known.Newer };
    }

    private static Conversation Begin(Conversation known, List<(Stamp, EntryWhat)> said) =>
        AppendAll(known with { Entries = [], UnreadFrom = null, ReadingAt = null }, Fresh([], said));

    private static Conversation AppendAll(Conversation known, List<(Stamp At, EntryWhat What)> fresh) => known with
    {
        Entries = known.Entries.Insert(
            known.Entries.Count, [.. fresh.Select((one, i) => new Entry(known.NextNumber + (Placing.Spacing * i), one.At, one.What))]),
        NextNumber = known.NextNumber + (Placing.Spacing * fresh.Count),
    };

    /// <summary>Those that are not there yet, each once.</summary>
    private static List<(Stamp At, EntryWhat What)> Fresh(Transcript entries, IEnumerable<(Stamp At, EntryWhat What)> said)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. said.Where(one => one.At.MessageId is { } id ? seen.Add(id) && entries.IndexOfMessage(id) < 0 : !entries.Any(entry => entry.IsSameLine(one.At, one.What)))];
    }

    /// <summary>A page that begins a conversation which was left: what is new in it is counted.</summary>
    private static Conversation CountMissed(ChatModel model, Conversation known)
    {
        var missed = known.Entries.Where(entry => entry.What is EntryWhat.Said { Own: false } && known.IsMissed(entry.At)).ToList();
        if (missed.Count == 0)
            return known;
        var counted = known with { UnreadFrom = missed[0].Number };
        return model.IsLookingAt(known)
            ? counted
            : counted with { Unread = missed.Count, Mentions = missed.Count(entry => entry.What is EntryWhat.Said { Mention: true }) };
    }
}
