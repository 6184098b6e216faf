namespace ChatRoom.Client.Protocol;

/// <summary>
/// Whether the server is still there, and how long its answers take. It answers in order, so the PONG of a PING says that all before it
/// has been dealt with.
/// </summary>
internal static class Keepalive
{
    public static ClientStep Watch(ClientModel model, DateTimeOffset now)
    {
        var silence = now - model.HeardAt;
        if ((model.Phase is ClientPhase.Registering or ClientPhase.Greeted) && now - model.OpenedAt > ClientLimits.Greeting)
            return GiveUp(model, "the server did not finish its greeting within", ClientLimits.Greeting);
        if (silence > ClientLimits.Death)
            return GiveUp(model, "the server has been silent for", ClientLimits.Death);
        return model.Phase == ClientPhase.Ready ? WatchAnswers(model, silence, now) : ClientStep.Of(model);
    }

    /// <summary>
    /// A dead line is silent, and so is a quiet server: they differ only when something waits for an answer. Then nobody waits for minutes.
    /// </summary>
    private static ClientStep WatchAnswers(ClientModel model, TimeSpan silence, DateTimeOffset now)
    {
        if (!model.IsAsking)
            return silence > ClientLimits.Silence || (model.Wants(ClientFeatures.Activity) && now - model.MeasuredAt >= ClientLimits.Measuring) ? Measure(model, now) : ClientStep.Of(model);
        if (model.WaitingSince is not { } since)
            return ClientStep.Of(model with { WaitingSince = now });
        if (now - since > ClientLimits.Unanswered)
            return GiveUp(model, "the server has not answered for", ClientLimits.Unanswered);
        return now - since >= ClientLimits.Patience && !model.Probing ? Measure(model with { Probing = true }, now) : ClientStep.Of(model);
    }

    private static ClientStep Measure(ClientModel model, DateTimeOffset now) =>
        Ping(model with { Measured = (model.LastRound + 1, now), MeasuredAt = now });

    private static ClientStep GiveUp(ClientModel model, string why, TimeSpan after) =>
        ClientStep.Of(model).End(new Ending.Lost($"{why} {after.TotalSeconds:0} s"));

    public static ClientStep Ping(ClientModel model)
    {
        var round = model.LastRound + 1;
        return ClientStep.Of(model with { LastRound = round }).Send("PING", round.ToString());
    }

    /// <summary>The number of our PING that came back; null for what is none of ours, or was known to be back.</summary>
    public static long? RoundOf(ClientModel model, in Incoming pong) =>
        long.TryParse(pong.Words, out var round) && round > model.LastRoundBack && round <= model.LastRound ? round : null;

    public static ClientModel Back(ClientModel model, long round)
    {
        var back = model with { LastRoundBack = round };
        return model.Measured is { } measured && round >= measured.Round ? back with { Measured = null, Lag = model.HeardAt - measured.At } : back;
    }
}
