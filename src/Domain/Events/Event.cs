namespace ChatRoom.Domain;

/// <summary>
/// Something that happened and can't be refused any more. Events are kept for ever: a case may be added, a field may
/// be added with a default, and nothing may ever be taken away or change its meaning.
/// </summary>
public abstract record Event
{
    private Event() { }

    /// <summary>Whether it goes into the journal. What is not kept is delivered in order and has no place in it.</summary>
    public virtual bool IsKept => true;

    /// <summary>A server begins anew: whatever it held before is gone.</summary>
    public sealed record ServerStarted(ServerId Server) : Event;

    /// <summary>Somebody came, over this connection.</summary>
    public sealed record Connected(ConnectionId Connection, Who Who, string RealName) : Event;

    /// <summary>Somebody who is there came over another connection too.</summary>
    public sealed record Attached(ConnectionId Connection, PersonId Person) : Event;

    /// <summary>One connection of somebody ended, and he is still there over another.</summary>
    public sealed record Detached(ConnectionId Connection, PersonId Person) : Event;

    /// <summary>Somebody went, out of every room: his last connection ended.</summary>
    public sealed record Departed(ConnectionId Connection, Who Who, string Reason) : Event;

    /// <summary>Somebody entered a room. The first one opens it.</summary>
    public sealed record Joined(Who Who, RoomId Room, RoomName Name, Role Role) : Event;

    /// <summary>Somebody left a room. The last one closes it.</summary>
    public sealed record Left(Who Who, RoomId Room, RoomName Name, string Reason) : Event;

    /// <summary>Something was said.</summary>
    public sealed record Said(Who Who, Conversation In, SayKind Kind, Option<SendId> Id, Body Body) : Event;

    /// <summary>A passing sign such as "is typing". Heard in order by who is there, and not kept.</summary>
    public sealed record Signalled(Who Who, Conversation In, ValueList<Attribute> Attributes) : Event
    {
        public override bool IsKept => false;
    }

    public sealed record Renamed(Who Who, Nick New) : Event;

    /// <summary>Somebody is away, and says so in these words; empty for being here again.</summary>
    public sealed record AwaySet(Who Who, string Text) : Event;

    /// <summary>An empty text takes the topic away.</summary>
    public sealed record TopicSet(Who Who, RoomId Room, RoomName Name, string Text) : Event;
}
