namespace ChatRoom.Client.Protocol;

public enum RoomPhase
{
    /// <summary>We have said JOIN.</summary>
    Asked,

    /// <summary>We are in, and its earlier messages are being played to us.</summary>
    Loading,

    /// <summary>We are in, and may speak.</summary>
    Open,

    /// <summary>We were not let in, or are no longer in.</summary>
    Closed,
}
