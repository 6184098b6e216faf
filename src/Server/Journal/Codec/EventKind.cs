namespace ChatRoom.Server.Journal;

/// <summary>The number under which each case of an event is stored. A number is given once and never again.</summary>
public enum EventKind
{
    ServerStarted = 1,
    Connected = 2,
    Attached = 3,
    Detached = 4,
    Departed = 5,
    Joined = 6,
    Left = 7,
    Said = 8,
    Renamed = 9,
    TopicSet = 10,
    AwaySet = 11,
}
