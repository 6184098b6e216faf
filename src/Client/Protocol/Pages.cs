using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>
/// Pages of the server's history (IRCv3 chathistory) and what it finds. What a batch brings is collected and told as one, when the batch
/// ends; a batch that never ends, or an answer that never begins, is given up.
/// </summary>
internal static class Pages
{
    public static ClientStep Ask(ClientModel model, ClientMessage.Page wish)
    {
        if (model.Pages.Exists(page => page.Way is not null && model.Same(page.Target, wish.Target)))
            return ClientStep.Of(model);
        var asked = new PageAsked($"p{model.LastLine + 1}", wish.Target, wish.Way, "", model.LastRound + 1, model.HeardAt);
        if (!model.TellsHistory || model.Phase != ClientPhase.Ready)
            return Tell(model, asked, "there is no history to ask for");
        if (model.Pages.Count >= ClientLimits.Pages)
            return Tell(model, asked, "too much is asked for already");
        var most = Math.Min(ClientLimits.Page, model.MostHistory).ToString();
        var line = wish.Way == PageWay.Latest
            ? Message.Of("CHATHISTORY", "LATEST", wish.Target, "*", most)
            : Message.Of("CHATHISTORY", wish.Way.ToString().ToUpperInvariant(), wish.Target, Reference(model, wish), most);
        return Ask(model, asked, line);
    }

    private static ClientStep Ask(ClientModel model, PageAsked asked, Message line) =>
        Orders.Sendable(model, line, asked.Target)
        ?? ClientStep.Of(model with { LastLine = model.LastLine + 1, Pages = model.Pages.Add(asked) })
            .Send(Orders.Label(model, line, asked.Label))
            .Then(Keepalive.Ping);

    public static ClientStep Search(ClientModel model, ClientMessage.Search wish)
    {
        var asked = new PageAsked($"p{model.LastLine + 1}", wish.Target, null, wish.Words, model.LastRound + 1, model.HeardAt);
        if (!model.Searches || model.Phase != ClientPhase.Ready || model.Pages.Count >= ClientLimits.Pages)
            return Orders.Refuse(model, wish.Target, "the server can't search at the moment");
        var what = $"text={TagValue.Escape(wish.Words)};limit={ClientLimits.Page}";
        return Ask(model, asked, Message.Of("SEARCH", what));
    }

    /// <summary>By id where the server takes ids (MSGREFTYPES) and the message has one, else by time.</summary>
    private static string Reference(ClientModel model, ClientMessage.Page wish)
    {
        var types = model.Support.MessageReferenceTypes;
        var takesIds = types.Count == 0 || types.Contains("msgid");
        return wish.MessageId is { } id && (takesIds || wish.Moment is null)
            ? $"msgid={id}"
            : $"timestamp={new Stamp(wish.Moment ?? model.HeardAt).UtcText}";
    }

    /// <summary>The page that a batch of history brings: by its label, else by its target, unless the room's first history is awaited.</summary>
    public static PageAsked? BroughtBy(ClientModel model, OpenBatch batch)
    {
        if (batch.Label is { } label)
            return model.Pages.Find(page => page.Label == label);
        if (model.Has(Caps.Labels) || model.Room(batch.Target) is { Phase: RoomPhase.Loading } || model.Gap(batch.Target) is not null)
            return null;
        return batch.Type is "search" or Caps.Search or Caps.SojuSearch
            ? model.Pages.Find(page => page.Way is null)
            : batch.IsHistory ? model.Pages.Find(page => page.Way is not null && model.Same(page.Target, batch.Target)) : null;
    }

    /// <summary>The page that a FAIL refuses. `FAIL CHATHISTORY code subcommand target :words`; the parameters differ between servers.</summary>
    public static PageAsked? Refused(ClientModel model, Incoming line, List<string> context) => line.Label is { } label
        ? model.Pages.Find(page => page.Label == label)
        : model.Pages.Find(page => page.Batch is null && context.Exists(word => model.Same(word, page.Target)));

    public static ClientStep Collect(ClientModel model, PageAsked page, ChatEvent happened)
    {
        if (page.Events.Count >= ClientLimits.PageEvents)
            return Finish(model, page);
        return ClientStep.Of(model with { Pages = model.Pages.Replace(page, page with { Events = page.Events.Add(happened) }) });
    }

    public static ClientStep Finish(ClientModel model, PageAsked page) => Tell(model with { Pages = model.Pages.Remove(page) }, page, null);

    public static ClientStep Refuse(ClientModel model, PageAsked page, string why) =>
        Tell(model with { Pages = model.Pages.Remove(page) }, page, why);

    /// <summary>Told as something of now: it keeps its place among what is said meanwhile.</summary>
    private static ClientStep Tell(ClientModel model, PageAsked page, string? fault)
    {
        var at = new Stamp(model.HeardAt);
        ValueList<ChatEvent> events = [.. page.Events];
        return ClientStep.Of(model).Tell(page.Way is { } way
            ? new ChatEvent.Page(at, page.Target, way, events, IsEnd: (events.Count == 0 || page.IsEnd) && fault is null, fault)
            : new ChatEvent.Found(at, page.Target, page.Words, events));
    }

    /// <summary>The PING behind them came back and nothing has begun: there is nothing.</summary>
    public static ClientStep FinishSilent(ClientModel model)
    {
        var step = ClientStep.Of(model);
        foreach (var page in model.Pages.Where(page => page.Batch is null && page.Round <= model.LastRoundBack))
            step = step.Then(m => Finish(m, page));
        return step;
    }

    /// <summary>A batch that takes this long is not waited for; what has come is shown.</summary>
    public static ClientStep GiveUp(ClientModel model, DateTimeOffset now)
    {
        var step = ClientStep.Of(model);
        foreach (var page in model.Pages.Where(page => now - page.AskedAt > ClientLimits.PageWait))
            step = step.Then(m => page.Events.IsEmpty ? Refuse(m, page, "the server did not answer in time") : Finish(m, page));
        return step;
    }
}
