using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Maintenance;

/// <summary>Whom and which room an event names, where it names any.</summary>
internal readonly record struct EventAbout(Actor? Who, RoomName? Room = null, Actor? To = null)
{
    public static EventAbout Of(Event happened) => happened switch
    {
        Event.Connected e => new(e.Who),
        Event.Attached e => new(e.Who),
        Event.Detached e => new(e.Who),
        Event.Departed e => new(e.Who),
        Event.Joined e => new(e.Who, e.Name),
        Event.Left e => new(e.Who, e.Name),
        Event.Said { In: Conversation.InRoom place } e => new(e.Who, place.Name),
        Event.Said { In: Conversation.Between pair } e => new(e.Who, To: pair.To),
        Event.Renamed e => new(e.Who),
        Event.AwaySet e => new(e.Who),
        Event.TopicSet e => new(e.Who, e.Name),
        Event.ServerStarted or Event.ServerEnded or Event.ServerCleared or Event.LevelRaised or Event.LimitsChanged or Event.Forgotten => default,
        _ => throw new InvalidOperationException($"{happened.GetType().Name} is missing in EventAbout."),
    };
}
