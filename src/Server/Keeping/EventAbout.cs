using ChatRoom.Domain;

namespace ChatRoom.Server.Keeping;

/// <summary>Whom and which room an event names, where it names any.</summary>
internal sealed record EventAbout(string Type, Who? Who, RoomName? Room, Who? To)
{
    public static EventAbout Of(Event happened) => happened switch
    {
        Event.ServerStarted => new("serverStarted", null, null, null),
        Event.Connected e => new("connected", e.Who, null, null),
        Event.Attached => new("attached", null, null, null),
        Event.Detached => new("detached", null, null, null),
        Event.Departed e => new("departed", e.Who, null, null),
        Event.Joined e => new("joined", e.Who, e.Name, null),
        Event.Left e => new("left", e.Who, e.Name, null),
        Event.Said e => e.In.Match(
            room => new EventAbout("said", e.Who, room.Name, null),
            between => new EventAbout("said", e.Who, null, between.To)),
        Event.Signalled => throw new InvalidOperationException("What is not kept can't be read."),
        Event.Renamed e => new("renamed", e.Who, null, null),
        Event.AwaySet e => new("away", e.Who, null, null),
        Event.TopicSet e => new("topic", e.Who, e.Name, null),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} is missing in EventAbout."),
    };
}
