using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Events;

/// <summary>Where something is said, and thus whose history it belongs to.</summary>
public abstract record Conversation
{
    private Conversation() { }

    /// <summary>In a room. The audience is who of the room may hear it, and later read it.</summary>
    public sealed record InRoom(RoomId Room, RoomName Name, Audience Audience) : Conversation;

    /// <summary>Between two. <paramref name="First"/> is never behind <paramref name="Second"/>; <paramref name="To"/> is who was addressed.</summary>
    public sealed record Between(Party First, Party Second, Actor To) : Conversation;

    public static Between Private(Actor from, Actor to)
    {
        var (one, other) = (Party.Of(from), Party.Of(to));
        return one.CompareTo(other) <= 0 ? new Between(one, other, to) : new Between(other, one, to);
    }
}
