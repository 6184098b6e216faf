namespace ChatRoom.Client.Connection;

/// <summary>What a link is about.</summary>
public enum LinkPhase
{
    /// <summary>Nothing was tried yet.</summary>
    Fresh,

    /// <summary>A connection is being made.</summary>
    Dialling,

    /// <summary>A session owns the connection and what is known.</summary>
    Talking,

    /// <summary>The next try comes by itself.</summary>
    Waiting,

    /// <summary>A person has to decide; then it goes on.</summary>
    Stuck,

    /// <summary>We have left.</summary>
    Left,
}
