using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using Npgsql;
using NpgsqlTypes;

namespace ChatRoom.Journal.Postgres;

/// <summary>One connection for questions, with its statements, each prepared when it is first asked. A page is one statement, so it sees one state of the journal.</summary>
internal sealed class PostgresReader(NpgsqlConnection connection) : IDisposable
{
    public const string Base = "SELECT seq, format, digest, world FROM base ORDER BY seq DESC LIMIT 1";

    /// <summary>Halves the journal until one place is left: times never decrease. A hole counts as the event behind it.</summary>
    private const string Moment = """
        WITH RECURSIVE halves (low, high) AS (
          SELECT 1::bigint, coalesce(max(seq), 0) + 1 FROM events
          UNION ALL
          SELECT CASE WHEN at < $1 THEN middle + 1 ELSE low END, CASE WHEN at < $1 THEN high ELSE middle END
          FROM (SELECT low, high, (low + high) / 2 AS middle, (SELECT at FROM events WHERE seq >= (low + high) / 2 ORDER BY seq LIMIT 1) AS at FROM halves WHERE low < high) AS half
        )
        SELECT coalesce((SELECT seq FROM events WHERE seq >= found ORDER BY seq LIMIT 1), found) FROM (SELECT low AS found FROM halves WHERE low >= high) AS last
        """;

    /// <summary>
    /// The last of what belongs to each message, in order. "seq + 0" is a column of the index for just this question: in order of `seq` itself the planner would
    /// rather walk along all events, where its statistics say that the wanted ones are frequent, and of those there may be none for millions. What hides the other
    /// columns keeps it from going through all reactions of the conversation instead.
    /// </summary>
    internal static readonly string Remarks =
        $"SELECT found.*, message FROM unnest($1::bigint[]) AS message CROSS JOIN LATERAL (SELECT {EventColumns.All} FROM events " +
        $"WHERE about = message AND audience + 0 >= {(int)HistoryKind.Remark} AND conversation || '' = $2 AND audience + 0 = ANY($3) ORDER BY seq + 0 DESC LIMIT $4) AS found ORDER BY message, seq";

    private readonly Dictionary<string, NpgsqlCommand> _prepared = [];

    public Sequence End()
    {
        using var row = Ask("SELECT coalesce(max(seq), 0) FROM events");
        row.Read();
        return new Sequence(row.GetInt64(0));
    }

    public List<(Sequence First, string Name)> Epochs()
    {
        var epochs = new List<(Sequence, string)>();
        using var rows = Ask("SELECT first, epoch FROM epochs ORDER BY first");
        while (rows.Read())
            epochs.Add((new Sequence(rows.GetInt64(0)), rows.GetString(1)));
        return epochs;
    }

    public Option<Base> Trimmed()
    {
        using var row = Ask(Base);
        return ReadBase(row);
    }

    public List<Recorded> Events(Sequence after, int most) => Rows($"SELECT {EventColumns.All} FROM events WHERE seq > $1 ORDER BY seq LIMIT $2", after.Number, Math.Max(most, 0));

    public List<Recorded> Headers(Sequence after, int most) => Rows($"SELECT {EventColumns.Headers} FROM events WHERE seq > $1 ORDER BY seq LIMIT $2", after.Number, Math.Max(most, 0));

    public List<Recorded> Said(HistoryQuery query)
    {
        var page = Rows(Saying(query.FromEnd), query.Conversation.Text, Numbers(query), query.After.Number, query.Before.Number, query.Most);
        if (query.FromEnd)
            page.Reverse();
        if (query.Known.IsEmpty)
            return page;
        var known = query.Known.ToHashSet();
        page.RemoveAll(what => HistoryPlaces.AboutOf(what.Event).Exists(about => known.Contains(about.What)));
        return page;
    }

    public List<(Sequence Message, Recorded Remark)> About(IReadOnlyList<Sequence> messages, HistoryQuery query)
    {
        var found = new List<(Sequence, Recorded)>();
        using var rows = Ask(Remarks, messages.Select(message => message.Number).ToArray(), query.Conversation.Text, Numbers(query), query.Most);
        while (rows.Read())
            found.Add((new Sequence(rows.GetInt64(9)), EventColumns.Read(rows)));
        return found;
    }

    /// <summary>The index of words can be read only so.</summary>
    public T WithBitmaps<T>(Func<T> ask)
    {
        PostgresPreparation.Execute(connection, "SET enable_bitmapscan = on");
        var answer = ask();
        PostgresPreparation.Execute(connection, "SET enable_bitmapscan = off");
        return answer;
    }

    public List<ConversationKey> Pairs(string party)
    {
        var found = new List<ConversationKey>();
        using var rows = Ask("SELECT conversation FROM pairs WHERE party = $1", party);
        while (rows.Read())
            found.Add(new ConversationKey(rows.GetString(0)));
        return found;
    }

    public Sequence At(Timestamp moment)
    {
        using var row = Ask(Moment, moment.Milliseconds);
        row.Read();
        return new Sequence(row.GetInt64(0));
    }

    public List<Recorded> Rows(string sql, params object[] values)
    {
        var page = new List<Recorded>();
        using var rows = Ask(sql, values);
        while (rows.Read())
            page.Add(EventColumns.Read(rows));
        return page;
    }

    public NpgsqlDataReader Ask(string sql, params object[] values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = new NpgsqlCommand(sql, connection);
            foreach (var value in values)
                command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = TypeOf(value), Value = value });
            command.Prepare();
            _prepared[sql] = command;
        }
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        return command.ExecuteReader();
    }

    public static Option<Base> ReadBase(NpgsqlDataReader row) => row.Read()
        ? new Base(new Sequence(row.GetInt64(0)), row.GetInt32(1), row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3))
        : Option<Base>.None;

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        connection.Dispose();
    }

    /// <summary>A walk along the index for each number under which something is found, and of all that the page; "seq + 0" as in <see cref="Remarks"/>.</summary>
    internal static string Saying(bool isFromEnd)
    {
        var order = isFromEnd ? "DESC" : "ASC";
        return $"SELECT found.* FROM unnest($2::smallint[]) AS number CROSS JOIN LATERAL (SELECT {EventColumns.All} FROM events " +
            $"WHERE conversation = $1 AND audience = number AND seq + 0 > $3 AND seq + 0 < $4 ORDER BY seq + 0 {order} LIMIT $5) AS found ORDER BY seq {order} LIMIT $5";
    }

    private static short[] Numbers(HistoryQuery query) => [.. HistoryPlaces.Numbers(query).Select(number => (short)number)];

    private static NpgsqlDbType TypeOf(object value) => value switch
    {
        long => NpgsqlDbType.Bigint,
        int => NpgsqlDbType.Integer,
        string => NpgsqlDbType.Text,
        long[] => NpgsqlDbType.Array | NpgsqlDbType.Bigint,
        short[] => NpgsqlDbType.Array | NpgsqlDbType.Smallint,
        string[] => NpgsqlDbType.Array | NpgsqlDbType.Text,
        _ => throw new ArgumentException($"{value.GetType().Name} is no type of a parameter.", nameof(value)),
    };
}
