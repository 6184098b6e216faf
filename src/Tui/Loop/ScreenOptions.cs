using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.Loop;

/// <summary>What the full screen is asked to do, with the passwords that were found for it.</summary>
/// <param name="History">How many earlier messages to show; 0 for none.</param>
/// <param name="Encryption">TLS; null for plain text.</param>
public sealed record ScreenOptions(string Host, int Port, Nickname Nick, RoomName Room, int History, Encryption? Encryption = null)
{
    /// <summary>The nickname was given, and is no guess: it goes straight in.</summary>
    public bool HasNick { get; init; }

    /// <summary>The room was given, and is not the usual one.</summary>
    public bool HasRoom { get; init; }

    /// <summary>Where to was given: host, port or encryption.</summary>
    public bool HasServer { get; init; }

    /// <summary>The server will be there again, so it is offered the next time.</summary>
    public bool IsRemembered { get; init; } = true;

    /// <summary>The name of a theme, for this time; null for the person's own.</summary>
    public string? Theme { get; init; }

    /// <summary>For this time; null for the person's own.</summary>
    public Palette? Palette { get; init; }

    public string? ServerPassword { get; init; }

    /// <summary>The account to prove; null for a guest.</summary>
    public Account? Account { get; init; }
}

/// <summary>How the full screen ended.</summary>
public enum ScreenEnd
{
    Left = 0,

    /// <summary>Something was said and never confirmed by the server.</summary>
    LeftUnconfirmed,

    Interrupted,

    /// <summary>A bug; its report is written.</summary>
    Failed,
}
