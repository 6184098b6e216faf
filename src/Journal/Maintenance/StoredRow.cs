using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Codec;

namespace ChatRoom.Journal.Maintenance;

/// <summary>An event as its row, before anybody looks whether it can be read: what a walk checks, and what is copied from one journal to another.</summary>
internal readonly record struct StoredRow(
    Sequence Sequence, Timestamp At, int Kind, int Version, long Writer, ConnectionId? Origin, string? Conversation, int? Found, long? About,
    byte[] Header, byte[]? Body, byte[]? Attributes)
{
    private static readonly byte[] None = [];

    /// <exception cref="UnreadableEventException">It is damaged, or from a newer version.</exception>
    public Recorded Decode() => EventDecoder.Decode(Sequence, At, Origin, new StoredEvent(Kind, Version, Header, Body is not null, Body, Attributes));

    /// <summary>The same to the last byte.</summary>
    public bool IsSame(in StoredRow other) =>
        this with { Header = None, Body = null, Attributes = null } == other with { Header = None, Body = null, Attributes = null }
        && IsSame(Header, other.Header) && IsSame(Body, other.Body) && IsSame(Attributes, other.Attributes);

    private static bool IsSame(byte[]? one, byte[]? other) => one is null ? other is null : other is not null && one.AsSpan().SequenceEqual(other);
}
