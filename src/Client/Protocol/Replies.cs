namespace ChatRoom.Client.Protocol;

/// <summary>Answers in numbers (numerics) that say something to a person.</summary>
internal static class Replies
{
    /// <summary>An answer in words. Where nothing of it was shown, its end says so: `End of Channel Ban List`.</summary>
    public static ClientStep Hear(ClientModel model, Incoming line, string numeric)
    {
        var order = Orders.Asked(model, line);
        if (numeric is Numeric.NoLongerAway or Numeric.NowAway)
            return ClientStep.Of(model).Tell(new ChatEvent.AwayChanged(line.At, model.Nick, numeric == Numeric.NowAway ? line.Words : null, Own: true));
        var text = ReplyWords.IsEnd(numeric) ? (order is { IsAnswered: false } ? line.Words : null) : ReplyWords.Of(line.Line, model.Settings.Zone);
        // One's own modes are the last word of a greeting; a person who wants to know them asks.
        if (text is null || (numeric == Numeric.OwnModes && order is null) || (model.Phase == ClientPhase.Greeted && ReplyWords.IsCustom(numeric)))
            return ClientStep.Of(model);
        return order is { IsQuiet: true } ? HearQuietly(model, line) : ClientStep.Of(Orders.Answered(model, line)).Tell(new ChatEvent.Info(line.At, text) { Where = Orders.WhereAsked(model, line) });
    }

    /// <summary>Before the greeting it is the answer to a proof, of which nobody wants to read.</summary>
    public static ClientStep HearLoggedIn(ClientModel model, Incoming line, string numeric) =>
        model.Phase == ClientPhase.Ready && model.Wants(ClientFeatures.Replies) ? Hear(model, line, numeric) : ClientStep.Of(model);

    /// <summary>Of what we asked ourselves only who is away is told: `352 client room user host server nick flags ...`, G for gone.</summary>
    private static ClientStep HearQuietly(ClientModel model, Incoming line) => line.Line.Command == Numeric.WhoReply
        ? ClientStep.Of(model).Tell(new ChatEvent.AwayChanged(
            line.At, line.Line.Parameter(5), line.Line.Parameter(6).StartsWith('G') ? "" : null, Own: false))
        : ClientStep.Of(model);
}
