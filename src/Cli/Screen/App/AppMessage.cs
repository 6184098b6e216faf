using ChatRoom.Client;

namespace ChatRoom.Cli.Screen;

/// <summary>What reaches the program besides what the person does.</summary>
internal abstract record AppMessage
{
    private AppMessage()
    {
    }

    /// <summary>The connection told something.</summary>
    public sealed record Reported(LinkReport Report) : AppMessage;

    /// <summary>The connection will tell nothing more.</summary>
    public sealed record Ended : AppMessage;

    public sealed record Passed : AppMessage;

    /// <summary>The editor is done; null when it gave nothing back.</summary>
    public sealed record Edited(string? Text, string? Wrong) : AppMessage;

    /// <summary>Something could not be done.</summary>
    public sealed record Told(string Text) : AppMessage;
}
