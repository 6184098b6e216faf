namespace ChatRoom.Client.Protocol;

/// <summary>
/// Going on after a reconnect: the rooms, the words of absence, and what nobody confirmed. Where the server knows our ids, a line that was
/// sent is said again under its own, and is the same line; elsewhere it was perhaps sent, and only the person may say it again.
/// </summary>
internal static class Resuming
{
    /// <summary>The connection is over: what was held back can't be told in its place any more. The messages are asked for again.</summary>
    public static ClientStep Suspend(ClientModel model)
    {
        var step = ClientStep.Of(model with { Held = [], Played = [], Batches = model.Batches.Clear(), Pages = [], Orders = [] });
        foreach (var held in model.Held.Where(held => HeldBack.KeyOf(held) is null || held.At.MessageId is null))
            step = step.TellNow(held);
        return step.With(Remembering.Next(step.Model));
    }

    public static ClientStep SendToken(ClientModel model) => model.Has(Caps.Resume) && model.Settings.Token is { } token
        ? ClientStep.Of(model).Send("RESUME", token)
        : ClientStep.Of(model);

    /// <summary>The server has let us in again.</summary>
    public static ClientStep Return(ClientModel model)
    {
        var step = SayAgain(model).Then(Membership.AskForRooms);
        if (model.Away is { } words)
            step = step.Send("AWAY", words);
        step = step.With(step.Model with { Gaps = step.Model.Gaps.ConvertAll(gap => gap with { AskedAt = model.HeardAt }) });
        foreach (var gap in model.Gaps.Where(gap => model.RoomOf(gap.Target) is null))
            step = step.Then(m => m.Gap(gap.Target) is { } still ? Gaps.Begin(m, still) : ClientStep.Of(m));
        return step;
    }

    private static ClientStep SayAgain(ClientModel model)
    {
        var rest = model with { Lines = [] };
        return model.Has(Caps.Once)
            ? ClientStep.Of(rest with { Waiting = [.. model.Lines.Select(Again), .. model.Waiting] })
            : Speaking.PerhapsSent(rest, model.Lines.Select(Again));
    }

    private static ClientMessage.Say Again(OutgoingLine line) =>
        new(line.Target, line.Text, line.Manner, line.Id) { ReplyTo = line.ReplyTo, IsAgain = true };
}
