using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Events;

/// <summary>Of whom or what something is said: of who says it, or of a room.</summary>
public abstract record MetadataOwner
{
    private MetadataOwner() { }

    public sealed record Self : MetadataOwner;

    public sealed record OfRoom(RoomId Room, RoomName Name) : MetadataOwner;
}
