using ChatRoom.Domain.Names;
using ChatRoom.Journal.Maintenance;
using ChatRoom.Journal.Snapshots;
using Npgsql;

namespace ChatRoom.Journal.Postgres.Tools;

/// <summary>
/// A journal in PostgreSQL as an outsider reads it: over sessions that can only read, each page a statement of its own. Nothing is made or brought
/// up to date: that is for servers.
/// </summary>
internal sealed class PostgresKept : KeptJournal
{
    private const string Everything =
        $"SELECT {EventColumns.All}, writer, conversation, audience, about FROM events WHERE seq > $1 AND seq <= $2 ORDER BY seq LIMIT $3";

    private readonly PostgresDoor _door;
    private readonly NpgsqlConnection _connection;
    private readonly PostgresReader _reader;
    private readonly PostgresReaders _readers;
    private readonly bool _isBorrowed;

    private PostgresKept(PostgresDoor door, NpgsqlConnection connection, bool isBorrowed)
    {
        (_door, _connection, _isBorrowed, _reader, _readers) = (door, connection, isBorrowed, new PostgresReader(connection), new PostgresReaders(door));
        Epochs = new Epochs(_reader.Epochs());
        Last = _reader.End();
        History = new PostgresHistory(_readers);
    }

    public override string Name => $"the journal at {_door.Shown}";

    public override Epochs Epochs { get; }

    public override Sequence Last { get; }

    public override IHistory History { get; }

    /// <exception cref="JournalUnusableException">There is none that this version can read; the message says why and what to do.</exception>
    /// <exception cref="JournalLostException">It can't be reached now.</exception>
    public static PostgresKept Open(PostgresAddress address) => Open(address, "");

    /// <summary>Servers go on meanwhile, as beside pg_dump.</summary>
    public static PostgresKept OpenAtOneMoment(PostgresAddress address) => Open(
        address, "SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");

    /// <summary>What the transaction of another one's connection sees. That one closes it.</summary>
    public static PostgresKept On(NpgsqlConnection connection, PostgresDoor door) => new(door, connection, isBorrowed: true);

    private static PostgresKept Open(PostgresAddress address, string settings)
    {
        var door = new PostgresDoor(address);
        NpgsqlConnection? connection = null;
        try
        {
            connection = door.OpenForReading("chatroom/tool");
            RequireJournal(connection, door);
            using (var command = new NpgsqlCommand(settings, connection))
            {
                if (settings.Length > 0)
                    command.ExecuteNonQuery();
            }
            return new PostgresKept(door, connection, isBorrowed: false);
        }
        catch (Exception failed)
        {
            connection?.Dispose();
            door.Dispose();
            throw failed is NpgsqlException answer ? PostgresFault.Of(answer).Explained(door.Shown) : failed;
        }
    }

    /// <summary>A tool makes no journal where there is none, and changes no other version's.</summary>
    public static void RequireJournal(NpgsqlConnection connection, PostgresDoor door)
    {
        var newest = PostgresSchema.Steps.Count;
        var format = PostgresLabel.Format(connection, door, newest)
            ?? throw PostgresLabel.Unusable(door, $"there is none in its schema {door.Schema}; name the right place");
        if (format < newest)
            throw PostgresLabel.Unusable(door, $"format {format} is from an older version; a server of this one brings it up to date");
    }

    public override SnapshotLoad Snapshot(Sequence last) => PostgresSnapshots.Load(_connection, Epochs, last);

    public override void Dispose()
    {
        _readers.Dispose();
        if (_isBorrowed)
            return;
        _reader.Dispose();
        _door.Dispose();
    }

    internal override IEnumerable<StoredRow> Rows(Sequence after, Sequence last, CancellationToken cancel)
    {
        for (var count = Page; count == Page;)
        {
            cancel.ThrowIfCancellationRequested();
            count = 0;
            using var rows = _reader.Ask(Everything, after.Number, last.Number, Page);
            while (rows.Read())
            {
                count++;
                after = new Sequence(rows.GetInt64(0));
                yield return Read(rows);
            }
        }
    }

    internal override Option<Base> Base => _reader.Trimmed();

    internal override StoredRest Rest() => PostgresRest.Read(_reader, Epochs);

    internal override string? WrongAround(CancellationToken cancel) => PostgresSoundness.Wrong(_reader, Last, cancel);

    /// <summary>Class XX of PostgreSQL's codes: a page or an index is not what it should be.</summary>
    internal override string? Damage(Exception failed) => failed is PostgresException { SqlState: ['X', 'X', ..] } damaged ? $"the tables can't be read: {damaged.MessageText}" : null;

    internal override Exception? Explain(Exception failed) => failed is NpgsqlException answer ? PostgresFault.Of(answer).Explained(_door.Shown) : null;

    private static StoredRow Read(NpgsqlDataReader row) => new(
        new Sequence(row.GetInt64(0)), new Timestamp(row.GetInt64(1)), row.GetInt16(2), row.GetInt16(3), row.GetInt64(9),
        row.IsDBNull(4) ? null : new ConnectionId(new ServerId(row.GetInt32(4)), row.GetInt64(5)),
        row.IsDBNull(10) ? null : row.GetString(10), row.IsDBNull(11) ? null : row.GetInt16(11), row.IsDBNull(12) ? null : row.GetInt64(12),
        row.GetFieldValue<byte[]>(6), Bytes(row, 7), Bytes(row, 8));

    private static byte[]? Bytes(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);
}
