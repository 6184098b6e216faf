namespace ChatRoom.Server.Seeing;

/// <summary>Where in its life a server is.</summary>
public enum Phase
{
    Starting = 0,
    Serving,
    Stopping,
}
