namespace ChatRoom.Client.Protocol;

/// <summary>How far a connection has come.</summary>
public enum ClientPhase
{
    /// <summary>Nothing has been said.</summary>
    Fresh,

    /// <summary>Capabilities, nickname and password are being settled.</summary>
    Registering,

    /// <summary>The server has greeted us (001) and is telling what it supports.</summary>
    Greeted,

    /// <summary>The greeting is over (376 or 422); rooms are joined and lines are said.</summary>
    Ready,

    /// <summary>We have said QUIT and wait for the server to close.</summary>
    Leaving,

    /// <summary>Nothing more will happen.</summary>
    Ended,
}
