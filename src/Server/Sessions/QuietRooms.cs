using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Server.Sessions;

/// <summary>
/// Rooms that were opened since the server began and in which nobody has said anything: a thousand people who come into one need not look a thousand times into the
/// journal. Used by the hub's thread alone.
/// </summary>
internal sealed class QuietRooms
{
    /// <summary>Beyond it they are forgotten, and the journal is looked into.</summary>
    private const int Most = 10_000;

    private readonly System.Collections.Generic.HashSet<RoomId> _rooms = [];

    public bool IsQuiet(RoomId room) => _rooms.Contains(room);

    /// <summary>Something happened. <paramref name="before"/> is the world in which it did.</summary>
    public void Note(Event happened, World before)
    {
        if (happened is Event.Joined joined && joined.Room.CompareTo(before.LastRoom) > 0)
        {
            if (_rooms.Count >= Most)
                _rooms.Clear();
            _rooms.Add(joined.Room);
        }
        else if (happened is Event.Said { In: Conversation.InRoom place })
        {
            _rooms.Remove(place.Room);
        }
    }
}
