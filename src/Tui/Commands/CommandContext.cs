using ChatRoom.Client.Chat;
using ChatRoom.Irc;

namespace ChatRoom.Tui.Commands;

/// <summary>What a command may look at. The id and the time come in with it.</summary>
/// <param name="NextId">The first that is free for what is said now.</param>
public sealed record CommandContext(ChatModel Chat, UInt128 NextId, DateTimeOffset Now)
{
    /// <summary>The message that the person has selected in the conversation; null for the newest.</summary>
    public Entry? Selected { get; init; }

    /// <summary>The themes that there are; empty where nobody knows.</summary>
    public ValueList<string> Themes { get; init; } = [];

    public Conversation Current => Chat.Current;

    public bool IsInRoom => Current.Kind == ConversationKind.Room;

    /// <summary>What a reply or a reaction is meant for: what is selected, else the newest that somebody else said.</summary>
    public Entry? Meant => Selected ?? Current.Entries.LastOrDefault(entry => entry is { What: EntryWhat.Said { Own: false }, At.MessageId: not null });

    /// <summary>The newest that we said and the server has.</summary>
    public Entry? OwnKept => Current.Entries.LastOrDefault(entry => entry is { What: EntryWhat.Said { Own: true, Fate: DeliveryState.Kept, TakenBackBy: null }, At.MessageId: not null });

    /// <summary>The newest line of our own with such a fate; what is selected goes first.</summary>
    public EntryWhat.Said? OutgoingLine(params ReadOnlySpan<DeliveryState> fates)
    {
        if (Selected?.What is EntryWhat.Said { Own: true, Id: not null } chosen && fates.Contains(chosen.Fate))
            return chosen;
        for (var i = Current.Entries.Count - 1; i >= 0; i--)
        {
            if (Current.Entries[i].What is EntryWhat.Said { Own: true, Id: not null } said && fates.Contains(said.Fate))
                return said;
        }
        return null;
    }
}
