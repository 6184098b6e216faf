using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Chat;

/// <summary>Scrolling through the server's history: what is asked for, and where it goes when it comes.</summary>
internal static class Paging
{
    public static ChatStep LoadOlder(ChatModel model, string name)
    {
        if (model.Find(name) is not { Older: Reach.More } known || known.Newer == Reach.Loading)
            return ChatStep.Of(model);
        var next = Placing.Change(model, name, _ => known with { Older = Reach.Loading });
        return known.Entries.FirstOrDefault(entry => entry.IsReference) is { } oldest
            ? ChatStep.Of(next, new ClientMessage.Page(known.Name, PageWay.Before, oldest.At.MessageId, oldest.At.Time))
            : ChatStep.Of(next, new ClientMessage.Page(known.Name, PageWay.Latest, null, null));
    }

    public static ChatStep LoadNewer(ChatModel model, string name)
    {
        if (model.Find(name) is not { Newer: Reach.More } known || known.Older == Reach.Loading)
            return ChatStep.Of(model);
        if (known.Entries.LastOrDefault(entry => entry.IsReference) is not { } newest)
            return LoadLatest(model, name);
        var next = Placing.Change(model, name, _ => known with { Newer = Reach.Loading });
        return ChatStep.Of(next, new ClientMessage.Page(known.Name, PageWay.After, newest.At.MessageId, newest.At.Time));
    }

    /// <summary>Where nothing newer is missing and something is loaded, there is nothing to ask for.</summary>
    public static ChatStep LoadLatest(ChatModel model, string name)
    {
        if (model.Find(name) is not { } known || IsLoading(known))
            return ChatStep.Of(model);
        if (!model.Client.TellsHistory || known is { Newer: Reach.End, Entries.Count: > 0 } or { Newer: Reach.End, Older: not Reach.More })
            return ChatStep.Of(Placing.Change(model, name, _ => known with { ReadingAt = null }));
        var asked = known with
        {
            ReadingAt = null,
            Older = Reach.Loading,
            Newer = known.Newer == Reach.End ? Reach.End : Reach.Loading,
        };
        return ChatStep.Of(Placing.Change(model, name, _ => asked), new ClientMessage.Page(known.Name, PageWay.Latest, null, null));
    }

    public static ChatStep LoadAround(ChatModel model, ChatWish.LoadAround wish)
    {
        if (model.Find(wish.Conversation) is not { } known || IsLoading(known))
            return ChatStep.Of(model);
        if (!model.Client.TellsHistory)
            return Placing.Refuse(model, known.Name, "this server does not tell what was said earlier");
        var newer = known.Newer == Reach.End ? Reach.End : Reach.Loading;
        var next = Placing.Change(model, known.Name, _ => known with { Older = Reach.Loading, Newer = newer });
        return ChatStep.Of(next, new ClientMessage.Page(known.Name, PageWay.Around, wish.MessageId, wish.Moment));
    }

    private static bool IsLoading(Conversation known) => known.Older == Reach.Loading || known.Newer == Reach.Loading;

    public static ChatModel HearPage(ChatModel model, ChatEvent.Page e)
    {
        if (model.IndexOf(e.Target) is var index && index < 0)
            return model;
        var known = model.Conversations[index];
        if (e.Fault is not null)
            return Refuse(model, known, e);
        var said = e.Events.Select(happened => Hearing.EntryOf(model, known, happened)).OfType<(Stamp, EntryWhat)>().ToList();
        var page = e.Way switch
        {
            PageWay.Before => PageMerge.PutBefore(known, said, e.IsEnd),
            PageWay.After => PageMerge.PutAfter(model, known, said, e.IsEnd),
            PageWay.Around => PageMerge.BeginAround(known, said),
            PageWay.Latest => PageMerge.BeginLatest(model, known, said),
        };
        model = Placing.Put(model, index, page);
        foreach (var happened in e.Events)
        {
            model = happened is ChatEvent.Reacted reacted ? Marks.HearReacted(model, reacted)
                : happened is ChatEvent.Redacted taken ? Marks.HearRedacted(model, taken)
                : model;
        }
        return model;
    }

    /// <summary>A server that says no to a page says it to each; a hole at the newer end can still be left with the latest.</summary>
    private static ChatModel Refuse(ChatModel model, Conversation known, ChatEvent.Page e)
    {
        var refused = known with
        {
            Older = known.Older == Reach.Loading ? Reach.Untold : known.Older,
            Newer = known.Newer == Reach.Loading ? Reach.More : known.Newer,
        };
        var next = Placing.Change(model, known.Name, _ => refused);
        return e.Way == PageWay.Latest
            ? next
            : Placing.Tell(next, known.Name, e.At, new EntryWhat.Wrong($"the server does not show its history here: {e.Fault}"));
    }
}
