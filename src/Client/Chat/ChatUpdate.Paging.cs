using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Chat;

/// <summary>Scrolling through the server's history: what is asked for, and where it goes when it comes.</summary>
public static partial class ChatUpdate
{
    private static ChatStep LoadOlder(ChatModel model, string name)
    {
        if (model.Find(name) is not { Older: Reach.More } known || known.Newer == Reach.Loading)
            return ChatStep.Of(model);
        var next = Change(model, name, _ => known with { Older = Reach.Loading });
        return known.Entries.FirstOrDefault(IsReference) is { } oldest
            ? Ask(next, new ClientMessage.Page(known.Name, PageWay.Before, oldest.At.MessageId, oldest.At.Time))
            : Ask(next, new ClientMessage.Page(known.Name, PageWay.Latest, null, null));
    }

    private static ChatStep LoadNewer(ChatModel model, string name)
    {
        if (model.Find(name) is not { Newer: Reach.More } known || known.Older == Reach.Loading)
            return ChatStep.Of(model);
        if (known.Entries.LastOrDefault(IsReference) is not { } newest)
            return LoadLatest(model, name);
        var next = Change(model, name, _ => known with { Newer = Reach.Loading });
        return Ask(next, new ClientMessage.Page(known.Name, PageWay.After, newest.At.MessageId, newest.At.Time));
    }

    /// <summary>Where nothing newer is missing and something is loaded, there is nothing to ask for.</summary>
    private static ChatStep LoadLatest(ChatModel model, string name)
    {
        if (model.Find(name) is not { } known || IsLoading(known))
            return ChatStep.Of(model);
        if (!model.Client.TellsHistory || known is { Newer: Reach.End, Entries.Count: > 0 } or { Newer: Reach.End, Older: not Reach.More })
            return ChatStep.Of(Change(model, name, _ => known with { ReadingAt = null }));
        var asked = known with
        {
            ReadingAt = null,
            Older = Reach.Loading,
            Newer = known.Newer == Reach.End ? Reach.End : Reach.Loading,
        };
        return Ask(Change(model, name, _ => asked), new ClientMessage.Page(known.Name, PageWay.Latest, null, null));
    }

    private static ChatStep LoadAround(ChatModel model, ChatWish.LoadAround wish)
    {
        if (model.Find(wish.Conversation) is not { } known || IsLoading(known))
            return ChatStep.Of(model);
        if (!model.Client.TellsHistory)
            return Refuse(model, known.Name, "this server does not tell what was said earlier");
        var newer = known.Newer == Reach.End ? Reach.End : Reach.Loading;
        var next = Change(model, known.Name, _ => known with { Older = Reach.Loading, Newer = newer });
        return Ask(next, new ClientMessage.Page(known.Name, PageWay.Around, wish.MessageId, wish.Moment));
    }

    private static bool IsLoading(Conversation known) => known.Older == Reach.Loading || known.Newer == Reach.Loading;

    /// <summary>Only what the server knows too can say where to go on; without ids, a message's time does.</summary>
    private static bool IsReference(Entry entry) => entry.At.MessageId is not null || entry.What is EntryWhat.Said { Fate: DeliveryState.Kept };

    private static ChatModel HearPage(ChatModel model, ChatEvent.Page e)
    {
        if (model.IndexOf(e.Target) is var index && index < 0)
            return model;
        var known = model.Conversations[index];
        if (e.Fault is not null)
            return RefusePage(model, known, e);
        var said = e.Events.Select(happened => Told(model, known, happened)).OfType<(Stamp, EntryWhat)>().ToList();
        var page = e.Way switch
        {
            PageWay.Before => PutBefore(known, said, e.IsEnd),
            PageWay.After => PutAfter(model, known, said, e.IsEnd),
            PageWay.Around => BeginAround(known, said),
            PageWay.Latest => BeginLatest(model, known, said),
        };
        model = Put(model, index, page);
        foreach (var happened in e.Events)
        {
            model = happened is ChatEvent.Reacted reacted ? HearReacted(model, reacted)
                : happened is ChatEvent.Redacted taken ? HearRedacted(model, taken)
                : model;
        }
        return model;
    }

    /// <summary>A server that says no to a page says it to each; a hole at the newer end can still be left with the latest.</summary>
    private static ChatModel RefusePage(ChatModel model, Conversation known, ChatEvent.Page e)
    {
        var refused = known with
        {
            Older = known.Older == Reach.Loading ? Reach.Untold : known.Older,
            Newer = known.Newer == Reach.Loading ? Reach.More : known.Newer,
        };
        var next = Change(model, known.Name, _ => refused);
        return e.Way == PageWay.Latest
            ? next
            : Tell(next, known.Name, e.At, new EntryWhat.Wrong($"the server does not show its history here: {e.Fault}"));
    }

    /// <summary>What an event of history is as an entry; null if it is none, or of somebody whom the person ignores.</summary>
    private static (Stamp, EntryWhat)? Told(ChatModel model, Conversation known, ChatEvent happened)
    {
        var (nick, what) = happened switch
        {
            ChatEvent.Said e => (e.Nick, new EntryWhat.Said(e.Nick, e.Text, e.Manner, e.Own) { ReplyTo = e.ReplyTo, To = model.Narrowed(e.To) }),
            ChatEvent.Noticed e => (e.Nick, new EntryWhat.Said(e.Nick, e.Text, Manner.Message, e.Own) { Notice = true, To = model.Narrowed(e.To) }),
            ChatEvent.Joined e => (e.Nick, new EntryWhat.Came(e.Nick)),
            ChatEvent.Left e => (e.Nick, new EntryWhat.Went(e.Nick, e.Reason)),
            ChatEvent.Quit e => (e.Nick, new EntryWhat.Quit(e.Nick, e.Reason)),
            ChatEvent.Renamed e => (e.Nick, new EntryWhat.Renamed(e.Nick, e.NewNick)),
            ChatEvent.TopicSet e => (e.Nick, new EntryWhat.Topic(e.Nick, e.Topic)),
            _ => ((string?)null, (EntryWhat?)null),
        };
        var isNone = what is null || (nick is not null && IsIgnored(model, nick) && !model.Client.IsOwn(nick));
        if (what is EntryWhat.Said said && IsMention(model, said, known.Kind == ConversationKind.Person))
            what = said with { Mention = true };
        return isNone ? null : (happened.At, what!);
    }

    private static Conversation PutBefore(Conversation known, List<(Stamp, EntryWhat)> said, bool isEnd)
    {
        var fresh = Fresh(known.Entries, said);
        var lowest = known.LowestNumber - (Step * fresh.Count);
        var entries = known.Entries.Insert(0, [.. fresh.Select((one, i) => new Entry(lowest + (Step * i), one.At, one.What))]);
        // Lines that can still be said again are not dropped for old ones, up to as many again.
        var most = entries.Any(IsUnkept) ? 2 * ClientLimits.Entries : ClientLimits.Entries;
        var kept = entries.Oldest(most);
        return known with
        {
            Entries = kept,
            LowestNumber = lowest,
            Older = isEnd || fresh.Count == 0 ? Reach.End : Reach.More,
            Newer = kept.Count < entries.Count ? Reach.More : known.Newer,
        };
    }

    private static Conversation PutAfter(ChatModel model, Conversation known, List<(Stamp, EntryWhat)> said, bool isEnd)
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
    private static Conversation BeginLatest(ChatModel model, Conversation known, List<(Stamp At, EntryWhat What)> said)
    {
        var end = said.Count == 0 ? DateTimeOffset.MinValue : said[^1].At.Time;
        var begun = Begin(known, said);
        var later = known.Entries.Where(entry => IsUnkept(entry) || (known.Newer == Reach.End && entry.At.Time > end));
        var next = AppendAll(begun, Fresh(begun.Entries, later.Select(entry => (entry.At, entry.What)))) with
        {
            Older = said.Count == 0 ? Reach.End : Reach.More,
            Newer = Reach.End,
        };
        return known.Entries.Count == 0 ? CountMissed(model, next) : model.IsLookingAt(known) ? next with { Unread = 0, Mentions = 0 } : next;
    }

    /// <summary>Where the page ends in what is loaded, that goes on behind it: nothing is missing between them.</summary>
    private static Conversation BeginAround(Conversation known, List<(Stamp At, EntryWhat What)> said)
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
            known.Entries.Count, [.. fresh.Select((one, i) => new Entry(known.NextNumber + (Step * i), one.At, one.What))]),
        NextNumber = known.NextNumber + (Step * fresh.Count),
    };

    /// <summary>Those that are not there yet, each once.</summary>
    private static List<(Stamp At, EntryWhat What)> Fresh(Transcript entries, IEnumerable<(Stamp At, EntryWhat What)> said)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. said.Where(one => one.At.MessageId is not { } id || (seen.Add(id) && entries.IndexOfMessage(id) < 0))];
    }

    private static bool IsUnkept(Entry entry) => entry.What is EntryWhat.Said { Fate: DeliveryState.Failed or DeliveryState.PerhapsSent };

    private static ChatStep Search(ChatModel model, ChatWish.Search wish) => model.Client.Searches
        ? Ask(model with { Found = null }, new ClientMessage.Search(wish.Conversation, wish.Words))
        : Refuse(model, wish.Conversation, "this server can't search; only what is loaded can be searched");

    private static ChatModel HearFound(ChatModel model, ChatEvent.Found e)
    {
        var known = model.Find(e.Target) ?? model.Conversations[0];
        var said = e.Events.Select(happened => Told(model, known, happened)).OfType<(Stamp At, EntryWhat What)>();
        return model with { Found = new Found(e.Target, e.Words, [.. said.Select((one, i) => new Entry(i, one.At, one.What))]) };
    }
}
