using ChatRoom.Client.Chat;
using ChatRoom.Tui.Composing;

namespace ChatRoom.Tui.ChatScreen;

/// <summary>What the screen remembers of one conversation while another is shown.</summary>
public sealed record ConversationView
{
    public static ConversationView Fresh { get; } = new();

    public Composer Draft { get; init; } = Composer.Empty;

    /// <summary>Null: at the end, where what comes is seen.</summary>
    public Place? Place { get; init; }

    /// <summary>What has a lower number was there when one began to read further up; null at the end.</summary>
    public long? SeenBefore { get; init; }

    /// <summary>What has a lower number was cleared away; scrolling up shows it again.</summary>
    public long? ClearedBefore { get; init; }

    /// <summary>The number of the message that will be answered.</summary>
    public long? Answering { get; init; }
}

/// <summary>
/// Where a person reads: the entry at the top of the messages, and not a number of rows, so that nothing which comes or goes elsewhere
/// shifts what they read, nor another width.
/// </summary>
/// <param name="Number">The entry's.</param>
/// <param name="Row">Its row at the top, counted from the first of its own; negative for the dividers above it.</param>
public readonly record struct Place(long Number, int Row);

/// <summary>A place that was asked for and is shown as soon as it is loaded.</summary>
/// <param name="Moment">The first entry that is not older.</param>
/// <param name="MessageId">This very message, where it is known.</param>
public sealed record PendingJump(ConversationId Conversation, DateTimeOffset Moment, string? MessageId);
