namespace ChatRoom.Domain;

/// <summary>What somebody wants. Decide says whether it happens.</summary>
public abstract record Command
{
    private Command() { }

    /// <summary>A server begins: it has no connections yet, whatever the world remembers of it.</summary>
    public sealed record StartServer(ServerId Server) : Command;

    public sealed record Connect(Nick Nick, string User, string RealName) : Command
    {
        /// <summary>Who comes has proved to be behind this connection too, and takes over from it if it still holds the nickname.</summary>
        public Option<ConnectionId> From { get; init; }
    }

    public sealed record Join(RoomName Room) : Command;

    public sealed record Leave(RoomName Room, string Reason) : Command;

    public sealed record Say(Target To, SayKind Kind, Option<SendId> Id, Body Body) : Command;

    /// <summary>A passing sign, such as "is typing".</summary>
    public sealed record Signal(Target To, ValueList<Attribute> Attributes) : Command;

    public sealed record Rename(Nick New) : Command;

    /// <summary>Be away, in these words, or with an empty text here again.</summary>
    public sealed record SetAway(string Text) : Command;

    public sealed record SetTopic(RoomName Room, string Text) : Command;

    /// <summary>The connection ends, said by its owner or found out by the server.</summary>
    public sealed record Quit(string Reason) : Command;
}
