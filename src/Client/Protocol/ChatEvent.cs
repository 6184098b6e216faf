using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>
/// Something that a person can be told. The plain printer and `--json` print these, the screen will keep them. Texts are exactly
/// what came over the wire: code that prints them to a terminal makes them harmless first.
/// </summary>
public abstract record ChatEvent
{
    private ChatEvent(Stamp at) => At = at;

    public Stamp At { get; init; }

    /// <summary>The server has let us in.</summary>
    public sealed record Welcomed(Stamp At, string Server, string Nick) : ChatEvent(At);

    /// <summary>Somebody, perhaps ourselves, came into a room.</summary>
    public sealed record Joined(Stamp At, string Room, string Nick, bool Own) : ChatEvent(At);

    /// <summary>Somebody left a room.</summary>
    public sealed record Left(Stamp At, string Room, string Nick, string Reason, bool Own) : ChatEvent(At);

    /// <summary>Somebody left the server, and so every room.</summary>
    public sealed record Quit(Stamp At, string Nick, string Reason) : ChatEvent(At);

    /// <summary>Somebody was made to leave a room.</summary>
    public sealed record Kicked(Stamp At, string Room, string Nick, string By, string Reason, bool Own) : ChatEvent(At);

    /// <summary>Somebody said something. Own lines appear here only when they are kept.</summary>
    /// <param name="Room">Null in a private conversation.</param>
    /// <param name="To">The room or the person it was said to.</param>
    public sealed record Said(Stamp At, string? Room, string Nick, string To, string Text, Manner Manner, bool Own) : ChatEvent(At)
    {
        /// <summary>The id of the message that it answers.</summary>
        public string? ReplyTo { get; init; }

        /// <summary>Where it is to be read: the room, or the other person.</summary>
        public string Conversation => Room ?? (Own ? To : Nick);
    }

    /// <summary>A notice, mostly from bots.</summary>
    public sealed record Noticed(Stamp At, string? Room, string Nick, string To, string Text, bool Own) : ChatEvent(At)
    {
        /// <summary>Where it is to be read: the room, or the other person.</summary>
        public string Conversation => Room ?? (Own ? To : Nick);
    }

    /// <summary>Somebody answered a message with an emoji or another short text, or took that back.</summary>
    public sealed record Reacted(Stamp At, string? Room, string Nick, string To, string MessageId, string Text, bool Undone, bool Own)
        : ChatEvent(At);

    /// <summary>Somebody else is writing something, or has stopped.</summary>
    public sealed record Typing(Stamp At, string? Room, string Nick, bool IsWriting) : ChatEvent(At);

    /// <summary>A message was taken back, by its speaker or by somebody who may (REDACT).</summary>
    public sealed record Redacted(Stamp At, string? Room, string By, string To, string MessageId, string Reason, bool Own) : ChatEvent(At);

    public sealed record Renamed(Stamp At, string Nick, string NewNick, bool Own) : ChatEvent(At);

    /// <summary>A room is called otherwise; it is the same one.</summary>
    public sealed record RoomRenamed(Stamp At, string Room, string NewRoom, string By, string Reason) : ChatEvent(At);

    /// <summary>The topic of a room: set by somebody, or, where <c>Nick</c> is null, as we found it. Empty means none.</summary>
    public sealed record TopicSet(Stamp At, string Room, string? Nick, string Topic) : ChatEvent(At);

    /// <summary>Who is in a room that we just came into. <c>More</c> counts those beyond what we remember.</summary>
    public sealed record Present(Stamp At, string Room, ValueList<string> Nicks, int More) : ChatEvent(At);

    /// <summary>The same with ranks; a screen is told this and no <see cref="Present"/>.</summary>
    public sealed record Members(Stamp At, string Room, ValueList<Member> People, int More) : ChatEvent(At);

    /// <summary>Modes of a room were changed: the letters, then what belongs to them.</summary>
    public sealed record ModesChanged(Stamp At, string Room, string Nick, ValueList<string> Words) : ChatEvent(At);

    /// <summary>Somebody, perhaps ourselves, went away or came back; null means that they are here.</summary>
    public sealed record AwayChanged(Stamp At, string Nick, string? Words, bool Own) : ChatEvent(At);

    /// <summary>Somebody was invited into a room.</summary>
    public sealed record Invited(Stamp At, string Room, string Nick, string By, bool Own) : ChatEvent(At);

    /// <summary>An own line was not kept, and why.</summary>
    public sealed record Failed(Stamp At, string To, string Text, string Reason) : ChatEvent(At)
    {
        public Manner Manner { get; init; }

        /// <summary>The id of the line, for saying it again.</summary>
        public UInt128 Id { get; init; }

        public string? ReplyTo { get; init; }
    }

    /// <summary>
    /// The connection broke before an own line was confirmed, and on this server it might be said twice if it was said again. Only the
    /// person may do that.
    /// </summary>
    public sealed record PerhapsSent(Stamp At, string To, string Text) : ChatEvent(At)
    {
        public Manner Manner { get; init; }

        /// <summary>The id of the line, for saying it again.</summary>
        public UInt128 Id { get; init; }

        public string? ReplyTo { get; init; }
    }

    /// <summary>Another device of ours has read a conversation up to a moment.</summary>
    public sealed record ReadUntil(Stamp At, string Target, DateTimeOffset Until) : ChatEvent(At);

    /// <summary>Here something is missing that was said while the connection was away.</summary>
    public sealed record Gap(Stamp At, string Target) : ChatEvent(At);

    /// <summary>We could not get into a room.</summary>
    public sealed record RoomRefused(Stamp At, string Room, string Reason) : ChatEvent(At);

    /// <summary>Something else that the person asked for was refused.</summary>
    public sealed record Refused(Stamp At, string Reason) : ChatEvent(At)
    {
        /// <summary>The conversation in which it was asked for, where that is known.</summary>
        public string? Where { get; init; }
    }

    /// <summary>Words of the server for the person.</summary>
    public sealed record Info(Stamp At, string Text) : ChatEvent(At)
    {
        /// <summary>The conversation that it is about, or in which it was asked for; null for none.</summary>
        public string? Where { get; init; }
    }

    /// <summary>Something that the person's account did, as a line of JSON.</summary>
    public sealed record OwnRecord(Stamp At, string Json) : ChatEvent(At);

    /// <summary>That was all of it, in the server's words.</summary>
    public sealed record OwnRecordsEnd(Stamp At, string Text) : ChatEvent(At);

    /// <summary>Messages from the server's history that a person scrolled to.</summary>
    /// <param name="IsEnd">There is nothing more in that direction.</param>
    /// <param name="Fault">Why there are none, in the server's words; null if it answered.</param>
    public sealed record Page(Stamp At, string Target, PageWay Way, ValueList<ChatEvent> Events, bool IsEnd, string? Fault) : ChatEvent(At);

    /// <summary>What the server found.</summary>
    public sealed record Found(Stamp At, string Target, string Words, ValueList<ChatEvent> Events) : ChatEvent(At);
}
