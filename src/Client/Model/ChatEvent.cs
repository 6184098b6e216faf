using ChatRoom.Irc;

namespace ChatRoom.Client;

/// <summary>
/// Something that a person can be told. The plain printer and `--json` print these, the screen will keep them. Texts are exactly
/// what came over the wire: whoever prints them to a terminal makes them harmless first.
/// </summary>
public abstract record ChatEvent
{
    private ChatEvent(Stamp at) => At = at;

    public Stamp At { get; init; }

    /// <summary>The server has let us in.</summary>
    public sealed record Welcomed(Stamp At, string Server, string Nick) : ChatEvent(At);

    /// <summary>Somebody, perhaps ourselves, came into a room.</summary>
    public sealed record Connected(Stamp At, string Room, string Nick, bool Own) : ChatEvent(At);

    /// <summary>Somebody left a room.</summary>
    public sealed record Left(Stamp At, string Room, string Nick, string Reason, bool Own) : ChatEvent(At);

    /// <summary>Somebody left the server, and so every room.</summary>
    public sealed record Quit(Stamp At, string Nick, string Reason) : ChatEvent(At);

    /// <summary>Somebody was made to leave a room.</summary>
    public sealed record Removed(Stamp At, string Room, string Nick, string By, string Reason, bool Own) : ChatEvent(At);

    /// <summary>Somebody said something. Own lines appear here only when they are kept.</summary>
    /// <param name="Room">Null in a private conversation.</param>
    /// <param name="To">The room or the person it was said to.</param>
    public sealed record Said(Stamp At, string? Room, string Nick, string To, string Text, Manner Manner, bool Own) : ChatEvent(At);

    /// <summary>A notice, mostly from bots.</summary>
    public sealed record Noticed(Stamp At, string? Room, string Nick, string To, string Text, bool Own) : ChatEvent(At);

    public sealed record Renamed(Stamp At, string Nick, string NewNick, bool Own) : ChatEvent(At);

    /// <summary>The topic of a room: set by somebody, or, where <c>Nick</c> is null, as we found it. Empty means none.</summary>
    public sealed record TopicSet(Stamp At, string Room, string? Nick, string Topic) : ChatEvent(At);

    /// <summary>Who is in a room that we just came into. <c>More</c> counts those beyond what we remember.</summary>
    public sealed record Present(Stamp At, string Room, ValueList<string> Nicks, int More) : ChatEvent(At);

    /// <summary>An own line was not kept, and why.</summary>
    public sealed record Failed(Stamp At, string To, string Text, string Reason) : ChatEvent(At);

    /// <summary>We could not get into a room.</summary>
    public sealed record RoomRefused(Stamp At, string Room, string Reason) : ChatEvent(At);

    /// <summary>Something else that the person asked for was refused.</summary>
    public sealed record Refused(Stamp At, string Reason) : ChatEvent(At);

    /// <summary>Words of the server for the person.</summary>
    public sealed record Info(Stamp At, string Text) : ChatEvent(At);

    public T Match<T>(
        Func<Welcomed, T> welcomed,
        Func<Connected, T> connected,
        Func<Left, T> left,
        Func<Quit, T> quit,
        Func<Removed, T> removed,
        Func<Said, T> said,
        Func<Noticed, T> noticed,
        Func<Renamed, T> renamed,
        Func<TopicSet, T> topicSet,
        Func<Present, T> present,
        Func<Failed, T> failed,
        Func<RoomRefused, T> roomRefused,
        Func<Refused, T> refused,
        Func<Info, T> info) => this switch
        {
            Welcomed e => welcomed(e),
            Connected e => connected(e),
            Left e => left(e),
            Quit e => quit(e),
            Removed e => removed(e),
            Said e => said(e),
            Noticed e => noticed(e),
            Renamed e => renamed(e),
            TopicSet e => topicSet(e),
            Present e => present(e),
            Failed e => failed(e),
            RoomRefused e => roomRefused(e),
            Refused e => refused(e),
            Info e => info(e),
            _ => throw new InvalidOperationException($"unknown event {GetType().Name}"),
        };
}
