namespace ChatRoom.Client.Protocol;

/// <summary>What others say, react to and take back, now or long ago: lines become events.</summary>
internal static class Listening
{
    public static ClientStep HearMessage(ClientModel model, Incoming line)
    {
        // What is said again after a change of nickname comes back as it was said first, under the old one. Its label is ours all the same.
        var own = model.IsOwn(line.Who.Nick) || Speaking.Labelled(model, line.Label) is not null;
        return own && Speaking.Echoed(model, line, line.Line.Parameter(0), line.Line.Parameter(1)) is { } mine
            ? Speaking.Keep(model, mine, line.At)
            : Asking.Hear(model, line) ?? ClientStep.Of(model).Tell(SaidBy(model, line));
    }

    public static ClientStep HearNotice(ClientModel model, in Incoming line)
    {
        // ngIRCd says goodbye with the statistics of the connection; nobody who leaves asked for them.
        var isGoodbye = line.IsFromServer && model.Phase == ClientPhase.Leaving;
        return isGoodbye ? ClientStep.Of(model) : ClientStep.Of(model).Tell(Asking.Back(model, line) ?? NoticedBy(model, line));
    }

    public static ChatEvent SaidBy(ClientModel model, Incoming line)
    {
        var (target, text, nick) = (line.Line.Parameter(0), line.Line.Parameter(1), line.Who.Nick);
        if (Ctcp.TryRead(text, out var command, out var rest) && command != "ACTION")
            return new ChatEvent.Info(line.At, $"{nick} asks for CTCP {command}; it was not answered");
        var manner = rest is null ? Manner.Message : Manner.Action;
        return new ChatEvent.Said(line.At, model.RoomOf(target), nick, target, rest ?? text, manner, model.IsOwn(nick))
        {
            ReplyTo = AnswerTo(line),
        };
    }

    public static ChatEvent NoticedBy(ClientModel model, in Incoming line)
    {
        var (target, text, nick) = (line.Line.Parameter(0), line.Line.Parameter(1), line.Who.Nick);
        return line.IsFromServer
            ? new ChatEvent.Info(line.At, text)
            : new ChatEvent.Noticed(line.At, model.RoomOf(target), nick, target, text, model.IsOwn(nick));
    }

    /// <summary>Servers pass the tag on under the name with which it was given; both are in use.</summary>
    private static string? AnswerTo(in Incoming line) => line.Line.Tag(Caps.ReplyTag) ?? line.Line.Tag("+reply");

    public static ChatEvent.Reacted? Reaction(ClientModel model, Incoming line)
    {
        var (nick, target) = (line.Who.Nick, line.Line.Parameter(0));
        var undone = line.Line.Tag(Caps.UnreactTag);
        return (line.Line.Tag(Caps.ReactTag) ?? undone) is { Length: > 0 } text && AnswerTo(line) is { } id
            ? new(line.At, model.RoomOf(target), nick, target, id, text, undone == text, model.IsOwn(nick))
            : null;
    }

    /// <summary>`REDACT target msgid [:reason]` (IRCv3 draft/message-redaction).</summary>
    public static ChatEvent.Redacted Redaction(ClientModel model, Incoming line)
    {
        var (by, target) = (line.Who.Nick, line.Line.Parameter(0));
        return new(line.At, model.RoomOf(target), by, target, line.Line.Parameter(1), line.Line.Parameter(2), model.IsOwn(by));
    }
}
