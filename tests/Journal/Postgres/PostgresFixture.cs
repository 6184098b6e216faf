using ChatRoom.Journal.Postgres;
using ChatRoom.Testing;

namespace ChatRoom.Journal.Tests.Postgres;

/// <summary>A journal in a schema of its own, in the PostgreSQL that all tests share.</summary>
internal sealed class PostgresFixture : IDisposable
{
    private static int _last;

    private readonly string _schema = $"test{Interlocked.Increment(ref _last)}_{Environment.ProcessId}";

    public PostgresFixture() => Journal = Another();

    public PostgresJournal Journal { get; }

    public PostgresAddress Address => PostgresAddress.Parse(PostgresCluster.Shared.Address(_schema), out _)!;

    /// <summary>Another server's journal. On a machine that is busy elsewhere a test may stand still in its turn for longer than a server should.</summary>
    public PostgresJournal Another() => PostgresJournal.Open(Address, "irc.test", PostgresSchema.Steps, new TurnLimits(Idle: "20s"));

    /// <summary>As somebody with rights to everything.</summary>
    public string Run(string sql) => PostgresCluster.Shared.Run($"SET search_path = {_schema}; {sql}");

    /// <summary>The connection on which a journal takes its turns is gone.</summary>
    public void Cut(PostgresJournal journal) => Run($"SELECT pg_terminate_backend(turn_pid) FROM openings WHERE writer = {journal.Writer}");

    /// <summary>What it leaves goes with the cluster.</summary>
    public void Dispose() => Journal.Dispose();
}
