using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Codec;
using Npgsql;
using NpgsqlTypes;

namespace ChatRoom.Journal.Postgres;

/// <summary>The events of a turn as columns, an array each, so that one statement inserts them all; and a row as an event. The one place that knows their order.</summary>
internal sealed class EventColumns : IDisposable
{
    public const string Insert =
        "INSERT INTO events (seq, at, kind, version, writer, server, connection, conversation, audience, about, header, body, attributes) " +
        "SELECT seq, at, kind, version, $1, server, connection, conversation, audience, about, header, body, attributes " +
        "FROM unnest($2::bigint[], $3::bigint[], $4::smallint[], $5::smallint[], $6::integer[], $7::bigint[], $8::text[], $9::smallint[], $10::bigint[], $11::text[], $12::bytea[], $13::text[]) " +
        "AS row (seq, at, kind, version, server, connection, conversation, audience, about, header, body, attributes)";

    private const string Event = "seq, at, kind, version, server, connection, header";

    public const string All = Event + ", body, attributes";

    /// <summary>Without the words, but for those that are a part of the world.</summary>
    public static readonly string Headers =
        $"{Event}, CASE WHEN kind IN ({string.Join(", ", EventKinds.All.Where(kind => kind.HasStateWords).Select(kind => kind.Number))}) THEN body END, NULL";

    private readonly EventEncoder _encoder = new();

    /// <summary>The parameters of <see cref="Insert"/>.</summary>
    public static void Prepare(NpgsqlParameterCollection parameters, long writer)
    {
        parameters.Add(new NpgsqlParameter<long> { TypedValue = writer });
        foreach (var type in (NpgsqlDbType[])
            [
                NpgsqlDbType.Bigint, NpgsqlDbType.Bigint, NpgsqlDbType.Smallint, NpgsqlDbType.Smallint, NpgsqlDbType.Integer, NpgsqlDbType.Bigint,
                NpgsqlDbType.Text, NpgsqlDbType.Smallint, NpgsqlDbType.Bigint, NpgsqlDbType.Text, NpgsqlDbType.Bytea, NpgsqlDbType.Text,
            ])
            parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | type, Value = DBNull.Value });
    }

    public void Bind(NpgsqlParameterCollection parameters, IReadOnlyList<Recorded> events)
    {
        var count = events.Count;
        var (sequences, times) = (new long[count], new long[count]);
        var (kinds, versions) = (new short[count], new short[count]);
        var (servers, connections) = (new int?[count], new long?[count]);
        var (conversations, audiences, abouts) = (new string?[count], new short?[count], new long?[count]);
        var (headers, bodies, attributes) = (new byte[]?[count], new byte[]?[count], new byte[]?[count]);
        for (var i = 0; i < count; i++)
        {
            var recorded = events[i];
            var stored = _encoder.Encode(recorded.Event);
            (sequences[i], times[i]) = (recorded.Sequence.Number, recorded.At.Milliseconds);
            (kinds[i], versions[i]) = ((short)stored.Kind, (short)stored.Version);
            if (recorded.Origin is { } origin)
                (servers[i], connections[i]) = (origin.Server.Number, origin.Number);
            if (HistoryPlaces.Of(recorded.Event) is var (conversation, number))
            {
                (conversations[i], audiences[i]) = (conversation.Text, (short)number);
                abouts[i] = HistoryPlaces.AboutOf(recorded.Event).TryGet(out var about) ? about.What.Number : null;
            }
            headers[i] = stored.Header.ToArray();
            bodies[i] = stored.HasBody ? stored.Body.ToArray() : null;
            attributes[i] = stored.Attributes.IsEmpty ? null : stored.Attributes.ToArray();
        }
        var values = new object[] { sequences, times, kinds, versions, servers, connections, conversations, audiences, abouts, headers, bodies, attributes };
        for (var i = 0; i < values.Length; i++)
            parameters[i + 1].Value = values[i];
    }

    public static Recorded Read(NpgsqlDataReader row)
    {
        var stored = new StoredEvent(
            row.GetInt16(2), row.GetInt16(3), row.GetFieldValue<byte[]>(6), !row.IsDBNull(7), Bytes(row, 7), Bytes(row, 8));
        ConnectionId? origin = row.IsDBNull(4) ? null : new ConnectionId(new ServerId(row.GetInt32(4)), row.GetInt64(5));
        return EventDecoder.Decode(new Sequence(row.GetInt64(0)), new Timestamp(row.GetInt64(1)), origin, stored);
    }

    public void Dispose() => _encoder.Dispose();

    private static byte[]? Bytes(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);
}
