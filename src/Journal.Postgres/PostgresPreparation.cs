using ChatRoom.Domain.Names;
using Npgsql;

namespace ChatRoom.Journal.Postgres;

/// <summary>
/// Looks at a database before anything is written to it, and brings the journal's schema up to date: under the lock of the turn, so of servers that
/// start at once one does it, and nobody writes meanwhile.
/// </summary>
internal sealed class PostgresPreparation(PostgresDoor door, IReadOnlyList<string> steps)
{
    /// <summary>What keeps a commit for certain only on this machine, in words for the operator; null where a standby has to confirm it.</summary>
    public string? Warning { get; private set; }

    /// <exception cref="JournalUnusableException">The database can't be used; the message says why and what to do.</exception>
    /// <exception cref="JournalLostException">It can't be reached now.</exception>
    public void Run()
    {
        try
        {
            using var connection = door.OpenForWork("chatroom/start");
            CheckPooler(connection);
            using var transaction = connection.BeginTransaction();
            Prepare(connection);
            transaction.Commit();
        }
        catch (NpgsqlException failed)
        {
            throw PostgresFault.Of(failed).Explained(door.Shown);
        }
    }

    /// <summary>In the transaction of who fills it, too. The turn is theirs until that ends.</summary>
    public void Prepare(NpgsqlConnection connection)
    {
        CheckSystem(connection);
        Execute(connection, $"SELECT pg_advisory_xact_lock({PostgresDoor.LockClass}, {door.LockKey})");
        if (PostgresLabel.Format(connection, door, steps.Count) is { } format)
        {
            PostgresLabel.RequireLevel(connection, door);
            Migrate(connection, format);
        }
        else
        {
            Create(connection);
        }
    }

    /// <summary>Only looks: what <see cref="Run"/> would say, and whether it could make what is missing.</summary>
    /// <exception cref="JournalUnusableException">The database can't be used.</exception>
    public void Look()
    {
        using var connection = door.OpenForWork("chatroom/check");
        CheckPooler(connection);
        CheckSystem(connection);
        var isThere = PostgresLabel.Format(connection, door, steps.Count) is not null;
        if (isThere)
            PostgresLabel.RequireLevel(connection, door);
        if (Text(connection, isThere || HasSchema(connection)
            ? $"SELECT (has_schema_privilege('{door.Schema}', 'USAGE') AND pg_has_role(nspowner, 'MEMBER'))::text FROM pg_namespace WHERE nspname = '{door.Schema}'"
            : "SELECT has_database_privilege(current_database(), 'CREATE')::text") != "true")
            throw Unusable($"its role has to own the schema {door.Schema}, or be allowed to create it: GRANT CREATE ON DATABASE name TO role");
    }

    private bool HasSchema(NpgsqlConnection connection) => Text(connection, $"SELECT count(*)::text FROM pg_namespace WHERE nspname = '{door.Schema}'") != "0";

    /// <summary>
    /// A pooler may lend a connection for a transaction only: what was set for a session, prepared or listened to is then with somebody else. It is found by a second one that
    /// begins a transaction, and gets what the first one, which is in none, has just put back.
    /// </summary>
    private void CheckPooler(NpgsqlConnection connection)
    {
        var process = PostgresDoor.ProcessOf(connection);
        if (process == connection.ProcessID)
            return;
        using var other = door.OpenForWork("chatroom/start");
        using var transaction = other.BeginTransaction();
        if (PostgresDoor.ProcessOf(other) == process || PostgresDoor.ProcessOf(connection) != process)
            throw Unusable("a pooler is before it that lends connections for a transaction only, so settings, prepared statements and LISTEN are lost; connect directly, or with pool_mode = session");
    }

    private void CheckSystem(NpgsqlConnection connection)
    {
        if (connection.PostgreSqlVersion.Major < 13)
            throw Unusable($"PostgreSQL {connection.PostgreSqlVersion} is too old; 13 is the oldest that works, and 15 and newer are what is tested");
        foreach (var setting in (string[])["fsync", "full_page_writes"])
        {
            if (Text(connection, $"SELECT current_setting('{setting}')") != "on")
                throw Unusable($"its setting {setting} is off, so what people were told is kept may be lost; set it to on");
        }
        if (Text(connection, "SELECT pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()") is var encoding && encoding != "UTF8")
            throw Unusable($"its encoding is {encoding}, and it has to be UTF8; create another one with: createdb --encoding=UTF8 --template=template0 NAME");
        if (Text(connection, "SELECT current_setting('synchronous_standby_names')").Length == 0)
            Warning = "no standby has to confirm what is kept (synchronous_standby_names is empty): a failover can lose the last lines that people were told";
    }

    private void Create(NpgsqlConnection connection)
    {
        if (!HasSchema(connection))
            Execute(connection, $"CREATE SCHEMA {door.Schema}");
        foreach (var step in steps)
            Execute(connection, step);
        Execute(connection, $"INSERT INTO journal (program, format, level, cluster) SELECT '{PostgresSchema.Program}', {steps.Count}, {JournalLevel.Newest}, {PostgresOpening.Cluster}");
        Execute(connection, $"INSERT INTO epochs VALUES (1, '{Epochs.NewName()}', 0)");
    }

    private void Migrate(NpgsqlConnection connection, int format)
    {
        for (var next = format; next < steps.Count; next++)
            Execute(connection, $"{steps[next]} UPDATE journal SET format = {next + 1}");
    }

    private JournalUnusableException Unusable(string why) => PostgresLabel.Unusable(door, why);

    internal static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static string Text(NpgsqlConnection connection, string sql) => PostgresLabel.Text(connection, sql);
}
