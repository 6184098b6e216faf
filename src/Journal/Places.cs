using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal;

/// <summary>Where an event happened.</summary>
internal static class Places
{
    public static Option<RoomId> RoomOf(Event happened) => happened switch
    {
        Event.Said { In: Conversation.InRoom place } => place.Room,
        Event.Joined joined => joined.Room,
        Event.Left left => left.Room,
        Event.TopicSet topic => topic.Room,
        _ => Option<RoomId>.None,
    };
}
