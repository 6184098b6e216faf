using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Cli.Join;

/// <summary>What `chatroom join` was asked to do.</summary>
/// <param name="History">How many earlier messages to show; 0 for none.</param>
/// <param name="Plain">Plain lines, also in a terminal.</param>
/// <param name="Json">One JSON object an event, instead of text.</param>
/// <param name="Encryption">TLS; null for plain text.</param>
public sealed record JoinOptions(
    string Host, int Port, Nickname Nick, RoomName Room, int History, bool Plain, bool Json, string? PasswordFile,
    Encryption? Encryption = null)
{
    /// <summary>The line client stays when the input ends, and goes on to listen.</summary>
    public bool Follow { get; init; }

    /// <summary>What is said instead of the input; null to read that.</summary>
    public string? Text { get; init; }

    /// <summary>The driver of the full screen; null for the default one, and for plain lines where there is no terminal.</summary>
    public string? Ui { get; init; }

    /// <summary>The name of a theme, for this time; null for the person's own.</summary>
    public string? Theme { get; init; }

    /// <summary>For this time; null for the person's own.</summary>
    public Palette? Palette { get; init; }

    /// <summary>The nickname was given, and is no guess: the full screen goes straight in.</summary>
    public bool HasNick { get; init; }

    /// <summary>The room was given, and is not the usual one.</summary>
    public bool HasRoom { get; init; }

    /// <summary>Where to was given: host, port or encryption.</summary>
    public bool HasServer { get; init; }

    /// <summary>The server will be there again, so it is offered the next time.</summary>
    public bool IsRemembered { get; init; } = true;

    /// <summary>The account to prove; null for a guest.</summary>
    public string? Account { get; init; }

    public string? AccountPasswordFile { get; init; }

    /// <summary>A command that prints the password: the account's, or without an account the server's.</summary>
    public string? PasswordCommand { get; init; }
}
