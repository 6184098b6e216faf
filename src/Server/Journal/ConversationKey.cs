using ChatRoom.Domain;

namespace ChatRoom.Server.Journal;

/// <summary>By which the history of a conversation is found: a room, or a pair of parties whoever of them spoke.</summary>
public readonly record struct ConversationKey(string Text)
{
    public static ConversationKey Of(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return conversation.Match(inRoom => Of(inRoom.Room), between => Of(between.First, between.Second));
    }

    public static ConversationKey Of(RoomId room) => new($"r{room.Number}");

    public static ConversationKey Of(Party one, Party other)
    {
        ArgumentNullException.ThrowIfNull(one);
        return one.CompareTo(other) <= 0 ? new($"{Name(one)} {Name(other)}") : new($"{Name(other)} {Name(one)}");
    }

    private static string Name(Party party) => party.Match(guest => $"g{guest.Person.Number}", member => $"a{member.Account.Key}");
}
