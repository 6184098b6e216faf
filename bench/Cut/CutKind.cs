namespace ChatRoom.Bench.Cut;

/// <summary>The ways in which a connection ends without a goodbye.</summary>
public enum CutKind
{
    /// <summary>Both sides are told that it is over.</summary>
    Close,

    /// <summary>Both sides are told so rudely, and what was on its way is gone (RST).</summary>
    Reset,

    /// <summary>Nobody is told anything, and nothing passes any more: a cable was pulled.</summary>
    Freeze,

    /// <summary>Only what the server sends no longer arrives; what the client says still does, and it never learns of it.</summary>
    Deafen,
}
