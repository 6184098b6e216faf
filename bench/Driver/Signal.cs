namespace ChatRoom.Bench.Driver;

/// <summary>What a process can be sent, by its number on every Unix.</summary>
public enum Signal
{
    /// <summary>The terminal is gone; a server takes it for a wish to reload.</summary>
    HangUp = 1,

    /// <summary>Ctrl+C.</summary>
    Interrupt = 2,

    /// <summary>It ends at once and can't do anything about it.</summary>
    Kill = 9,

    /// <summary>It is asked to end.</summary>
    Terminate = 15,

    /// <summary>It goes on. These two have other numbers elsewhere than on Linux.</summary>
    Continue = 18,

    /// <summary>It stands still, and does not know that it does.</summary>
    Stop = 19,
}
