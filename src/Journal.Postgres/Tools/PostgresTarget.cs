using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Maintenance;
using Npgsql;
using NpgsqlTypes;

namespace ChatRoom.Journal.Postgres.Tools;

/// <summary>A copy in a database, in one transaction under the lock of the turn: a server that starts meanwhile waits, and then finds all of it or nothing.</summary>
internal sealed class PostgresTarget : JournalTarget
{
    private readonly PostgresDoor _door;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private NpgsqlBinaryImporter? _rows;
    private Epochs? _epochs;

    public PostgresTarget(PostgresAddress address)
    {
        _door = new PostgresDoor(address);
        try
        {
            _connection = _door.OpenForWork("chatroom/tool");
            _transaction = _connection.BeginTransaction();
            Execute("SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL enable_seqscan = off");
            new PostgresPreparation(_door, PostgresSchema.Steps).Prepare(_connection);
            if (PostgresLabel.Text(_connection, "SELECT (EXISTS (SELECT 1 FROM events) OR EXISTS (SELECT 1 FROM facts))::text") != "false")
                throw new JournalUnusableException($"there is a journal at {_door.Shown}, schema {_door.Schema}, already; choose another place, histories are never mixed");
            Execute("DELETE FROM epochs; DELETE FROM snapshots; DELETE FROM openings");
        }
        catch (Exception failed)
        {
            _connection?.Dispose();
            _door.Dispose();
            throw failed is NpgsqlException answer ? PostgresFault.Of(answer).Explained(_door.Shown) : failed;
        }
    }

    public override void Add(StoredRow row)
    {
        var rows = _rows ??= _connection.BeginBinaryImport(
            "COPY events (seq, at, kind, version, writer, server, connection, conversation, audience, about, header, body, attributes) FROM STDIN (FORMAT binary)");
        rows.StartRow();
        rows.Write(row.Sequence.Number, NpgsqlDbType.Bigint);
        rows.Write(row.At.Milliseconds, NpgsqlDbType.Bigint);
        rows.Write((short)row.Kind, NpgsqlDbType.Smallint);
        rows.Write((short)row.Version, NpgsqlDbType.Smallint);
        rows.Write(row.Writer, NpgsqlDbType.Bigint);
        Write(rows, row.Origin?.Server.Number, NpgsqlDbType.Integer);
        Write(rows, row.Origin?.Number, NpgsqlDbType.Bigint);
        Write(rows, row.Conversation, NpgsqlDbType.Text);
        Write(rows, (short?)row.Found, NpgsqlDbType.Smallint);
        Write(rows, row.About, NpgsqlDbType.Bigint);
        rows.Write(row.Header, NpgsqlDbType.Text);
        Write(rows, row.Body, NpgsqlDbType.Bytea);
        Write(rows, row.Attributes, NpgsqlDbType.Text);
    }

    public override void Finish(StoredRest rest)
    {
        _rows?.Complete();
        _rows?.Dispose();
        _rows = null;
        Execute($"UPDATE journal SET level = {rest.Level}");
        foreach (var (first, name) in rest.Epochs)
            Execute($"INSERT INTO epochs VALUES ({first.Number}, '{name}', 0)");
        using (var facts = _connection.BeginBinaryImport("COPY facts (kind, key, value, revision) FROM STDIN (FORMAT binary)"))
        {
            foreach (var fact in rest.Facts)
            {
                facts.StartRow();
                facts.Write((short)fact.Kind, NpgsqlDbType.Smallint);
                facts.Write(fact.Key, NpgsqlDbType.Text);
                Write(facts, fact.Value, NpgsqlDbType.Bytea);
                facts.Write(fact.Revision, NpgsqlDbType.Bigint);
            }
            facts.Complete();
        }
        using (var pairs = _connection.BeginBinaryImport("COPY pairs (party, conversation) FROM STDIN (FORMAT binary)"))
        {
            foreach (var (party, conversation) in rest.Pairs)
            {
                pairs.StartRow();
                pairs.Write(party, NpgsqlDbType.Text);
                pairs.Write(conversation, NpgsqlDbType.Text);
            }
            pairs.Complete();
        }
        rest.Base.IfSome(Put);
        Execute("ANALYZE events, facts, pairs");
        _epochs = new Epochs(rest.Epochs);
    }

    public override KeptJournal Read() => PostgresKept.On(_connection, _door);

    public override void Keep(World world)
    {
        _transaction.Commit();
        new PostgresSnapshots(_door).Save(world, _epochs!);
    }

    public override Exception? Explain(Exception failed) => failed is NpgsqlException answer ? PostgresFault.Of(answer).Explained(_door.Shown) : null;

    public override void Dispose()
    {
        _rows?.Dispose();
        _connection.Dispose();
        _door.Dispose();
    }

    private void Put(Base made)
    {
        using var command = new NpgsqlCommand("INSERT INTO base (seq, format, digest, world) VALUES ($1, $2, $3, $4)", _connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = made.At.Number });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = made.Format });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = made.Digest.ToArray() });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = made.Bytes.ToArray() });
        command.ExecuteNonQuery();
    }

    private void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }

    private static void Write<T>(NpgsqlBinaryImporter rows, T? value, NpgsqlDbType type)
        where T : struct
    {
        if (value is { } some)
            rows.Write(some, type);
        else
            rows.WriteNull();
    }

    private static void Write(NpgsqlBinaryImporter rows, object? value, NpgsqlDbType type)
    {
        if (value is null)
            rows.WriteNull();
        else
            rows.Write(value, type);
    }
}
