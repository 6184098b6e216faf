using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Commands;

/// <summary>To whom something is said, as the sender names it.</summary>
public abstract record Target
{
    private Target() { }

    public sealed record ToRoom(RoomName Name, Audience Audience) : Target;

    public sealed record ToPerson(Nick Nick) : Target;
}
