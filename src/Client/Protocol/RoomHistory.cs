namespace ChatRoom.Client.Protocol;

/// <summary>What was said in a room before we came (IRCv3 chathistory): it is asked for when we enter, and told as it arrives.</summary>
internal static class RoomHistory
{
    /// <summary>We are in a room: ask for its history if we want some and the server has it.</summary>
    public static ClientStep Enter(ClientModel model, string name)
    {
        var key = model.Room(name)?.Key;
        if (model.Gap(name) is { } gap)
            return Gaps.Begin(model.WithRoom(new RoomState(name, RoomPhase.Loading) { Round = long.MaxValue, Key = key }), gap);
        var wanted = Math.Min(model.Settings.History, model.MostHistory);
        if (wanted == 0 || !model.Has(Caps.History) || !model.Has(Caps.Batch))
            return ClientStep.Of(model.WithRoom(new RoomState(name, RoomPhase.Open) { Key = key }));
        var room = new RoomState(name, RoomPhase.Loading) { Round = model.LastRound + 1, Key = key };
        return ClientStep.Of(model.WithRoom(room))
            .Send("CHATHISTORY", "LATEST", name, "*", wanted.ToString())
            .Then(Keepalive.Ping);
    }

    /// <summary>The PING behind our request came back and no history has begun: there is none.</summary>
    public static ClientStep OpenSilentRooms(ClientModel model)
    {
        var step = ClientStep.Of(model);
        foreach (var room in model.Rooms)
        {
            var silent = room.Phase == RoomPhase.Loading && room.Round <= model.LastRoundBack
                && !model.Batches.Values.Any(batch => batch.IsHistory && model.Same(batch.Target, room.Name));
            if (silent)
                step = step.Then(m => HeldBack.OpenRoom(m, room.Name));
        }
        return step;
    }

    /// <summary>A server that plays history without end, while others talk, must not fill our memory.</summary>
    public static ClientStep LimitHeld(ClientModel model)
    {
        if (model.Held.Count < ClientLimits.Held)
            return ClientStep.Of(model);
        var opened = model.Rooms.ConvertAll(room => room.Phase == RoomPhase.Loading ? room with { Phase = RoomPhase.Open } : room);
        return Gaps.Leave(model with { Rooms = opened }).Then(HeldBack.FinishLoading);
    }
}
