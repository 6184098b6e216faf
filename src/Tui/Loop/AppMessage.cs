using ChatRoom.Client.Connection;

namespace ChatRoom.Tui.Loop;

/// <summary>What reaches the program besides what the person does.</summary>
internal abstract record AppMessage
{
    private AppMessage()
    {
    }

    /// <summary>A connection told something.</summary>
    public sealed record Reported(Connection From, LinkReport Report) : AppMessage;

    /// <summary>A connection will tell nothing more.</summary>
    public sealed record Ended(Connection From) : AppMessage;

    public sealed record Passed : AppMessage;

    /// <summary>The editor is done, with a text or with what went wrong.</summary>
    public sealed record Edited(string? Text, string? Wrong) : AppMessage;

    /// <summary>Somebody outside asks the program to leave.</summary>
    public sealed record Interrupted : AppMessage;
}
