namespace ChatRoom.Domain.Events;

/// <summary>A mode of a room, and to what it is set.</summary>
public readonly record struct ModeChange(RoomMode Mode, int Value);
