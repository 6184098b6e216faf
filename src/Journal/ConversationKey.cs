using System.Globalization;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal;

/// <summary>By which the history of a conversation is found: a room, or a pair of parties, no matter which of them spoke.</summary>
public readonly record struct ConversationKey(string Text)
{
    public static ConversationKey Of(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return conversation switch
        {
            Conversation.InRoom place => Of(place.Room),
            Conversation.Between pair => Of(pair.First, pair.Second),
        };
    }

    public static ConversationKey Of(RoomId room) => new($"r{room.Number}");

    public static ConversationKey Of(Party one, Party other)
    {
        ArgumentNullException.ThrowIfNull(one);
        return one.CompareTo(other) <= 0 ? new($"{Name(one)} {Name(other)}") : new($"{Name(other)} {Name(one)}");
    }

    /// <summary>Who else it is a conversation with, for one of the two; none for a room, and for who is not of it.</summary>
    public Option<Party> Other(Party one)
    {
        if (Text.Split(' ') is not [var first, var second])
            return Option<Party>.None;
        var own = Name(one);
        return first == own ? Parse(second) : second == own ? Parse(first) : Option<Party>.None;
    }

    internal static string Name(Party party) => party switch
    {
        Party.Guest guest => $"g{guest.Person.Number}",
        Party.Member member => $"a{member.Account.Number}",
    };

    private static Party Parse(string name)
    {
        var number = long.Parse(name.AsSpan(1), CultureInfo.InvariantCulture);
        return name[0] == 'g' ? new Party.Guest(new PersonId(number)) : new Party.Member(new AccountId(number));
    }
}
