using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>Up to when the client has read something (draft/read-marker).</summary>
public static class ReadMarkerAnswers
{
    /// <summary>To who asks, and to who has set one: what it is now. Where that was refused, the refusal says enough.</summary>
    public static void Write(in Standpoint from, string word, bool isSet, Numeric to)
    {
        var marker = Target(word).TryGet(out var target) && from.World.Person(from.Connection).TryGet(out var person)
            ? ReadingRules.Of(from.World, from.Facts(), person, target)
            : Option<Timestamp>.None;
        if (marker.IsSome || !isSet)
            Write(to.Writer.Source(to.Server), Numeric.Word(word), marker);
    }

    /// <summary>To who comes into a room, before its names.</summary>
    public static void Write(in Standpoint from, Room room, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(room);
        if (!to.Capabilities.HasFlag(Capability.ReadMarker) || !from.World.Person(from.Connection).TryGet(out var person))
            return;
        Write(to.Writer.Source(to.Server), room.Name.Text, from.Facts().MarkersOf(Party.Of(person.Who)).Find(new ReadPlace.InRoom(room.Id)));
    }

    public static void Write(LineWriter begun, string name, Option<Timestamp> until)
    {
        ArgumentNullException.ThrowIfNull(begun);
        begun.Command("MARKREAD"u8).Param(name).Param(until.Map(moment => $"timestamp={ServerTime.Format(moment.Milliseconds)}").IfNone("*")).End();
    }

    /// <summary>What can be read: a room or a person.</summary>
    public static Option<Target> Target(string word) => RoomName.Parse(word).ToOption().Map(Target (room) => new Target.ToRoom(room, Audience.Everyone))
        | Nick.Parse(word).ToOption().Map(Target (nick) => new Target.ToPerson(nick));
}
