namespace ChatRoom.Server.Monitoring;

/// <summary>Where in its life a server is.</summary>
public enum Phase
{
    Starting = 0,
    Serving,
    Stopping,
}
