namespace ChatRoom.Client.Protocol;

/// <summary>
/// What was said earlier and is played to us. It tells only what can be told of the past: whoever came or left then changes nothing of who
/// is there now.
/// </summary>
public static partial class ClientUpdate
{
    private static Step HearPlayed(ClientModel model, Incoming line)
    {
        model = Counted(model, line);
        if (PlayedEvent(model, line) is not { } played)
            return Step.Of(model);
        if (line.Page is null)
            return TellHistory(model, played);
        // A page that was given up is no longer waited for, but its lines may still come.
        return model.Pages.Find(page => page.Label == line.Page) is { } page ? Collect(model, page, played) : Step.Of(model);
    }

    private static ChatEvent? PlayedEvent(ClientModel model, Incoming line) => line.Line.Command.ToUpperInvariant() switch
    {
        "PRIVMSG" => SaidBy(model, line),
        "NOTICE" => NoticedBy(model, line),
        "TOPIC" => new ChatEvent.TopicSet(line.At, line.Line.Parameter(0), line.Who.Nick, line.Line.Parameter(1)),
        "TAGMSG" when model.Wants(ClientFeatures.Activity) => Reaction(model, line),
        "REDACT" when model.Wants(ClientFeatures.Activity) => Redaction(model, line),
        _ => null,
    };
}
