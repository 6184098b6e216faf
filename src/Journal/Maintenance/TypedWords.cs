using ChatRoom.Domain.Events;
using ChatRoom.Journal.Codec;

namespace ChatRoom.Journal.Maintenance;

/// <summary>What somebody typed, by what it was typed for; of an event without words, or whose words are forgotten, there is none.</summary>
public enum TypedWords
{
    None,

    /// <summary>Said in a room, reactions too.</summary>
    InRoom,

    InPrivate,

    /// <summary>Why somebody left, was shown out, took something back.</summary>
    Reason,

    /// <summary>What holds until something else is said: topics, real names, words for being away.</summary>
    State,
}

public static class TypedWordsOf
{
    public static TypedWords Kind(Event happened)
    {
        var kind = EventKinds.Of(happened);
        if (kind.Words(happened) is { Lines.IsEmpty: true, Attributes.IsEmpty: true } or { Lines: [""], Attributes.IsEmpty: true })
            return TypedWords.None;
        return happened switch
        {
            Event.Said { In: Conversation.InRoom } => TypedWords.InRoom,
            Event.Said => TypedWords.InPrivate,
            _ => kind.HasStateWords ? TypedWords.State : TypedWords.Reason,
        };
    }
}
