using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Codec;

namespace ChatRoom.Journal.Sqlite;

/// <summary>An event as a row of the table: the one place that knows the order of the columns.</summary>
internal static class EventRow
{
    public const string Insert =
        "INSERT INTO events (seq, at, kind, version, server, connection, conversation, audience, about, header, body, attributes, writer) " +
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";

    private const string Event = "seq, at, kind, version, server, connection, header";

    public const string Columns = Event + ", body, attributes";

    /// <summary>Beside <see cref="Columns"/>: to which message it belongs.</summary>
    public const string About = "about";

    public const int AboutColumn = 9;

    /// <summary>Without the words, but for those that are a part of the world.</summary>
    public static readonly string Headers =
        $"{Event}, CASE WHEN kind IN ({string.Join(", ", EventKinds.All.Where(kind => kind.HasStateWords).Select(kind => kind.Number))}) THEN body END";

    public static void Bind(Statement insert, Recorded recorded, long writer, EventEncoder encoder)
    {
        var stored = encoder.Encode(recorded.Event);
        insert.Bind(1, recorded.Sequence.Number);
        insert.Bind(2, recorded.At.Milliseconds);
        insert.Bind(3, stored.Kind);
        insert.Bind(4, stored.Version);
        BindOrigin(insert, recorded.Origin);
        BindPlace(insert, recorded.Event);
        insert.Bind(10, stored.Header);
        if (stored.HasBody)
            insert.Bind(11, stored.Body);
        else
            insert.BindNull(11);
        if (stored.Attributes.IsEmpty)
            insert.BindNull(12);
        else
            insert.Bind(12, stored.Attributes);
        insert.Bind(13, writer);
    }

    public static Recorded Read(Statement row, bool withAttributes)
    {
        var stored = new StoredEvent(
            (int)row.Number(2), (int)row.Number(3), row.Utf8(6), !row.IsNull(7), row.Utf8(7), withAttributes ? row.Utf8(8) : default);
        ConnectionId? origin = row.IsNull(4) ? null : new ConnectionId(new ServerId((int)row.Number(4)), row.Number(5));
        return EventDecoder.Decode(new Sequence(row.Number(0)), new Timestamp(row.Number(1)), origin, stored);
    }

    private static void BindOrigin(Statement insert, ConnectionId? origin)
    {
        if (origin is { } connection)
        {
            insert.Bind(5, connection.Server.Number);
            insert.Bind(6, connection.Number);
            return;
        }
        insert.BindNull(5);
        insert.BindNull(6);
    }

    /// <summary>By which history finds it. The header says it too; these are for the index.</summary>
    private static void BindPlace(Statement insert, Event happened)
    {
        if (HistoryPlaces.Of(happened) is not var (conversation, number))
        {
            insert.BindNull(7);
            insert.BindNull(8);
            insert.BindNull(9);
            return;
        }
        insert.Bind(7, conversation.Text);
        insert.Bind(8, number);
        if (HistoryPlaces.AboutOf(happened).TryGet(out var about))
            insert.Bind(9, about.What.Number);
        else
            insert.BindNull(9);
    }
}
