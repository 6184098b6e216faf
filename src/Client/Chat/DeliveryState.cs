namespace ChatRoom.Client.Chat;

/// <summary>What became of a line of one's own.</summary>
public enum DeliveryState
{
    /// <summary>It is somebody else's line, or the server has it.</summary>
    Kept,

    /// <summary>It waits for the connection, or for others of ours before it.</summary>
    Waiting,

    /// <summary>It is sent and not confirmed.</summary>
    Sent,

    /// <summary>The server refused it; it can be said again or taken back.</summary>
    Failed,

    /// <summary>The connection broke before it was confirmed, on a server where saying it again might say it twice.</summary>
    PerhapsSent,
}
