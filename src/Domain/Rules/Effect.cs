using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Rules;

/// <summary>
/// What the shell has to do once an event is kept. Effects name rooms, never lists of people: the shell keeps, for each
/// room, a flat array of who is there, and <see cref="Enter"/> and <see cref="Exit"/> are all that changes it.
/// </summary>
public abstract record Effect
{
    private Effect() { }

    /// <summary>This connection is now that person's.</summary>
    public sealed record Admit(ConnectionId Connection, PersonId Person) : Effect;

    public sealed record Enter(PersonId Person, RoomId Room) : Effect;

    public sealed record Exit(PersonId Person, RoomId Room) : Effect;

    /// <summary>Each connection of this person hears it.</summary>
    public sealed record Tell(PersonId Person, Recorded What) : Effect;

    /// <summary>Everybody of the audience in this room hears it, and who did it does too.</summary>
    public sealed record TellRoom(RoomId Room, Audience Audience, Recorded What) : Effect;

    /// <summary>Everybody in this room hears it in words of their own.</summary>
    public sealed record TellEach(RoomId Room, Recorded What) : Effect;

    /// <summary>Everybody who shares one of these rooms with the person hears it once, and so does the person.</summary>
    public sealed record TellPeers(Actor Of, ValueList<RoomId> Rooms, Recorded What) : Effect;

    /// <summary>Every connection from there, or of those who are meant, ends, each by a departure of its own, but those of operators on duty.</summary>
    public sealed record Expel(BanTarget Of, Ending End) : Effect;

    /// <summary>
    /// The connections of a guest, who was in these rooms, are another person's now, who is in all of theirs. Each of those who notice hears it in words of
    /// their own.
    /// </summary>
    public sealed record Unite(PersonId Guest, PersonId Into, ValueList<(RoomId Id, RoomName Name)> Rooms, Recorded What) : Effect;

    /// <summary>The connection ends.</summary>
    public sealed record Close(ConnectionId Connection, Ending End) : Effect;
}
