using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>What only a screen can show: reactions, who is writing, who is away, modes, invitations.</summary>
internal static class Activity
{
    public static ClientStep Hear(ClientModel model, Incoming line, string command) => command switch
    {
        "TAGMSG" => HearTags(model, line),
        "REDACT" => ClientStep.Of(model).Tell(Listening.Redaction(model, line)),
        "MODE" => ClientStep.Of(model).Tell(ModesOf(model, line)),
        "AWAY" => ClientStep.Of(model).Tell(new ChatEvent.AwayChanged(
            line.At, line.Who.Nick, line.Line.Parameters.Count == 0 ? null : line.Words, model.IsOwn(line.Who.Nick))),
        // Our own is answered by 341.
        "INVITE" when model.IsOwn(line.Who.Nick) => ClientStep.Of(model),
        "INVITE" => ClientStep.Of(model).Tell(new ChatEvent.Invited(
            line.At, line.Line.Parameter(1), line.Line.Parameter(0), line.Who.Nick, model.IsOwn(line.Line.Parameter(0)))),
        "WALLOPS" => ClientStep.Of(model).Tell(new ChatEvent.Info(line.At, $"{line.Who.Nick} says to all operators: {line.Words}")),
        // `REGISTER SUCCESS account :words`
        "REGISTER" or "VERIFY" => ClientStep.Of(model).Tell(new ChatEvent.Info(line.At, line.Words) { Where = Orders.WhereAsked(model, line) }),
        "MARKREAD" => HearRead(model, line),
        // They tell what we don't show: accounts and real names.
        "ACCOUNT" or "SETNAME" or "CHGHOST" => ClientStep.Of(model),
        _ => ClientStep.Of(model).Tell(new ChatEvent.Info(line.At, $"{command} {string.Join(' ', line.Line.Parameters)}".TrimEnd())
        {
            Where = Orders.WhereAsked(model, line),
        }),
    };

    private static ClientStep HearTags(ClientModel model, Incoming line)
    {
        if (Listening.Reaction(model, line) is { } reaction)
            return ClientStep.Of(model).Tell(reaction);
        var (nick, room) = (line.Who.Nick, model.RoomOf(line.Line.Parameter(0)));
        return line.Line.Tag(Caps.TypingTag) is { } typing && !model.IsOwn(nick)
            ? ClientStep.Of(model).Tell(new ChatEvent.Typing(line.At, room, nick, typing == "active"))
            : ClientStep.Of(model);
    }

    /// <summary>`MARKREAD target timestamp=2026-11-26T12:00:00.000Z`, or `*` where nothing was read (IRCv3 draft/read-marker).</summary>
    private static ClientStep HearRead(ClientModel model, Incoming line)
    {
        const string name = "timestamp=";
        var mark = line.Line.Parameter(1);
        return mark.StartsWith(name, StringComparison.Ordinal) && ServerTime.TryParse(mark.AsSpan(name.Length), out var milliseconds)
            ? ClientStep.Of(model).Tell(new ChatEvent.ReadUntil(line.At, line.Line.Parameter(0), DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)))
            : ClientStep.Of(model);
    }

    private static ChatEvent ModesOf(ClientModel model, Incoming line)
    {
        var (target, words) = (line.Line.Parameter(0), line.Line.Parameters.Skip(1));
        return model.Support.IsChannel(target)
            ? new ChatEvent.ModesChanged(line.At, target, line.Who.Nick, [.. words])
            : new ChatEvent.Info(line.At, $"modes of {target}: {string.Join(' ', words)}") { Where = Orders.WhereAsked(model, line) };
    }
}
