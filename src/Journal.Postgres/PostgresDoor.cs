using System.Globalization;
using Npgsql;

namespace ChatRoom.Journal.Postgres;

/// <summary>Opens connections to the first host that takes writes, each with the settings that it needs. Nothing is pooled: the owner of one keeps it.</summary>
/// <param name="address">Where the hosts are.</param>
/// <param name="limits">How long a turn may take.</param>
internal sealed class PostgresDoor(PostgresAddress address, TurnLimits? limits = null) : IDisposable
{
    private readonly NpgsqlDataSource[] _hosts = [.. address.Connections.Select(Source)];

    private readonly TurnLimits _limits = limits ?? new TurnLimits();

    /// <summary>"Chat" in ASCII: the first half of the key of every lock of ours.</summary>
    public const int LockClass = 0x43686174;

    public string Schema => address.Schema;

    /// <summary>The second half of the key of the turn. Two journals in one database have two.</summary>
    public int LockKey { get; } = Hash(address.Schema);

    public string Channel => $"chatroom_{address.Schema}";

    /// <summary>For passing signs, which are no bell.</summary>
    public string SignsChannel => $"{Channel}_signs";

    public string Shown => address.Shown;

    /// <summary>
    /// For turns. A server that stands still in one holds up the others for a second; then the database ends it. Plans are the same for a table of any size:
    /// one made while it was empty would read all of it in each turn, and to forbid only that makes costs so high that every statement is compiled.
    /// </summary>
    public NpgsqlConnection OpenForTurns(string name) => Open(name, $"""
        SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off; SET plan_cache_mode = force_generic_plan;
        SET idle_in_transaction_session_timeout = '{_limits.Idle}'; SET lock_timeout = '10s'; SET statement_timeout = '{_limits.Statement}';
        """);

    /// <summary>For questions, which may be about much: each has an index that yields its rows in order, so nothing is gathered and sorted but hits for words.</summary>
    public NpgsqlConnection OpenForReading(string name) => Open(name, "SET enable_seqscan = off; SET enable_bitmapscan = off; SET statement_timeout = '30s'; SET default_transaction_read_only = on;");

    /// <summary>For what is done beside everything else.</summary>
    public NpgsqlConnection OpenForWork(string name) => Open(name, "SET lock_timeout = '10s'; SET statement_timeout = '60s';");

    /// <summary>The process at the server that a connection has just now. Behind a pooler it is another one than the connection was told.</summary>
    public static int ProcessOf(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("SELECT pg_backend_pid()", connection) { CommandTimeout = 12 };
        return (int)command.ExecuteScalar()!;
    }

    public void Dispose()
    {
        foreach (var host in _hosts)
            host.Dispose();
    }

    /// <exception cref="NpgsqlException">No host could be reached, or none takes writes; the last one's answer.</exception>
    private NpgsqlConnection Open(string name, string settings)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                return Open(_hosts[i], name, settings);
            }
            catch (NpgsqlException) when (i < _hosts.Length - 1)
            {
                // The next one may be the primary.
            }
        }
    }

    private NpgsqlConnection Open(NpgsqlDataSource host, string name, string settings)
    {
        var connection = host.OpenConnection();
        try
        {
            using var command = new NpgsqlCommand(
                $"""
                SELECT pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on';
                SET application_name = '{name}'; SET search_path = "{Schema}"; SET jit = off; SET client_min_messages = warning;
                SET default_transaction_isolation = 'read committed';
                SELECT set_config('synchronous_commit', CASE WHEN current_setting('synchronous_commit') = 'remote_apply' THEN 'remote_apply' ELSE 'on' END, false);
                SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 1; SET tcp_keepalives_count = 3;
                {settings}
                """, connection);
            return command.ExecuteScalar() is true ? throw new NpgsqlException("it takes no writes: a standby, or read-only by a setting") : connection;
        }
        catch (NpgsqlException)
        {
            connection.Dispose();
            throw;
        }
    }

    private static NpgsqlDataSource Source(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection)
        {
            Pooling = false,
            Timeout = 5,
            // Longer than the server's own limits, which say more; and never for ever. A turn has less.
            CommandTimeout = 65,
            CancellationTimeout = -1,
            MaxAutoPrepare = 0,
            Enlist = false,
        };
        if (settings.Host is not ['/', ..])
            (settings.TcpKeepAlive, settings.TcpKeepAliveTime, settings.TcpKeepAliveInterval) = (true, 5, 1);
        var builder = new NpgsqlSlimDataSourceBuilder(settings.ConnectionString);
        builder.EnableArrays();
        builder.EnableTransportSecurity();
        return builder.Build();
    }

    /// <summary>FNV: the same everywhere and for ever.</summary>
    private static int Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var letter in text)
            hash = unchecked((hash ^ letter) * 16777619u);
        return unchecked((int)hash);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{address.Shown}, schema {Schema}");
}

/// <summary>The database's own limits for a turn, in its words.</summary>
/// <param name="Idle">How long somebody may do nothing in it.</param>
/// <param name="Statement">How long one statement may take, but for the commit.</param>
internal sealed record TurnLimits(string Idle = "1s", string Statement = "10s");
