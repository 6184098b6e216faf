using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Maintenance;
using ChatRoom.Server.Settings;

namespace ChatRoom.Server.Retention;

/// <summary>
/// Words of one kind, or of one room, that are forgotten after so many days. Each has a name, under which it is known how far it has come: it changes with what other rules
/// take away from it, because then it has to look at everything again.
/// </summary>
internal sealed record RetentionRule(string Name, TypedWords Kind, int Days, RoomName? Room, IReadOnlyList<RoomName> But)
{
    public static IEnumerable<RetentionRule> Of(RetentionSettings settings)
    {
        var rooms = settings.Rooms.Select(one => one.Room).ToList();
        var others = string.Concat(rooms.Select(room => $" {room.Key}").Order(StringComparer.Ordinal));
        IEnumerable<RetentionRule> all =
        [
            new($"rooms{others}", TypedWords.InRoom, settings.RoomDays, null, rooms),
            new("private", TypedWords.InPrivate, settings.PrivateDays, null, []),
            new("reasons", TypedWords.Reason, settings.ReasonDays, null, []),
            .. settings.Rooms.Select(one => new RetentionRule(one.Room.Key, TypedWords.InRoom, one.Days, one.Room, [])),
        ];
        return all.Where(rule => rule.Days > 0);
    }

    public bool Means(Event happened, World world) => TypedWordsOf.Kind(happened) == Kind
        && (Room is null ? !But.Any(room => IsIn(happened, room, world)) : IsIn(happened, Room, world));

    /// <summary>By what the room is called now, and by what it was called then: one that ended is known by nothing else.</summary>
    private static bool IsIn(Event happened, RoomName room, World world) => happened is Event.Said { In: Conversation.InRoom place }
        && (place.Name.Key == room.Key || (world.Room(room).TryGet(out var now) && now.Id == place.Room));
}
