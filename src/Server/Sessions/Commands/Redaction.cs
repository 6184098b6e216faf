using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Journal;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>REDACT target msgid [:reason] (draft/message-redaction). What was said under that id is looked up here, and the rules decide.</summary>
public static class Redaction
{
    internal static readonly CommandRow[] Commands = [new("REDACT", 2, CommandTime.After, Redact) { WordsFrom = 2 }];

    public static void Redact(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var (name, id, reason) = (line.Text(0), line.Text(1), line.Text(2));
        // "A client MUST negotiate the draft/message-redaction capability".
        if (!session.Capabilities.HasFlag(Capability.MessageRedaction))
            session.Reply(Numerics.ErrUnknownCommand, "REDACT", "This command needs the capability draft/message-redaction");
        else if (Target(name).TryGet(out var target))
            session.Act(new Command.Redact(target, id, Find(session, id), reason));
        else
            session.Fail("REDACT", "INVALID_TARGET", Numeric.Word(name), "You are not in such a room, and nobody of that nickname is here");
    }

    private static Option<Target> Target(string name) => name.StartsWith('#')
        ? RoomName.Parse(name).ToOption().Map(room => (Target)new Target.ToRoom(room, Audience.Everyone))
        : Nick.Parse(name).ToOption().Map(nick => (Target)new Target.ToPerson(nick));

    /// <summary>What is forgotten or taken back already is not there any more.</summary>
    private static Option<Spoken> Find(Session session, string id) =>
        MessageIds.Parse(session.Context.Info.Epochs, id).TryGet(out var place)
            && session.Context.History.Find(place) is { Event: Event.Said { Body: { } body } said } found && body != Body.Forgotten
                ? new Spoken(found.Sequence, said.Who, said.In, found.At)
                : Option<Spoken>.None;
}
