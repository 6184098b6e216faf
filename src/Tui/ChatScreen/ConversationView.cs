using ChatRoom.Tui.Composing;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>What the screen remembers of one conversation while another is shown.</summary>
public sealed record ConversationView
{
    public static ConversationView Fresh { get; } = new();

    public Composer Draft { get; init; } = Composer.Empty;

    /// <summary>Null: at the end, where what comes is seen.</summary>
    public Place? Place { get; init; }

    /// <summary>What has a lower number was cleared away; scrolling up shows it again.</summary>
    public long? ClearedBefore { get; init; }

    /// <summary>The number of the message that will be answered.</summary>
    public long? Answering { get; init; }
}
