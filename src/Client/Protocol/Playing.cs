namespace ChatRoom.Client.Protocol;

/// <summary>
/// What was said earlier and is played to us. It tells only what can be told of the past: that people came or left then changes nothing of who
/// is there now.
/// </summary>
internal static class Playing
{
    public static ClientStep Hear(ClientModel model, Incoming line)
    {
        model = Gaps.Count(model, line);
        if (EventOf(model, line) is not { } played)
            return ClientStep.Of(model);
        if (line.Page is null)
            return HeldBack.TellHistory(model, played);
        // A page that was given up is no longer waited for, but its lines may still come.
        return model.Pages.Find(page => page.Label == line.Page) is { } page ? Pages.Collect(model, page, played) : ClientStep.Of(model);
    }

    private static ChatEvent? EventOf(ClientModel model, Incoming line) => line.Line.Command.ToUpperInvariant() switch
    {
        "PRIVMSG" => Listening.SaidBy(model, line),
        "NOTICE" => Listening.NoticedBy(model, line),
        "TOPIC" => new ChatEvent.TopicSet(line.At, line.Line.Parameter(0), line.Who.Nick, line.Line.Parameter(1)),
        "TAGMSG" when model.Wants(ClientFeatures.Activity) => Listening.Reaction(model, line),
        "REDACT" when model.Wants(ClientFeatures.Activity) => Listening.Redaction(model, line),
        _ => null,
    };
}
