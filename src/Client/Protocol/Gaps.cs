namespace ChatRoom.Client.Protocol;

/// <summary>
/// What was said while the connection was away: asked for page by page, each after the last message of the one before, until a page is
/// empty. Live messages are held back meanwhile. Where it is too much or the server doesn't tell, the person is told of the hole.
/// </summary>
internal static class Gaps
{
    public static ClientStep Begin(ClientModel model, GapFill gap)
    {
        if (!model.TellsHistory)
            return TellHole(model, gap).Then(m => End(m, gap));
        return Ask(model, gap with { Way = WayAfter(model, gap.From) });
    }

    private static GapWay WayAfter(ClientModel model, Stamp last)
    {
        var types = model.Support.MessageReferenceTypes;
        return last.MessageId is not null && (types.Count == 0 || types.Contains("msgid")) ? GapWay.AfterMessage : GapWay.AfterTime;
    }

    private static ClientStep Ask(ClientModel model, GapFill gap)
    {
        var most = MostInPage(model).ToString();
        // A message of the very same millisecond may not have come yet; who has heard it already knows it by its id.
        var time = $"timestamp={new Stamp(gap.From.Time.AddMilliseconds(-1)).UtcText}";
        var asked = gap with { Round = model.LastRound + 1, AskedAt = model.HeardAt };
        var next = model with { Gaps = model.Gaps.ConvertAll(one => model.Same(one.Target, gap.Target) ? asked : one) };
        var step = gap.Way == GapWay.Latest
            ? ClientStep.Of(next).Send("CHATHISTORY", "LATEST", gap.Target, "*", most)
            : ClientStep.Of(next).Send("CHATHISTORY", "AFTER", gap.Target, gap.Way == GapWay.AfterMessage ? $"msgid={gap.From.MessageId}" : time, most);
        return step.Then(Keepalive.Ping);
    }

    private static int MostInPage(ClientModel model) => Math.Min(ClientLimits.GapPage, model.MostHistory);

    public static ClientModel Count(ClientModel model, in Incoming line)
    {
        if (line.Line.Tag("batch") is not { } name || !model.Batches.TryGetValue(name, out var batch) || batch.Page is not null)
            return model;
        if (line.Line.Tag(Caps.ContextTag) is not null)
            return model;
        // A message that became several lines has its id on the first.
        var last = line.At.MessageId is null && batch.Last is { MessageId: not null } ? batch.Last : line.At;
        return model with { Batches = model.Batches.SetItem(name, batch with { Count = batch.Count + 1, Last = last }) };
    }

    /// <summary>
    /// A page has come. It goes on until there is nothing more, and not only until a page is short: some servers leave out of a page what
    /// they don't show.
    /// </summary>
    public static ClientStep GoOn(ClientModel model, GapFill gap, OpenBatch page)
    {
        if (page.Last is not { } last || gap.Way == GapWay.Latest)
            return End(model, gap);
        var next = gap with { From = last, Pages = gap.Pages + 1, Way = WayAfter(model, last) };
        // By time the last millisecond comes again each time: nothing but that means the end.
        var isStill = next.Way == GapWay.AfterTime && last == gap.From;
        if (isStill)
            return End(model, gap);
        if (next.Pages < ClientLimits.GapPages)
            return Ask(model, next);
        return page.Count < MostInPage(model)
            ? End(model, gap)
            : TellHole(model, next).Then(m => Doubt(m, gap.Target)).Then(m => Ask(m, next with { Way = GapWay.Latest }));
    }

    /// <summary>The server refuses: the id by the time, the time by the newest; then there is nothing to ask for.</summary>
    public static ClientStep GoAnotherWay(ClientModel model, GapFill gap) => gap.Way switch
    {
        // Our last message is gone from the server's history: others may be gone with it, and its time may be one that comes again.
        GapWay.AfterMessage when model.RoomOf(gap.Target) is not null =>
            TellHole(model, gap).Then(m => Ask(m, gap with { Way = GapWay.AfterTime, IsHoleTold = true })),
        GapWay.AfterMessage => Ask(model, gap with { Way = GapWay.AfterTime }),
        GapWay.AfterTime when model.RoomOf(gap.Target) is not null =>
            (gap.IsHoleTold ? ClientStep.Of(model) : TellHole(model, gap)).Then(m => Ask(m, gap with { Way = GapWay.Latest })),
        // To a person who has left, or with whom nothing was said, the answer is a refusal too.
        GapWay.AfterTime or GapWay.Latest or GapWay.Unasked => End(model, gap),
    };

    public static GapFill? Refused(ClientModel model, List<string> context)
    {
        var asked = model.Gaps.FindAll(gap => gap.Way != GapWay.Unasked && gap.Round > model.LastRoundBack);
        // Servers answer in order, so without a name it is the oldest request.
        return asked.Find(gap => context.Exists(word => model.Same(word, gap.Target))) ?? asked.MinBy(gap => gap.Round);
    }

    private static ClientStep End(ClientModel model, GapFill gap)
    {
        var rest = model with { Gaps = model.Gaps.RemoveAll(one => model.Same(one.Target, gap.Target)) };
        return model.Room(gap.Target) is { Phase: RoomPhase.Loading } ? HeldBack.OpenRoom(rest, gap.Target) : HeldBack.FinishLoading(rest);
    }

    private static ClientStep TellHole(ClientModel model, GapFill gap) =>
        ClientStep.Of(model).TellNow(new ChatEvent.Gap(gap.From with { MessageId = null, History = true }, gap.Target));

    /// <summary>
    /// Our server remembers the last ids of a room, and so many messages later perhaps not those of our lines any more: said again, they
    /// might be said twice.
    /// </summary>
    private static ClientStep Doubt(ClientModel model, string target)
    {
        var doubtful = model.Waiting.FindAll(said => said.IsAgain && model.Same(model.RoomOf(said.Target) ?? said.Target, target));
        return Speaking.PerhapsSent(model with { Waiting = model.Waiting.RemoveRange(doubtful) }, doubtful);
    }

    /// <summary>The PING behind them came back and nothing has begun: there is nothing.</summary>
    public static ClientStep EndSilent(ClientModel model)
    {
        var step = ClientStep.Of(model);
        foreach (var gap in model.Gaps)
        {
            var silent = gap.Way != GapWay.Unasked && gap.Round <= model.LastRoundBack
                && !model.Batches.Values.Any(batch => batch is { IsHistory: true, Page: null } && model.Same(batch.Target, gap.Target));
            if (silent)
                step = step.Then(m => End(m, gap));
        }
        return step;
    }

    /// <summary>A server that does not answer, or a room that does not let us in and doesn't say so, must not keep us silent for ever.</summary>
    public static ClientStep GiveUp(ClientModel model, DateTimeOffset now)
    {
        var step = ClientStep.Of(model);
        foreach (var gap in model.Gaps.Where(gap => model.Phase == ClientPhase.Ready && now - gap.AskedAt > ClientLimits.PageWait))
            step = step.Then(m => TellHole(m, gap)).Then(m => End(m, gap));
        return step;
    }

    /// <summary>So much happens meanwhile that it can't be held back: it is told now, and the rest of the gap is a hole.</summary>
    public static ClientStep Leave(ClientModel model)
    {
        var step = ClientStep.Of(model with { Gaps = [] });
        foreach (var gap in model.Gaps)
            step = step.Then(m => TellHole(m, gap));
        return step;
    }
}
