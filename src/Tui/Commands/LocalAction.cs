using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.Commands;

/// <summary>What a command asks of the screen and not of the chat.</summary>
public abstract record LocalAction
{
    private LocalAction()
    {
    }

    public sealed record Quit(string Farewell) : LocalAction;

    /// <param name="Command">Null for all of them.</param>
    public sealed record Help(string? Command) : LocalAction;

    /// <param name="Name">Null to list them.</param>
    public sealed record Theme(string? Name) : LocalAction;

    /// <param name="Name">Null to show all settings.</param>
    /// <param name="Value">Null to show this one.</param>
    public sealed record Set(string? Name, string? Value) : LocalAction;

    /// <summary>Whether that is meant.</summary>
    public sealed record Ask(Sanction Of) : LocalAction;

    /// <summary>On the server where it can, else in what is loaded.</summary>
    public sealed record Search(string Words) : LocalAction;

    public sealed record Jump(JumpGoal Goal) : LocalAction;

    /// <summary>Write in $EDITOR.</summary>
    public sealed record Edit(string Text) : LocalAction;

    /// <summary>Scroll what is there out of sight; nothing is forgotten.</summary>
    public sealed record Clear : LocalAction;

    /// <summary>The list of whom one ignores.</summary>
    public sealed record ShowIgnored : LocalAction;

    /// <summary>What calls one in this conversation.</summary>
    /// <param name="Conversation">Null for the one that is looked at.</param>
    /// <param name="What">Null for what counts everywhere else.</param>
    public sealed record Notify(string? Conversation, NotifyOf? What) : LocalAction
    {
        /// <summary>The person wants to know, and changes nothing.</summary>
        public bool IsQuestion { get; init; }
    }

    /// <summary>All messages that name one.</summary>
    public sealed record Mentions : LocalAction;

    /// <param name="Name">Null to show them all.</param>
    /// <param name="Text">Null to show this one; empty for none any more.</param>
    public sealed record Alias(string? Name, string? Text) : LocalAction;

    /// <summary>Go to another server as well.</summary>
    /// <param name="Address">Null to be asked.</param>
    /// <param name="Nick">Null for the one that one has here.</param>
    public sealed record Connect(ServerAddress? Address, Nickname? Nick) : LocalAction;

    /// <summary>Leave the network that is looked at.</summary>
    public sealed record Disconnect(string Farewell) : LocalAction;

    /// <summary>Give up the connection, or the wait for one, and make another at once.</summary>
    public sealed record Reconnect : LocalAction;

    /// <summary>How the connection stands: see <see cref="StatusLines"/>.</summary>
    public sealed record Status : LocalAction;
}
