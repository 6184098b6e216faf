namespace ChatRoom.Server.Control;

/// <summary>What those who tend a server do in a room.</summary>
public enum RoomDeed
{
    Give = 1,
    Take,
    Kick,
    Topic,
    Unban,
    Open,
    Unkey,
}
