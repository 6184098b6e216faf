using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Events;

/// <summary>What somebody reads: a room, or their conversation with one other. Never a name, so that nobody takes it up who takes the name.</summary>
public abstract record ReadPlace
{
    private ReadPlace() { }

    public sealed record InRoom(RoomId Room) : ReadPlace;

    public sealed record With(Party Other) : ReadPlace;
}
