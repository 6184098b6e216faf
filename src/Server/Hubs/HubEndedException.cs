using ChatRoom.Domain.Events;

namespace ChatRoom.Server.Hubs;

/// <summary>This server can't go on, for a reason that its people and its operator are told.</summary>
public sealed class HubEndedException(CloseReason why, string message) : Exception(message)
{
    public CloseReason Why { get; } = why;
}
