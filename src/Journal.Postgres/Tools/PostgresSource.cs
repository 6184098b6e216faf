using ChatRoom.Journal.Maintenance;
using Npgsql;

namespace ChatRoom.Journal.Postgres.Tools;

/// <summary>A journal in a database that no server is on, with the lock of the turn held, so that none begins meanwhile.</summary>
internal sealed class PostgresSource : JournalSource
{
    private const string Connected =
        "SELECT string_agg(DISTINCT name, ', ') FROM openings JOIN pg_stat_activity ON pid IN (turn_pid, ear_pid) WHERE application_name LIKE 'chatroom/%'";

    private readonly PostgresDoor _door;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    public PostgresSource(PostgresAddress address)
    {
        _door = new PostgresDoor(address);
        try
        {
            _connection = _door.OpenForWork("chatroom/tool");
            PostgresKept.RequireJournal(_connection, _door);
            RequireNobody();
            // Of the session, and before the transaction: what is read is younger than the lock.
            Execute($"SET idle_in_transaction_session_timeout = 0; SET statement_timeout = 0; SET enable_seqscan = off; SELECT pg_advisory_lock({PostgresDoor.LockClass}, {_door.LockKey})");
            RequireNobody();
            _transaction = _connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);
            Journal = PostgresKept.On(_connection, _door);
        }
        catch (Exception failed)
        {
            _connection?.Dispose();
            _door.Dispose();
            throw failed is NpgsqlException answer ? PostgresFault.Of(answer).Explained(_door.Shown) : failed;
        }
    }

    public override KeptJournal Journal { get; }

    public override void Leave(string to)
    {
        using (var command = new NpgsqlCommand("UPDATE journal SET program = $1", _connection))
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = PostgresLabel.MovedTo + to });
            command.ExecuteNonQuery();
        }
        Execute("DELETE FROM snapshots; DELETE FROM openings");
        _transaction.Commit();
    }

    public override void Dispose()
    {
        Journal.Dispose();
        _connection.Dispose();
        _door.Dispose();
    }

    private void RequireNobody()
    {
        if (PostgresLabel.Text(_connection, Connected) is { Length: > 0 } names)
            throw new JournalUnusableException($"the journal at {_door.Shown} is in use by {names}; stop them first");
    }

    private void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        command.ExecuteNonQuery();
    }
}
