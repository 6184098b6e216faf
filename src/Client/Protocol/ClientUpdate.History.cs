using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>
/// Earlier messages (IRCv3 chathistory). They are told as they arrive; what happens meanwhile is held back until they are all told,
/// and what is in both is told once.
/// </summary>
public static partial class ClientUpdate
{
    /// <summary>We are in a room: ask for its history if we want some and the server has it.</summary>
    private static Step Enter(ClientModel model, string name)
    {
        var key = model.Room(name)?.Key;
        if (model.Gap(name) is { } gap)
            return BeginGap(model.WithRoom(new RoomState(name, RoomPhase.Loading) { Round = long.MaxValue, Key = key }), gap);
        var wanted = Math.Min(model.Settings.History, MostHistory(model));
        if (wanted == 0 || !model.Has(Caps.History) || !model.Has(Caps.Batch))
            return Step.Of(model.WithRoom(new RoomState(name, RoomPhase.Open) { Key = key }));
        var room = new RoomState(name, RoomPhase.Loading) { Round = model.LastRound + 1, Key = key };
        return Step.Of(model.WithRoom(room))
            .Send("CHATHISTORY", "LATEST", name, "*", wanted.ToString())
            .Then(Ping);
    }

    /// <summary>In 005, CHATHISTORY=0 or none at all means that the server names no limit.</summary>
    private static int MostHistory(ClientModel model) =>
        model.Support.ChatHistory is > 0 and var most ? Math.Min(most, ClientLimits.History) : ClientLimits.History;

    private static Step HearBatch(ClientModel model, in Incoming line)
    {
        var sign = line.Line.Parameter(0);
        if (sign.StartsWith('+') && model.Batches.Count < ClientLimits.Batches)
            return Step.Of(Begin(model, line, sign[1..]));
        if (!sign.StartsWith('-') || !model.Batches.TryGetValue(sign[1..], out var ended))
            return Step.Of(model);
        var rest = model with { Batches = model.Batches.Remove(sign[1..]) };
        if (ended.Gathered is { } gathered)
            return Hear(rest, new ClientMessage.Heard(gathered, model.HeardAt));
        if (model.Pages.Find(page => page.Batch == sign[1..]) is { } page)
            return FinishPage(rest, page);
        if (ended is not { IsHistory: true, Page: null })
            return Step.Of(rest);
        return rest.Gap(ended.Target) is { } gap ? GoOn(rest, gap, ended) : OpenRoom(rest, ended.Target);
    }

    /// <summary>A batch inside another plays what the outer one plays.</summary>
    private static ClientModel Begin(ClientModel model, in Incoming line, string name)
    {
        var batch = new OpenBatch(line.Line.Parameter(1), line.Line.Parameter(2), line.Label);
        var page = line.Page is null ? BroughtBy(model, batch) : null;
        var isPlayed = batch.IsHistory || line.At.History || page is not null;
        var whole = batch with { IsPlayed = isPlayed, Page = page?.Label ?? line.Page, Beginning = BeginningOf(model, line.Line, name) };
        var begun = model with { Batches = model.Batches.SetItem(name, whole) };
        // The batch of the label is around the one that brings the messages, and ends with it; the outermost counts.
        return page is null or { Batch: not null } ? begun : begun with { Pages = begun.Pages.Replace(page, page with { Batch = name }) };
    }

    /// <summary>The history of this room is over, or there is none.</summary>
    private static Step OpenRoom(ClientModel model, string name) => model.Room(name) is { Phase: RoomPhase.Loading } room
        ? FinishLoading(model.WithRoom(room with { Phase = RoomPhase.Open }))
        : Step.Of(model);

    /// <summary>The PING behind our request came back and no history has begun: there is none.</summary>
    private static Step OpenSilentRooms(ClientModel model)
    {
        var step = Step.Of(model);
        foreach (var room in model.Rooms)
        {
            var silent = room.Phase == RoomPhase.Loading && room.Round <= model.LastRoundBack
                && !model.Batches.Values.Any(batch => batch.IsHistory && model.Same(batch.Target, room.Name));
            if (silent)
                step = step.Then(m => OpenRoom(m, room.Name));
        }
        return step;
    }

    /// <summary>Tells what was held back, once no room is loading any more.</summary>
    private static Step FinishLoading(ClientModel model)
    {
        if (model.IsLoading)
            return Step.Of(model);
        var step = Step.Of(model with { Held = [], Played = [] });
        foreach (var held in model.Held)
        {
            if (KeyOf(held) is not { } key || !model.Played.Contains(key))
                step = step.Tell(held);
        }
        return step;
    }

    /// <summary>A server that plays history without end, while others talk, must not fill our memory.</summary>
    private static Step LimitHeld(ClientModel model)
    {
        if (model.Held.Count < ClientLimits.Held)
            return Step.Of(model);
        var opened = model.Rooms.ConvertAll(room => room.Phase == RoomPhase.Loading ? room with { Phase = RoomPhase.Open } : room);
        return LeaveGaps(model with { Rooms = opened }).Then(FinishLoading);
    }

    private static Step TellHistory(ClientModel model, ChatEvent played)
    {
        var remembered = model.IsLoading && KeyOf(played) is { } key ? model with { Played = model.Played.Add(key) } : model;
        if (!model.Gaps.IsEmpty && played is ChatEvent.Said { Own: true, At.MessageId: { } id })
            remembered = remembered with { OwnPlayed = model.OwnPlayed.Add(id) };
        return Step.Of(remembered).Tell(played);
    }

    /// <summary>What makes a message the same message: its id or, on servers without ids, its time, speaker and text.</summary>
    private static string? KeyOf(ChatEvent happened) => happened switch
    {
        ChatEvent.Said said => said.At.MessageId ?? $"{said.At.Time:O} {said.Nick} {said.Text}",
        ChatEvent.Noticed noticed => noticed.At.MessageId ?? $"{noticed.At.Time:O} {noticed.Nick} {noticed.Text}",
        _ => null,
    };
}
