namespace ChatRoom.Client.Protocol;

/// <summary>How the rest of a gap is asked for, each after the one before was refused or led nowhere.</summary>
public enum GapWay
{
    /// <summary>Not yet: we are not in the room, or not even connected.</summary>
    Unasked,

    /// <summary>What comes after the last message that we know, by its id.</summary>
    AfterMessage,

    /// <summary>What comes after its time, where the server does not know its id.</summary>
    AfterTime,

    /// <summary>The newest only: it is too much, or the server doesn't tell more. A hole stays, and is shown.</summary>
    Latest,
}
